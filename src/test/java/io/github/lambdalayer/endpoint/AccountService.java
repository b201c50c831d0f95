package io.github.lambdalayer.endpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** AWS Account Management: which regions an account has. */
final class AccountService implements Service {
  static final List<String> DEFAULT_REGIONS =
      List.of(
          ("us-east-1 us-east-2 us-west-1 us-west-2 ap-south-1 ap-northeast-1 ap-northeast-2"
                  + " ap-northeast-3 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1"
                  + " eu-west-1 eu-west-2 eu-west-3 eu-north-1 sa-east-1")
              .split(" ", -1));

  /** Regions that an account has to opt in to. */
  private static final List<String> OPT_IN_REGIONS =
      List.of("af-south-1", "ap-east-1", "eu-south-1", "me-south-1");

  private static final Set<String> FIELDS =
      Set.of("AccountId", "MaxResults", "NextToken", "RegionOptStatusContains");
  private static final List<String> STATUSES =
      List.of("ENABLED", "ENABLING", "DISABLING", "DISABLED", "ENABLED_BY_DEFAULT");

  private final Map<String, List<String>> enabled = new ConcurrentHashMap<>();

  void enable(String account, List<String> regions) {
    enabled.put(account, List.copyOf(regions));
  }

  @Override
  public String scope() {
    return "account";
  }

  @Override
  public Route route(Incoming incoming, InputStream body) {
    boolean list = incoming.method().equals("POST") && incoming.path().equals("/listRegions");
    return new Route(list ? "ListRegions" : Route.UNKNOWN, Map.of(), Map.of());
  }

  @Override
  public Answer answer(Call call) throws IOException {
    if (call.route().operation().equals(Route.UNKNOWN)) {
      throw ServiceError.user(404, "UnknownOperationException", "Unknown operation");
    }
    JsonObject request = Json.parse(call.body().readAllBytes());
    Json.refuseUnknownFields(request, "the request", FIELDS);
    List<String> statuses = Json.strings(request, "RegionOptStatusContains");
    int maximum = maximum(request.get("MaxResults"));
    Constraints constraints = new Constraints();
    constraints.members("regionOptStatusContains", statuses, 5, STATUSES);
    constraints.check();
    String token = Json.string(request, "NextToken");
    return page(regions(call.caller().account(), statuses), after(token), maximum);
  }

  @Override
  public Answer refusal(ServiceError error) {
    if (error.name().equals("InvalidParameterValueException")) {
      return error.answer().withHeader("x-amzn-ErrorType", "ValidationException");
    }
    return error.status() == 500
        ? error.answer().withHeader("x-amzn-ErrorType", "InternalServerException")
        : error.answer();
  }

  private List<JsonObject> regions(String account, List<String> statuses) {
    List<String> on = enabled.getOrDefault(account, DEFAULT_REGIONS);
    Set<String> all = new TreeSet<>(DEFAULT_REGIONS);
    all.addAll(OPT_IN_REGIONS);
    all.addAll(on);
    return all.stream()
        .map(region -> region(region, on.contains(region)))
        .filter(region -> statuses.isEmpty() || statuses.contains(text(region, "RegionOptStatus")))
        .toList();
  }

  private static JsonObject region(String name, boolean on) {
    JsonObject region = Json.object("RegionName", name);
    String enabled = DEFAULT_REGIONS.contains(name) ? "ENABLED_BY_DEFAULT" : "ENABLED";
    region.addProperty("RegionOptStatus", on ? enabled : "DISABLED");
    return region;
  }

  private static Answer page(List<JsonObject> regions, String after, int maximum) {
    List<JsonObject> left =
        regions.stream().filter(region -> text(region, "RegionName").compareTo(after) > 0).toList();
    JsonArray shown = new JsonArray();
    left.stream().limit(maximum).forEach(shown::add);
    JsonObject answer = new JsonObject();
    answer.add("Regions", shown);
    if (shown.size() < left.size()) {
      byte[] last = text(left.get(shown.size() - 1), "RegionName").getBytes(StandardCharsets.UTF_8);
      answer.addProperty("NextToken", Base64.getEncoder().encodeToString(last));
    }
    return Answer.json(200, answer);
  }

  private static String after(@Nullable String token) {
    try {
      return token == null
          ? ""
          : new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ServiceError.invalid("Invalid NextToken");
    }
  }

  private static int maximum(@Nullable JsonElement value) {
    if (value == null || value.isJsonNull()) {
      return 20;
    }
    Constraints constraints = new Constraints();
    constraints.range("maxResults", value.getAsString(), 1, 50);
    constraints.check();
    return value.getAsInt();
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }
}
