package io.github.lambdalayer.endpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * AWS Systems Manager's parameters, in the protocol JSON 1.1: refusals have the status 400, and their
 * name is in the document.
 */
public final class ParameterService implements Service {
  private static final String PREFIX = "AmazonSSM.";
  private static final Set<String> OPERATIONS = Set.of("GetParameters", "PutParameter");
  private static final Set<String> PUT_FIELDS =
      Set.of("Name", "Value", "Description", "Type", "Overwrite", "Tier", "DataType");
  private static final List<String> TYPES = List.of("SecureString", "StringList", "String");
  private static final int LEVELS = 15;
  private static final int VALUE_LIMIT = 4096;
  private static final int ARN_LIMIT = 1011;

  private record Parameter(String type, String value, long version) {}

  private record Place(String account, String region) {}

  private final Map<Place, Map<String, Parameter>> places = new HashMap<>();

  ParameterService() {}

  /** The parameters' values by their names. */
  public synchronized Map<String, String> in(String account, String region) {
    Map<String, String> values = new TreeMap<>();
    at(account, region).forEach((name, parameter) -> values.put(name, parameter.value()));
    return values;
  }

  /** Writes a parameter, as somebody with a console would. */
  public synchronized void put(
      String account, String region, String name, String type, String value) {
    at(account, region).put(name, new Parameter(type, value, 1));
  }

  /** Deletes a parameter, as somebody with a console would. */
  public synchronized void delete(String account, String region, String name) {
    at(account, region).remove(name);
  }

  @Override
  public String scope() {
    return "ssm";
  }

  /** The query of the route is the document, as far as tests look at it. */
  @Override
  public Route route(Incoming incoming, InputStream body) throws IOException {
    String target = Objects.requireNonNullElse(incoming.header("X-Amz-Target"), "");
    String operation = target.startsWith(PREFIX) ? target.substring(PREFIX.length()) : "";
    boolean known =
        OPERATIONS.contains(operation)
            && incoming.method().equals("POST")
            && incoming.path().equals("/")
            && "application/x-amz-json-1.1".equals(incoming.header("Content-Type"));
    JsonObject document = known ? Json.parse(body.readAllBytes()) : new JsonObject();
    Map<String, String> query = new HashMap<>();
    for (Map.Entry<String, JsonElement> field : document.entrySet()) {
      boolean plain = field.getValue().isJsonPrimitive();
      query.put(
          field.getKey(), plain ? field.getValue().getAsString() : field.getValue().toString());
    }
    return new Route(
        known ? operation : Route.UNKNOWN, Map.of("document", document.toString()), query);
  }

  @Override
  public Answer answer(Call call) {
    String text = call.route().parameter("document");
    JsonObject document = Json.parse(text.getBytes(StandardCharsets.UTF_8));
    return switch (call.route().operation()) {
      case "GetParameters" -> get(call.caller(), document);
      case "PutParameter" -> put(call.caller(), document);
      default -> throw refused("UnknownOperationException", "");
    };
  }

  @Override
  public Answer refusal(ServiceError error) {
    String name =
        switch (error.name()) {
          case "TooManyRequestsException" -> "ThrottlingException";
          case "ServiceException" -> "InternalServerError";
          case "InvalidParameterValueException" -> "ValidationException";
          default -> error.name();
        };
    JsonObject body = Json.object("__type", name);
    body.addProperty("message", error.message());
    int status = error.status() >= 500 ? error.status() : 400;
    return Answer.text(status, "application/x-amz-json-1.1", body.toString());
  }

  private synchronized Answer get(Caller caller, JsonObject request) {
    Json.refuseUnknownFields(request, "the request", Set.of("Names", "WithDecryption"));
    List<String> names = Json.strings(request, "Names");
    if (names.isEmpty() || names.size() > 10) {
      throw refused(
          "ValidationException",
          "1 validation error detected: Value at 'names' failed to satisfy constraint: Member must"
              + " have length less than or equal to 10");
    }
    JsonArray found = new JsonArray();
    JsonArray missing = new JsonArray();
    for (String name : names) {
      Parameter parameter = at(caller.account(), caller.region()).get(name);
      if (parameter == null) {
        missing.add(name);
      } else {
        found.add(document(caller, name, parameter));
      }
    }
    JsonObject answer = new JsonObject();
    answer.add("InvalidParameters", missing);
    answer.add("Parameters", found);
    return Answer.json(200, answer);
  }

