package io.github.lambdalayer.endpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions as far as their layers are concerned. */
final class FunctionService {

  /** The service's largest page, whatever is asked for. */
  private static final int PAGE = 50;

  private static final Pattern NAME =
      Pattern.compile(
          "(?:arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:\\d{12}:function:)?([a-zA-Z0-9-_]{1,64})");

  private final FunctionStore store;
  private final LayerList layerList;

  FunctionService(FunctionStore store, LayerStore layers) {
    this.store = store;
    this.layerList = new LayerList(layers, store);
  }

  Answer answer(Call call) throws IOException {
    return switch (call.route().operation()) {
      case "ListFunctions" -> list(call);
      case "GetFunctionConfiguration" -> get(call);
      case "UpdateFunctionConfiguration" -> update(call);
      case "Invoke" -> invoke(call);
      case "ListTags" -> tags(call);
      case "ListVersionsByFunction" -> versions(call);
      case "GetFunctionCodeSigningConfig" -> signingOf(call);
      case "GetCodeSigningConfig" -> signing(call);
      default ->
          throw ServiceError.user(
              404, "UnknownOperationException", "Unknown operation: " + call.incoming().path());
    };
  }

  private Answer list(Call call) {
    String all = call.route().query().get("FunctionVersion");
    Constraints constraints = new Constraints();
    if (all != null) {
      constraints.member("functionVersion", all, List.of("ALL"));
    }
    constraints.check();
    Caller caller = call.caller();
    List<JsonObject> items =
        store.withAll(
            caller.account(),
            caller.region(),
            functions ->
                functions.stream()
                    .flatMap(function -> items(function, all != null).stream())
                    .toList());
    return page("Functions", items, call);
  }

  private Answer versions(Call call) {
    return page("Versions", on(call, function -> items(function, true)), call);
  }

  private static List<JsonObject> items(StoredFunction function, boolean all) {
    List<JsonObject> items = new ArrayList<>();
    items.add(FunctionDocuments.latest(function));
    for (int i = 1; all && i <= function.spec.published().size(); i++) {
      items.add(FunctionDocuments.published(function, i));
    }
    return items;
  }

  /** A marker holds the ARN of the last item shown. */
  private static Answer page(String field, List<JsonObject> items, Call call) {
    String marker = call.route().query().get("Marker");
    int start = marker == null ? 0 : 1 + index(items, decoded(marker));
    String most = call.route().query().getOrDefault("MaxItems", "50");
    Constraints constraints = new Constraints();
    constraints.range("maxItems", most, 1, 10_000);
    constraints.check();
    int end = Math.min(items.size(), start + Math.min(PAGE, Integer.parseInt(most)));
    JsonArray page = new JsonArray();
    items.subList(start, end).forEach(page::add);
    JsonObject answer = new JsonObject();
    answer.add(field, page);
    if (end < items.size()) {
      byte[] last = arn(items.get(end - 1)).getBytes(StandardCharsets.UTF_8);
      answer.addProperty("NextMarker", Base64.getEncoder().encodeToString(last));
    }
    return Answer.json(200, answer);
  }

  private static int index(List<JsonObject> items, String arn) {
    List<String> arns = items.stream().map(FunctionService::arn).toList();
    return arns.indexOf(arn);
  }

  private static String arn(JsonObject item) {
    return item.get("FunctionArn").getAsString();
  }

