package io.github.lambdalayer.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of the layer.
 *
 * @param path where it stands in the zip: relative, with {@code /} between folders
 * @param source where its bytes come from
 * @param size its length in bytes
 * @param executable whether it gets mode 755 instead of 644
 * @param origin where it comes from, for people: a dependency path or a file
 */
public record LayerEntry(String path, Source source, long size, boolean executable, String origin) {

  /** Where an entry's bytes come from; they can be read more than once. */
  @FunctionalInterface
  public interface Source {

    /** A new stream of the bytes; the caller closes it. */
    InputStream open() throws IOException;
  }

  /**
   * A file on disk.
   *
   * @param path the file
   */
  public record FileSource(Path path) implements Source {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  /** Bytes that this plugin made itself. */
  public static final class BytesSource implements Source {

    private final byte[] bytes;

    BytesSource(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** The entry of a file on disk. */
  static LayerEntry ofFile(String path, Path file, boolean executable, String origin)
      throws IOException {
    return new LayerEntry(path, new FileSource(file), Files.size(file), executable, origin);
  }

  /** Whether it is a JAR that Lambda's Java runtime puts on the class path. */
  public boolean isJar() {
    return isJar(path);
  }

  /** Whether a path of a layer is that of such a JAR. */
  public static boolean isJar(String path) {
    return path.startsWith("java/lib/")
        && path.endsWith(".jar")
        && path.indexOf('/', "java/lib/".length()) < 0;
  }
}
