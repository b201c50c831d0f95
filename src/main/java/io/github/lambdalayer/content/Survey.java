package io.github.lambdalayer.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * What is in the files of a layer, by one look at each.
 *
 * @param content the layer
 * @param jars what is in the JARs, those of {@code java/lib} and others, by their paths
 * @param files what the other files are, by their paths
 * @param unreadable JARs of {@code java/lib} of which nothing is known, in the order of the layer
 */
public record Survey(
    LayerContent content,
    Map<String, JarContents> jars,
    Map<String, LooseFile> files,
    List<UnreadableJar> unreadable) {

  public Survey {
    jars = Collections.unmodifiableMap(new LinkedHashMap<>(jars));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    unreadable = List.copyOf(unreadable);
  }

  /** Looks at every file. */
  public static Survey of(LayerContent content) throws IOException {
    var jars = new LinkedHashMap<String, JarContents>();
    var files = new LinkedHashMap<String, LooseFile>();
    var unreadable = new ArrayList<UnreadableJar>();
    for (LayerEntry entry : content.entries()) {
      if (!entry.isJar()) {
        files.put(entry.path(), LooseFile.read(entry));
      }
      if (entry.path().endsWith(".jar")) {
        try {
          jars.put(entry.path(), JarContents.read(entry));
        } catch (ZipException e) {
          // Elsewhere a file need be no JAR, whatever its name.
          if (entry.isJar()) {
            unreadable.add(UnreadableJar.of(entry, e));
          }
        }
      }
    }
    return new Survey(content, jars, files, unreadable);
  }
}
