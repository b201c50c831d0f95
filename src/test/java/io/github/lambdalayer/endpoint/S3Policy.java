package io.github.lambdalayer.endpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a bucket's policy allows Lambda. Of the conditions only {@code aws:SourceAccount} is
 * understood; a statement that allows under any other condition is taken not to allow.
 */
final class S3Policy {
  private static final String LAMBDA = "lambda.amazonaws.com";

  private S3Policy() {}

  static boolean allowsLambda(
      Optional<String> policy, String action, String resource, String account) {
    if (policy.isEmpty()) {
      return false;
    }
    List<JsonObject> meant =
        items(JsonParser.parseString(policy.get()).getAsJsonObject().get("Statement")).stream()
            .map(JsonElement::getAsJsonObject)
            .filter(statement -> meansLambda(statement.get("Principal")))
            .filter(statement -> matches(statement.get("Action"), action, true))
            .filter(statement -> matches(statement.get("Resource"), resource, false))
            .toList();
    return meant.stream().noneMatch(statement -> effect(statement).equals("Deny"))
        && meant.stream()
            .anyMatch(
                statement ->
                    effect(statement).equals("Allow")
                        && holds(statement.get("Condition"), account));
  }

  private static String effect(JsonObject statement) {
    return statement.get("Effect").getAsString();
  }

  private static boolean meansLambda(@Nullable JsonElement principal) {
    if (principal == null || !principal.isJsonObject()) {
      return principal != null && principal.getAsString().equals("*");
    }
    return matches(principal.getAsJsonObject().get("Service"), LAMBDA, false);
  }

  private static boolean holds(@Nullable JsonElement condition, String account) {
    if (condition == null) {
      return true;
    }
    for (String operator : condition.getAsJsonObject().keySet()) {
      JsonObject keys = condition.getAsJsonObject().getAsJsonObject(operator);
      boolean known = operator.equals("StringEquals") || operator.equals("StringLike");
      for (String key : keys.keySet()) {
        if (!known
            || !key.equalsIgnoreCase("aws:SourceAccount")
            || !matches(keys.get(key), account, false)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether any of the patterns means the value. */
  private static boolean matches(
      @Nullable JsonElement patterns, String value, boolean ignoringCase) {
    return items(patterns).stream()
        .map(JsonElement::getAsString)
        .anyMatch(pattern -> regex(pattern, ignoringCase).matcher(value).matches());
  }

  private static Pattern regex(String wildcards, boolean ignoringCase) {
    String regex = "\\Q" + wildcards.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
    return Pattern.compile(regex, Pattern.DOTALL | (ignoringCase ? Pattern.CASE_INSENSITIVE : 0));
  }

  /** Policies write one item without a list. */
  private static List<JsonElement> items(@Nullable JsonElement value) {
    List<JsonElement> items = new ArrayList<>();
    if (value != null && value.isJsonArray()) {
      value.getAsJsonArray().forEach(items::add);
    } else if (value != null) {
      items.add(value);
    }
    return items;
  }
}