  private static JsonObject document(Caller caller, String name, Parameter parameter) {
    JsonObject document = Json.object("Name", name);
    document.addProperty("ARN", arn(caller, name));
    document.addProperty("DataType", "text");
    document.addProperty("LastModifiedDate", 1.7e9);
    document.addProperty("Type", parameter.type());
    document.addProperty("Value", parameter.value());
    document.addProperty("Version", parameter.version());
    return document;
  }

  private synchronized Answer put(Caller caller, JsonObject request) {
    Json.refuseUnknownFields(request, "the request", PUT_FIELDS);
    String name = Objects.requireNonNullElse(Json.string(request, "Name"), "");
    String value = Objects.requireNonNullElse(Json.string(request, "Value"), "");
    String type = Json.string(request, "Type");
    requireName(caller, name);
    requireValue(value);
    Parameter earlier = at(caller.account(), caller.region()).get(name);
    boolean overwrite = request.has("Overwrite") && request.get("Overwrite").getAsBoolean();
    if (earlier != null && !overwrite) {
      throw refused(
          "ParameterAlreadyExists",
          "The parameter already exists. To overwrite this value, set the overwrite option in the"
              + " request to true.");
    }
    requireType(type, earlier);
    Parameter written =
        new Parameter(
            type == null && earlier != null ? earlier.type() : String.valueOf(type),
            value,
            earlier == null ? 1 : earlier.version() + 1);
    at(caller.account(), caller.region()).put(name, written);
    JsonObject answer = Json.object("Tier", "Standard");
    answer.addProperty("Version", written.version());
    return Answer.json(200, answer);
  }

  private static void requireName(Caller caller, String name) {
    String bare = name.replaceFirst("^/", "").toLowerCase(Locale.ROOT);
    if (bare.startsWith("aws") && name.startsWith("/")) {
      throw refused("AccessDeniedException", "No access to reserved parameter name: " + name + ".");
    }
    if (bare.startsWith("aws") || bare.startsWith("ssm") || !name.matches("(/?[a-zA-Z0-9_.-]+)+")) {
      throw refused(
          "ValidationException",
          "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it"
              + " can consist of sub-paths divided by slash symbol; each sub-path can be formed as a"
              + " mix of letters, numbers and the following 3 symbols .-_");
    }
    if (name.contains("/") && !name.startsWith("/")) {
      throw refused("ValidationException", "Parameter name must be a fully qualified name.");
    }
    if (name.chars().filter(c -> c == '/').count() > LEVELS) {
      throw refused(
          "HierarchyLevelLimitExceededException",
          "A parameter hierarchy can have a maximum of 15 levels.");
    }
    if (arn(caller, name).length() > ARN_LIMIT) {
      throw refused("ValidationException", "Parameter name exceeds the maximum length of 1011.");
    }
  }

  private static void requireValue(String value) {
    if (value.isEmpty()) {
      throw refused(
          "ValidationException",
          "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must"
              + " have length greater than or equal to 1.");
    }
    if (value.length() > VALUE_LIMIT) {
      throw refused(
          "ValidationException",
          "Standard tier parameters support a maximum parameter value of 4096 characters.");
    }
  }

  private static void requireType(@Nullable String type, @Nullable Parameter earlier) {
    if (type == null && earlier == null) {
      throw refused(
          "ValidationException", "A parameter type is required when you create a parameter.");
    }
    if (type != null && !TYPES.contains(type)) {
      throw refused(
          "ValidationException",
          "1 validation error detected: Value '%s' at 'type' failed to satisfy constraint: Member must"
                  .formatted(type)
              + " satisfy enum value set: [SecureString, StringList, String]");
    }
    if (type != null && earlier != null && !type.equals(earlier.type())) {
      throw refused(
          "HierarchyTypeMismatchException",
          "Parameter Store does not support changing a parameter type in a hierarchy.");
    }
  }

  private static String arn(Caller caller, String name) {
    return "arn:%s:ssm:%s:%s:parameter%s"
        .formatted(
            caller.partition(),
            caller.region(),
            caller.account(),
            name.startsWith("/") ? name : "/" + name);
  }

  private static ServiceError refused(String name, String message) {
    return ServiceError.user(400, name, message);
  }

  private Map<String, Parameter> at(String account, String region) {
    return places.computeIfAbsent(new Place(account, region), place -> new TreeMap<>());
  }
}
