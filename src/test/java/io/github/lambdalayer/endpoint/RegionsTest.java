package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RegionsTest extends WithEndpoint {
  private static final String ENABLED =
      "\"RegionOptStatusContains\":[\"ENABLED\",\"ENABLED_BY_DEFAULT\"]";

  @Test
  void anAccountHasTheDefaultRegions() {
    JsonObject page = json(list("{" + ENABLED + "}"));
    assertThat(names(page)).hasSize(17).contains("us-east-1", "eu-west-1", "sa-east-1").isSorted();
    assertThat(page.has("NextToken")).isFalse();
    assertThat(endpoint.calls("ListRegions").get(0).account()).isEqualTo(OWNER);
  }

  @Test
  void regionsNotOptedInToAreDisabled() {
    endpoint.regions(OWNER, List.of("us-east-1", "af-south-1", "xx-new-1"));

    assertThat(names(json(list("{\"RegionOptStatusContains\":[\"ENABLED\"]}"))))
        .containsExactly("af-south-1", "xx-new-1");
    assertThat(names(json(list("{\"RegionOptStatusContains\":[\"ENABLED_BY_DEFAULT\"]}"))))
        .containsExactly("us-east-1");
    assertThat(names(json(list("{\"MaxResults\":50}")))).contains("eu-west-1");
  }

  @Test
  void regionsComeInPages() {
    List<String> names = new ArrayList<>();
    JsonObject page = json(list("{\"MaxResults\":5," + ENABLED + "}"));
    names.addAll(names(page));
    while (page.has("NextToken")) {
      String token = page.get("NextToken").getAsString();
      page = json(list("{\"MaxResults\":5,\"NextToken\":\"" + token + "\"," + ENABLED + "}"));
      names.addAll(names(page));
    }
    assertThat(endpoint.calls("ListRegions")).hasSize(4);
    assertThat(names).hasSize(17).doesNotHaveDuplicates();
  }

  @Test
  void aPageHasFiftyRegionsAtMostAndStatusesAreKnown() {
    for (String body :
        new String[] {"{\"MaxResults\":51}", "{\"RegionOptStatusContains\":[\"ON\"]}"}) {
      HttpResponse<String> response = list(body);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(RawCall.errorType(response)).isEqualTo("ValidationException");
    }
  }

  @Test
  void anAccountMayBeDeniedTheList() {
    endpoint.faults().deny(OWNER, "account:ListRegions");
    HttpResponse<String> response = list("{}");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(RawCall.errorType(response)).isEqualTo("AccessDeniedException");
  }

  private HttpResponse<String> list(String body) {
    return RawCall.send(
        RawCall.unsigned(endpoint, "/listRegions")
            .header("Authorization", RawCall.authorization("AKIA" + OWNER, "account"))
            .header("X-Amz-Date", RawCall.DATE)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonObject json(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  private static List<String> names(JsonObject page) {
    List<String> names = new ArrayList<>();
    for (JsonElement region : page.getAsJsonArray("Regions")) {
      names.add(region.getAsJsonObject().get("RegionName").getAsString());
    }
    return names;
  }
}
