package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Content for zips in tests. */
final class SampleLayers {

  /** The text of the file that stands for a JAR. */
  static final String JAR = "PK stands at the beginning of a real one";

  private SampleLayers() {}

  /** Two small files, an executable and what stands for a JAR. */
  static LayerContent content(Path folder) throws IOException {
    return new LayerContent(
        List.of(
            entry(folder, "java/lib/lib-1.0.jar", JAR, false),
            entry(folder, "data/größe.txt", "zwölf\n", false),
            entry(folder, "bin/tool", "#!/bin/sh\necho hello\n", true),
            entry(folder, "config.yaml", "", false)));
  }

  /** A layer without JARs. */
  static LayerContent plain(Path folder) throws IOException {
    return new LayerContent(
        List.of(
            entry(folder, "bin/tool", "#!/bin/sh\n", true),
            entry(folder, "config.yaml", "a: b\n", false)));
  }

  /** One entry, with its file in a folder. */
  static LayerEntry entry(Path folder, String path, String text, boolean executable)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve(path.replaceAll("[^A-Za-z0-9.-]", "_")), bytes);
    return new LayerEntry(
        path, new LayerEntry.FileSource(file), bytes.length, executable, "file " + file);
  }
}
