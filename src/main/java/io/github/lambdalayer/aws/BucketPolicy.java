package io.github.lambdalayer.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.lambdalayer.layer.Documents;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bucket's policy lets Lambda read a layer's zip, which it needs for as long as a layer
 * refers to the zip instead of copying it.
 */
public final class BucketPolicy {

  /** A bucket without a policy lets nobody in but by their own. */
  public static final BucketPolicy NONE = new BucketPolicy(List.of());

  private static final String LAMBDA = "lambda.amazonaws.com";
  private static final List<String> ACTIONS = List.of("s3:GetObject", "s3:GetObjectVersion");

  private final List<JsonObject> statements;

  private BucketPolicy(List<JsonObject> statements) {
    this.statements = statements;
  }

  /**
   * Reads a policy document.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static BucketPolicy parse(String json) {
    try {
      JsonObject document = JsonParser.parseString(json).getAsJsonObject();
      return new BucketPolicy(
          elements(document.get("Statement")).stream().map(JsonElement::getAsJsonObject).toList());
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("the bucket's policy is no JSON policy document", e);
    }
  }

  /**
   * Whether Lambda may read an object and its versions. What a condition lets through cannot be told
   * from here: an Allow counts in spite of it, a Deny does not.
   *
   * @param objectArn the object's ARN, for example {@code arn:aws:s3:::bucket/key.zip}
   */
  public boolean letsLambdaRead(String objectArn) {
    return ACTIONS.stream()
        .allMatch(
            action ->
                statements.stream().anyMatch(s -> allows(s) && concerns(s, action, objectArn))
                    && statements.stream()
                        .noneMatch(s -> denies(s) && concerns(s, action, objectArn)));
  }

  /**
   * The statement to add to a policy that does not let Lambda read.
   *
   * @param keyPrefix what the keys of the layers' zips start with
   * @param account only layers of this account, if given
   */
  public static String missingStatement(
      String partition, String bucket, String keyPrefix, @Nullable String account) {
    JsonObject statement = new JsonObject();
    statement.addProperty("Sid", "LambdaReadsLayers");
    statement.addProperty("Effect", "Allow");
    statement.add("Principal", object("Service", LAMBDA));
    JsonArray actions = new JsonArray();
    ACTIONS.forEach(actions::add);
    statement.add("Action", actions);
    statement.addProperty(
        "Resource", "arn:" + partition + ":s3:::" + bucket + "/" + keyPrefix + "*");
    if (account != null) {
      JsonObject condition = new JsonObject();
      condition.add("StringEquals", object("aws:SourceAccount", account));
      statement.add("Condition", condition);
    }
    return Documents.toJson(statement).trim();
  }

  private static JsonObject object(String name, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }

  private static boolean allows(JsonObject statement) {
    return texts(statement.get("Effect")).contains("Allow");
  }

  private static boolean denies(JsonObject statement) {
    return texts(statement.get("Effect")).contains("Deny") && !statement.has("Condition");
  }

  private static boolean concerns(JsonObject statement, String action, String arn) {
    return either(statement, "Principal", BucketPolicy::namesLambda)
        && either(statement, "Action", element -> matches(element, action, true))
        && either(statement, "Resource", element -> matches(element, arn, false));
  }

  /** Every element of a statement can be written the other way round, such as NotAction. */
  private static boolean either(JsonObject statement, String name, Predicate<JsonElement> named) {
    JsonElement positive = statement.get(name);
    JsonElement negative = statement.get("Not" + name);
    return positive != null ? named.test(positive) : negative != null && !named.test(negative);
  }

  private static boolean namesLambda(JsonElement principal) {
    if (!principal.isJsonObject()) {
      return texts(principal).contains("*");
    }
    JsonObject byType = principal.getAsJsonObject();
    List<String> services = texts(byType.get("Service"));
    return services.contains(LAMBDA)
        || services.contains("*")
        || texts(byType.get("AWS")).contains("*");
  }

  private static boolean matches(JsonElement patterns, String text, boolean ignoreCase) {
    return texts(patterns).stream()
        .anyMatch(
            pattern ->
                ignoreCase
                    ? glob(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                    : glob(pattern, text));
  }

  private static boolean glob(String pattern, String text) {
    StringBuilder regex = new StringBuilder();
    pattern
        .chars()
        .forEach(
            c -> {
              switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
              }
            });
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }

  private static List<String> texts(@Nullable JsonElement element) {
    return elements(element).stream()
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .toList();
  }

  private static List<JsonElement> elements(@Nullable JsonElement element) {
    if (element == null) {
      return List.of();
    }
    return element.isJsonArray()
        ? StreamSupport.stream(element.getAsJsonArray().spliterator(), false).toList()
        : List.of(element);
  }
}