  private static String decoded(String marker) {
    try {
      return new String(Base64.getDecoder().decode(marker), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ServiceError.invalid("The Marker '" + marker + "' was not given out.");
    }
  }

  private Answer get(Call call) {
    return on(
        call,
        function -> {
          function.look();
          return Answer.json(200, FunctionDocuments.full(function));
        });
  }

  private Answer update(Call call) throws IOException {
    JsonObject document = Json.parse(call.body().readAllBytes());
    Json.refuseUnknownFields(
        document, "the request", Set.of("Layers", "RevisionId", "Description"));
    String revision = Json.string(document, "RevisionId");
    String description = Json.string(document, "Description");
    boolean hasLayers = document.has("Layers");
    List<String> wanted = Json.strings(document, "Layers");
    return on(
        call,
        function -> {
          if (function.isThrottled()) {
            throw ServiceError.throttled("Rate exceeded");
          }
          boolean breaksDown = function.breaksDown();
          if (breaksDown && !function.worksFirst()) {
            function.postpone(wanted);
            throw ServiceError.service("Service encountered an internal error.");
          }
          function.letRivalIn();
          requireChangeable(function, revision);
          if (description != null) {
            function.describe(description);
          }
          if (hasLayers) {
            layerList.check(function, wanted, call.caller());
            function.update(wanted);
          }
          if (breaksDown) {
            throw ServiceError.service("Service encountered an internal error.");
          }
          JsonObject answer = FunctionDocuments.full(function);
          if (function.isStrange()) {
            JsonArray nothing = new JsonArray();
            nothing.add(JsonNull.INSTANCE);
            answer.add("Architectures", nothing);
          }
          return Answer.json(200, answer);
        });
  }

  private static void requireChangeable(StoredFunction function, @Nullable String revision) {
    if (function.state().equals("Pending") || function.state().equals("Failed")) {
      throw ServiceError.conflict(
          "The operation cannot be performed at this time. The function is currently in the following"
              + " state: "
              + function.state());
    }
    if (function.update().equals("InProgress")) {
      throw ServiceError.conflict(
          "The operation cannot be performed at this time. An update is in progress for resource: "
              + function.arn);
    }
    if (revision != null && !revision.equals(function.revision())) {
      throw ServiceError.user(
          412,
          "PreconditionFailedException",
          "The RevisionId provided does not match the latest RevisionId. Call the"
              + " GetFunction/GetAlias/GetVersion API to retrieve the latest RevisionId");
    }
  }

  private Answer invoke(Call call) throws IOException {
    requireJson(new String(call.body().readAllBytes(), StandardCharsets.UTF_8));
    return on(
        call,
        function -> {
          if (function.state().equals("Pending")) {
            throw ServiceError.conflict(
                "The operation cannot be performed at this time. The function is currently in the"
                    + " following state: Pending");
          }
          if (function.state().equals("Inactive")) {
            function.state("Active");
            throw ServiceError.user(
                502,
                "ResourceNotReadyException",
                "The function is inactive, and being made ready.");
          }
          Answer answer =
              Answer.text(200, "application/json", function.payload())
                  .withHeader("X-Amz-Executed-Version", "$LATEST");
          String error = function.error();
          return error == null ? answer : answer.withHeader("X-Amz-Function-Error", error);
        });
  }

  private static void requireJson(String event) {
    try {
      JsonElement parsed = JsonParser.parseString(event);
      if (!parsed.isJsonNull() || event.trim().equals("null") || event.isEmpty()) {
        return;
      }
    } catch (JsonParseException e) {
      throw unparsable(e.getMessage());
    }
    throw unparsable(event);
  }

  private static ServiceError unparsable(@Nullable String why) {
    return ServiceError.user(
        400, "InvalidRequestContentException", "Could not parse request body into json: " + why);
  }

  private Answer tags(Call call) {
    String arn = call.route().parameter("arn");
    Constraints constraints = new Constraints();
    constraints.pattern("resource", arn, "arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:\\d{12}:function:.+");
    constraints.check();
    return on(
        call,
        arn,
        function -> {
          JsonObject tags = new JsonObject();
          function.spec.tags().forEach(tags::addProperty);
          JsonObject answer = new JsonObject();
          answer.add("Tags", tags);
          return Answer.json(200, answer);
        });
  }

  private Answer signingOf(Call call) {
    return on(
        call,
        function -> {
          JsonObject answer = Json.object("FunctionName", function.spec.name());
          answer.addProperty(
              "CodeSigningConfigArn",
              function.signingConfig() == null ? "" : function.signingConfig());
          return Answer.json(200, answer);
        });
  }

  private Answer signing(Call call) {
    String arn = call.route().parameter("arn");
    FunctionStore.@Nullable Signing signing = store.config(arn);
    if (signing == null) {
      throw ServiceError.notFound("Code signing configuration cannot be found: " + arn);
    }
    JsonObject publishers = new JsonObject();
    publishers.add("SigningProfileVersionArns", Json.array(signing.profiles()));
    JsonObject config = Json.object("CodeSigningConfigArn", arn);
    config.add("AllowedPublishers", publishers);
    config.add(
        "CodeSigningPolicies",
        Json.object("UntrustedArtifactOnDeployment", signing.isEnforced() ? "Enforce" : "Warn"));
    JsonObject answer = new JsonObject();
    answer.add("CodeSigningConfig", config);
    return Answer.json(200, answer);
  }

  private <T> T on(Call call, Function<StoredFunction, T> work) {
    return on(call, call.route().parameter("function"), work);
  }

  private <T> T on(Call call, String nameOrArn, Function<StoredFunction, T> work) {
    Constraints constraints = new Constraints();
    constraints.pattern("functionName", nameOrArn, NAME.pattern());
    constraints.check();
    Matcher name = NAME.matcher(nameOrArn);
    if (!name.matches()) {
      throw new IllegalStateException(nameOrArn);
    }
    return store.with(call.caller().account(), call.caller().region(), name.group(1), work);
  }
}
