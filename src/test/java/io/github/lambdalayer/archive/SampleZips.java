package io.github.lambdalayer.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips as other tools make them. */
public final class SampleZips {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** Adds a file with a text, or a folder where the path ends in a slash. */
  public SampleZips with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file. */
  public SampleZips with(String path, byte[] bytes) {
    entries.put(path, bytes);
    return this;
  }

  /** Adds the document about a layer, with its artifacts as JSON. */
  public SampleZips withDocument(String layer, String members) {
    return with(
        "META-INF/lambda-layer/" + layer + ".json",
        "{\"schemaVersion\": 1, \"layerName\": \"" + layer + "\"" + members + "}");
  }

  /** Writes the zip, deflated. */
  public Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
