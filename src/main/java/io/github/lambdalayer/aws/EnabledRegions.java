package io.github.lambdalayer.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The regions that an account has enabled: {@code account:ListRegions}.
 *
 * @see <a href="https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html">
 *     ListRegions</a>
 */
final class EnabledRegions {

  private static final String OPERATION = "ListRegions";

  private final Clients clients;

  EnabledRegions(Clients clients) {
    this.clients = clients;
  }

  private record Page(List<String> regions, @Nullable String next) {}

  /** The codes of the regions of the caller's account in its partition. */
  List<String> list(String partition) {
    var service =
        new JsonService(clients, "account", Partitions.firstRegion(partition), EnabledRegions::fix);
    var regions = new ArrayList<String>();
    String token = null;
    do {
      Page page =
          service.call(
              JsonRequest.post(OPERATION, "/listRegions", body(token)), EnabledRegions::page);
      regions.addAll(page.regions());
      token = page.next();
    } while (token != null);
    return regions;
  }

  private static Page page(JsonAnswer answer) {
    return new Page(
        answer.children("Regions").stream().map(region -> region.text("RegionName")).toList(),
        answer.find("NextToken").orElse(null));
  }

  private static String fix(String operation, String code) {
    return code.equals(JsonErrors.UNKNOWN_HOST)
        ? ""
        : code.contains("AccessDenied")
            ? "<regions> is 'all': allow the action account:ListRegions to this identity, or name the"
                + " regions."
            : "<regions> is 'all': name the regions.";
  }

  private static JsonObject body(@Nullable String token) {
    var statuses = new JsonArray();
    statuses.add("ENABLED");
    statuses.add("ENABLED_BY_DEFAULT");
    var body = new JsonObject();
    body.addProperty("MaxResults", 50);
    body.add("RegionOptStatusContains", statuses);
    if (token != null) {
      body.addProperty("NextToken", token);
    }
    return body;
  }
}
