package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

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
    return of(content, new Digests());
  }

  /**
   * Looks at every file.
   *
   * @param digests learns the digests of the files by the way
   */
  public static Survey of(LayerContent content, Digests digests) throws IOException {
    Map<String, Look> byPath = new HashMap<>();
    looks(content.entries(), digests).forEach(look -> byPath.put(look.entry().path(), look));
    var jars = new LinkedHashMap<String, JarContents>();
    var files = new LinkedHashMap<String, LooseFile>();
    var unreadable = new ArrayList<UnreadableJar>();
    for (LayerEntry entry : content.entries()) {
      Look look = byPath.get(entry.path());
      if (look != null) {
        look.addTo(jars, files, unreadable);
      }
    }
    return new Survey(content, jars, files, unreadable);
  }

  /** Files are looked at side by side; a zip that holds entries is read by one thread at a time. */
  private static List<Look> looks(List<LayerEntry> entries, Digests digests) throws IOException {
    if (entries.stream().allMatch(Survey::isReadByItself)) {
      // The largest first: with them at the end, the others would have long been done.
      return Parallel.map(
          entries.stream().sorted(Comparator.comparingLong(LayerEntry::size).reversed()).toList(),
          entry -> Look.at(entry, digests));
    }
    var looks = new ArrayList<Look>();
    for (LayerEntry entry : entries) {
      looks.add(Look.at(entry, digests));
    }
    return looks;
  }

  private static boolean isReadByItself(LayerEntry entry) {
    return entry.source() instanceof LayerEntry.FileSource
        || entry.source() instanceof LayerEntry.BytesSource;
  }

  /** What one look at an entry tells; of a file with a JAR's name elsewhere both can be told. */
  private record Look(
      LayerEntry entry,
      @Nullable JarContents jar,
      @Nullable LooseFile file,
      @Nullable UnreadableJar unreadable) {

    static Look at(LayerEntry entry, Digests digests) throws IOException {
      LooseFile file = entry.isJar() ? null : LooseFile.read(entry);
      if (!entry.path().endsWith(".jar")) {
        return new Look(entry, null, file, null);
      }
      try {
        return new Look(entry, JarContents.read(entry, digests), file, null);
      } catch (ZipException e) {
        // Elsewhere a file need be no JAR, whatever its name.
        return new Look(entry, null, file, entry.isJar() ? UnreadableJar.of(entry, e) : null);
      }
    }

    void addTo(
        Map<String, JarContents> jars,
        Map<String, LooseFile> files,
        List<UnreadableJar> unreadables) {
      if (file != null) {
        files.put(entry.path(), file);
      }
      if (jar != null) {
        jars.put(entry.path(), jar);
      }
      if (unreadable != null) {
        unreadables.add(unreadable);
      }
    }
  }
}
