package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The Java release that a layer's classes need. Classes below {@code META-INF/versions} are for
 * newer runtimes than the one that needs the JAR, and {@code module-info.class} is not loaded from
 * the class path: neither counts.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html">class file
 *     format</a>
 */
public final class ClassFileVersions {

  private static final int MAGIC = 0xCAFEBABE;

  /** Class-file version 52 is Java 8, and each release adds one. */
  private static final int VERSION_OF_JAVA_0 = 44;

  private ClassFileVersions() {}

  /**
   * What asks for the newest Java.
   *
   * @param release a Java feature release, for example 17
   * @param jar the path of the JAR in the layer
   * @param className the class in it
   */
  public record Highest(int release, String jar, String className) {}

  /**
   * The newest Java release that a class in the layer's JARs needs.
   *
   * @return nothing if the layer has no class
   * @throws InvalidInputException if a JAR cannot be read; Lambda would skip it without a word
   */
  public static Optional<Highest> highest(LayerContent content) throws IOException {
    Optional<Highest> highest = Optional.empty();
    for (LayerEntry jar : content.jars()) {
      highest = newer(highest, highestIn(jar));
    }
    return highest;
  }

  private static Optional<Highest> newer(Optional<Highest> one, Optional<Highest> other) {
    return one.isEmpty() || other.isEmpty()
        ? one.or(() -> other)
        : one.get().release() >= other.get().release() ? one : other;
  }

  private static Optional<Highest> highestIn(LayerEntry jar) throws IOException {
    if (jar.source() instanceof LayerEntry.FileSource source) {
      return highestIn(
          jar,
          source.path(),
          "It comes from "
              + source.path()
              + " ("
              + jar.origin()
              + "): delete that file and let Maven fetch or build it again.");
    }
    // The directory of a JAR stands at its end: one in a zip is unpacked, and gone before the next.
    Path unpacked = Files.createTempFile("lambda-layer-", ".jar");
    try {
      try (InputStream in = jar.source().open()) {
        Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      }
      return highestIn(jar, unpacked, "It comes from " + jar.origin() + ": build that again.");
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private static Optional<Highest> highestIn(LayerEntry jar, Path file, String fix)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Highest highest = null;
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (isLoaded(entry.getName())) {
          int release = release(zip, entry);
          if (highest == null || release > highest.release()) {
            highest = new Highest(release, jar.path(), entry.getName());
          }
        }
      }
      return Optional.ofNullable(highest);
    } catch (ZipException e) {
      throw new InvalidInputException(
          Messages.format(
              "%s is no readable JAR (%s), and Lambda would skip it without a word. %s",
              jar.path(), e.getMessage(), fix),
          e);
    }
  }

  private static boolean isLoaded(String name) {
    return name.endsWith(".class")
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class");
  }

  private static int release(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry);
        var data = new DataInputStream(new BufferedInputStream(in, 16))) {
      if (entry.getSize() < 8 || data.readInt() != MAGIC) {
        return 0;
      }
      data.readUnsignedShort();
      return data.readUnsignedShort() - VERSION_OF_JAVA_0;
    }
  }
}
