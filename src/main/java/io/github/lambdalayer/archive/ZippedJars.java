package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.Folders;
import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The JARs in a folder of a zip, unpacked to be looked into: a JAR's directory stands at its end. */
public final class ZippedJars {

  /** Lambda's runtime passes over all other names, and over what is in folders below. */
  private static final Pattern LOADED = Pattern.compile("[^/%#]+\\.jar");

  private ZippedJars() {}

  /** Whether Lambda's runtime would load a file of that path from a folder. */
  public static boolean isLoaded(String folder, String path) {
    return path.startsWith(folder) && LOADED.matcher(path.substring(folder.length())).matches();
  }

  /**
   * Unpacks them. Their names say anything, so the files have names of their own.
   *
   * @param folder the folder in the zip, with {@code /} at its end
   * @param target a folder, which is made if need be
   * @return the files by their paths in the zip, in the order of those
   * @throws InvalidInputException if it is no zip, or a damaged one
   */
  public static Map<String, Path> unpack(Path zip, String folder, Path target) throws IOException {
    var files = new TreeMap<String, Path>();
    try (LayerZipReader reader = LayerZipReader.open(zip)) {
      for (ZipArchiveEntry entry : reader.files()) {
        if (isLoaded(folder, entry.getName()) && !files.containsKey(entry.getName())) {
          Path file = Folders.create(target).resolve(files.size() + ".jar");
          try (InputStream in = reader.open(entry)) {
            Files.copy(in, file);
          }
          files.put(entry.getName(), file);
        }
      }
    }
    return files;
  }
}
