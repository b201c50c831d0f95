package io.github.lambdalayer.lint;

import io.github.lambdalayer.lint.FunctionCode.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The JARs that a layer has in {@code java/lib}.
 *
 * @param layer the layer
 * @param jars its JARs, as far as they could be had
 * @param isComplete whether all of them could be
 */
public record LayerCode(UsedLayer layer, List<CodeSource> jars, boolean isComplete) {

  public LayerCode {
    jars = List.copyOf(jars);
  }

  /**
   * The class path that layers make together: each is unpacked over those before it, so that of two
   * files with one path the later layer's stays, and then the order of the names counts, whichever
   * layer they come from. Seen on Lambda's own runtime client.
   *
   * @param layers in the order in which the function names them
   */
  static List<CodeSource> merged(Collection<LayerCode> layers) {
    var byPath = new TreeMap<String, CodeSource>();
    for (LayerCode layer : layers) {
      layer.jars().forEach(jar -> byPath.put(jar.path(), jar));
    }
    return new ArrayList<>(byPath.values());
  }
}
