package io.github.lambdalayer.output;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes the folders of this machine out of texts: a page is shown to others, and is to be the same
 * wherever it is made.
 */
public final class PortablePaths {

  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * Folders, and what stands in the texts for each.
   *
   * @param folders the deepest is looked for first; what stands for it may be empty
   */
  public PortablePaths(Map<Path, String> folders) {
    folders.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Path, String>>comparingInt(e -> e.getKey().toString().length())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e -> {
              String folder = e.getKey().toAbsolutePath().normalize().toString();
              names.put(
                  folder.endsWith(File.separator) ? folder : folder + File.separator, e.getValue());
            });
    // The root of the file system is in every path, and says nothing of the machine.
    names.remove(File.separator);
  }

  String portable(String text) {
    String portable = text;
    for (var name : names.entrySet()) {
      portable = portable.replace(name.getKey(), name.getValue());
    }
    return portable;
  }
}
