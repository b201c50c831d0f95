package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small JARs for tests. */
public final class SampleJars {

  /** The time of every entry. */
  public static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private SampleJars() {}

  /** The header of a class file, for example 52 for Java 8: all that is ever read of it. */
  public static byte[] classFile(int version) {
    return ByteBuffer.allocate(10)
        .putInt(0xCAFEBABE)
        .putShort((short) 0)
        .putShort((short) version)
        .putShort((short) 1)
        .array();
  }

  /** A manifest with these lines. */
  static byte[] manifest(String... lines) {
    String all = "Manifest-Version: 1.0\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
    return all.getBytes(StandardCharsets.UTF_8);
  }

  /** A text file. */
  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Gives an entry the name of another; both have the same length. */
  static Path renamed(Path jar, String from, String to) throws IOException {
    String bytes = Files.readString(jar, StandardCharsets.ISO_8859_1);
    return Files.writeString(jar, bytes.replace(from, to), StandardCharsets.ISO_8859_1);
  }

  /** A JAR with these entries. */
  public static Path jar(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      for (var entry : new TreeMap<>(entries).entrySet()) {
        var header = new ZipEntry(entry.getKey());
        header.setTimeLocal(TIME);
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** A layer with these JARs in {@code java/lib}. */
  static LayerContent layer(Path... jars) {
    List<LayerEntry> entries = Arrays.stream(jars).map(SampleJars::entry).toList();
    return new LayerContent(entries);
  }

  private static LayerEntry entry(Path jar) {
    return new LayerEntry(
        "java/lib/" + jar.getFileName(), new LayerEntry.FileSource(jar), 0, false, "g:a:jar:1");
  }
}
