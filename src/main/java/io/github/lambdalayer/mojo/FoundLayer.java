package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.UsedLayer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a function, and where its code can be had.
 *
 * @param layer the layer
 * @param reference the module that builds it; null for what is named by its zip or its ARN
 * @param zip its zip; null where it is still to be looked for
 * @param codeSha256 the digest of that in base64; empty where it is not known
 */
record FoundLayer(
    UsedLayer layer, @Nullable LayerReference reference, @Nullable Path zip, String codeSha256) {

  /**
   * Each of several layers once: a module's can be named by its zip or its ARN, too.
   *
   * @param told is told of each that is left out
   */
  static List<FoundLayer> distinct(List<FoundLayer> layers, Consumer<String> told) {
    var byDigest = new LinkedHashMap<String, FoundLayer>();
    for (FoundLayer one : layers) {
      String key = one.codeSha256.isEmpty() ? "unknown " + byDigest.size() : one.codeSha256;
      FoundLayer first = byDigest.putIfAbsent(key, one);
      if (first != null) {
        told.accept(
            Messages.format(
                "The same zip, and one layer: %s and %s", first.layer.label(), one.layer.label()));
      }
    }
    return List.copyOf(byDigest.values());
  }
}
