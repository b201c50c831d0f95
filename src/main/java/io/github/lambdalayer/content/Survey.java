package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is in the files of a layer, by one look at each.
 *
 * @param content the layer
 * @param jars what is in the JARs, those of {@code java/lib} and others, by their paths
 * @param files what the other files are, by their paths
 */
public record Survey(
    LayerContent content, Map<String, JarContents> jars, Map<String, LooseFile> files) {

  public Survey {
    jars = Collections.unmodifiableMap(new LinkedHashMap<>(jars));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * Looks at every file.
   *
   * @throws InvalidInputException if a JAR of {@code java/lib} cannot be read
   */
  public static Survey of(LayerContent content) throws IOException {
    var jars = new LinkedHashMap<String, JarContents>();
    var files = new LinkedHashMap<String, LooseFile>();
    for (LayerEntry entry : content.entries()) {
      if (entry.isJar()) {
        jars.put(entry.path(), JarContents.read(entry));
      } else {
        files.put(entry.path(), LooseFile.read(entry));
        if (entry.path().endsWith(".jar")) {
          JarContents.readIfJar(entry).ifPresent(jar -> jars.put(entry.path(), jar));
        }
      }
    }
    return new Survey(content, jars, files);
  }
}
