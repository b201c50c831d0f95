package io.github.lambdalayer.endpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The two lists, filtered and paged. */
final class ListOperations {
  private final LayerStore store;

  ListOperations(LayerStore store) {
    this.store = store;
  }

  Answer versions(Call call) {
    LayerRef layer = call.ownLayer();
    Predicate<StoredVersion> filter = filter(call.route().query());
    List<JsonObject> items =
        store.visible(layer.account(), layer.region(), layer.name()).stream()
            .filter(filter)
            .map(version -> VersionDocuments.item(layer, version))
            .toList();
    return page("LayerVersions", items, "Version", ListOperations::older, call.route().query());
  }

  Answer layers(Call call) {
    Predicate<StoredVersion> filter = filter(call.route().query());
    List<JsonObject> items =
        store.names(call.caller().account(), call.caller().region()).stream()
            .map(name -> LayerRef.parse(name, call.caller()))
            .flatMap(layer -> latest(layer, filter).stream())
            .toList();
    return page(
        "Layers",
        items,
        "LayerName",
        (name, marker) -> name.compareTo(marker) > 0,
        call.route().query());
  }

  private List<JsonObject> latest(LayerRef layer, Predicate<StoredVersion> filter) {
    return store.visible(layer.account(), layer.region(), layer.name()).stream()
        .filter(filter)
        .limit(1)
        .map(version -> layerItem(layer, version))
        .toList();
  }

  private static JsonObject layerItem(LayerRef layer, StoredVersion latest) {
    JsonObject item = Json.object("LayerName", layer.name());
    item.addProperty("LayerArn", layer.arn());
    item.add("LatestMatchingVersion", VersionDocuments.item(layer, latest));
    return item;
  }

  private static Predicate<StoredVersion> filter(Map<String, String> query) {
    String runtime = query.get("CompatibleRuntime");
    String architecture = query.get("CompatibleArchitecture");
    Constraints constraints = new Constraints();
    if (runtime != null) {
      constraints.member("compatibleRuntime", runtime, Known.RUNTIMES);
    }
    if (architecture != null) {
      constraints.member("compatibleArchitecture", architecture, Known.ARCHITECTURES);
    }
    constraints.check();
    return version ->
        (runtime == null || version.compatibleRuntimes().contains(runtime))
            && (architecture == null || version.compatibleArchitectures().contains(architecture));
  }

  /** A marker holds the last key shown, so that it stays good when that item is deleted. */
  private static Answer page(
      String field,
      List<JsonObject> items,
      String key,
      BiPredicate<String, String> after,
      Map<String, String> query) {
    Optional<String> marker = Optional.ofNullable(query.get("Marker")).map(ListOperations::decoded);
    List<JsonObject> left =
        items.stream()
            .filter(item -> marker.isEmpty() || after.test(key(item, key), marker.get()))
            .toList();
    List<JsonObject> shown = left.subList(0, Math.min(left.size(), maxItems(query)));
    JsonArray page = new JsonArray();
    shown.forEach(page::add);
    JsonObject answer = new JsonObject();
    answer.add(field, page);
    if (shown.size() < left.size()) {
      byte[] last = key(shown.get(shown.size() - 1), key).getBytes(StandardCharsets.UTF_8);
      answer.addProperty("NextMarker", Base64.getEncoder().encodeToString(last));
    }
    return Answer.json(200, answer);
  }

  private static String key(JsonObject item, String key) {
    return item.get(key).getAsString();
  }

  private static String decoded(String marker) {
    try {
      String key = new String(Base64.getDecoder().decode(marker), StandardCharsets.UTF_8);
      if (key.matches("[a-zA-Z0-9-_]{1,140}")) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw invalidMarker(marker);
    }
    throw invalidMarker(marker);
  }

  private static boolean older(String version, String marker) {
    return Long.parseLong(version) < Call.version(marker);
  }

  private static ServiceError invalidMarker(String marker) {
    return ServiceError.invalid("Marker '" + marker + "' was not given out by this operation.");
  }

  private static int maxItems(Map<String, String> query) {
    String value = query.getOrDefault("MaxItems", "50");
    Constraints constraints = new Constraints();
    constraints.range("maxItems", value, 1, 50);
    constraints.check();
    return Integer.parseInt(value);
  }
}
