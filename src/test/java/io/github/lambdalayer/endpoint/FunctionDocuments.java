package io.github.lambdalayer.endpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** The JSON in which functions are shown. */
final class FunctionDocuments {
  private static final String LATEST = "$LATEST";

  private FunctionDocuments() {}

  /** What get and update answer. */
  static JsonObject full(StoredFunction function) {
    JsonObject document = item(function, function.layers(), LATEST);
    document.addProperty("FunctionArn", function.arn);
    document.addProperty("State", function.state());
    document.addProperty("LastUpdateStatus", function.update());
    if (!function.updateReason().isEmpty()) {
      document.addProperty("LastUpdateStatusReason", function.updateReason());
      document.addProperty("LastUpdateStatusReasonCode", "InternalError");
    }
    return document;
  }

  /** What lists show of it: its state is not in them. */
  static JsonObject latest(StoredFunction function) {
    return item(function, function.layers(), LATEST);
  }

  /** A published version in a list. */
  static JsonObject published(StoredFunction function, int number) {
    return item(function, function.spec.published().get(number - 1), String.valueOf(number));
  }

  private static JsonObject item(StoredFunction function, List<String> layers, String version) {
    FunctionSpec spec = function.spec;
    JsonObject item = Json.object("FunctionName", spec.name());
    item.addProperty("FunctionArn", function.arn + ":" + version);
    item.addProperty("Version", version);
    if (!spec.isImage()) {
      item.addProperty("Runtime", spec.runtime());
      item.addProperty("Handler", "example.Handler");
    }
    item.addProperty("Description", function.description());
    item.addProperty("CodeSize", spec.codeSize());
    item.addProperty("PackageType", spec.isImage() ? "Image" : "Zip");
    item.addProperty("RevisionId", function.revision());
    item.add("Architectures", Json.array(spec.architectures()));
    if (!layers.isEmpty()) {
      item.add("Layers", layers(function, layers));
    }
    return item;
  }

  private static JsonArray layers(StoredFunction function, List<String> arns) {
    JsonArray layers = new JsonArray();
    for (String arn : arns) {
      JsonObject layer = Json.object("Arn", arn);
      layer.addProperty("CodeSize", function.size(arn));
      layers.add(layer);
    }
    return layers;
  }
}
