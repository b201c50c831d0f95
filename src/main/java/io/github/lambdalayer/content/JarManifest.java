package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * What a JAR's manifest says of loading from it.
 *
 * @param isMultiRelease whether classes below {@code META-INF/versions} count
 * @param classPath what is on the class path right behind the JAR: URLs relative to it
 * @see <a href="https://docs.oracle.com/en/java/javase/21/docs/specs/jar/jar.html">JAR file
 *     specification</a>
 */
public record JarManifest(boolean isMultiRelease, List<String> classPath) {

  /** Of a JAR that has none. */
  static final JarManifest NONE = new JarManifest(false, List.of());

  /** Signatures make them long, and what is inflated can be endless. */
  private static final int LONGEST = 16 << 20;

  public JarManifest {
    classPath = List.copyOf(classPath);
  }

  /**
   * Reads a manifest.
   *
   * @throws ZipException if Java cannot: it loads no class from such a JAR
   */
  static JarManifest read(InputStream in) throws IOException {
    byte[] manifest = in.readNBytes(LONGEST + 1);
    if (manifest.length > LONGEST) {
      throw new ZipException(Messages.format("its manifest has more than %,d bytes", LONGEST));
    }
    try {
      return of(new Manifest(new ByteArrayInputStream(manifest)));
    } catch (IOException e) {
      var unreadable = new ZipException(Messages.format("its manifest: %s", e.getMessage()));
      unreadable.initCause(e);
      throw unreadable;
    }
  }

  private static JarManifest of(Manifest manifest) {
    Attributes attributes = manifest.getMainAttributes();
    String classPath = attributes.getValue(Attributes.Name.CLASS_PATH);
    return new JarManifest(
        "true".equalsIgnoreCase(attributes.getValue(Attributes.Name.MULTI_RELEASE)),
        classPath == null
            ? List.of()
            : Stream.of(classPath.trim().split("\\s+", -1)).filter(s -> !s.isEmpty()).toList());
  }
}
