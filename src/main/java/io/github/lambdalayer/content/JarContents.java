package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a JAR tells: of each file the header alone is read, and of those that can be no
 * code not even that.
 *
 * @param newestClass the class that asks for the newest Java, if there are classes
 * @param natives its native code
 * @param signed whether it carries a signature, which a changed JAR would break
 */
public record JarContents(
    @Nullable NewestClass newestClass, List<NativeFile> natives, boolean signed) {

  private static final int CLASS_MAGIC = 0xCAFEBABE;

  /** Class-file version 52 is Java 8, and each release adds one. */
  private static final int VERSION_OF_JAVA_0 = 44;

  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/[^/]+\\.(RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);

  /** The ends of names of files that are read as text or images: most of what JARs hold. */
  private static final Set<String> NO_CODE =
      Set.of(
          "class",
          "css",
          "csv",
          "dtd",
          "gif",
          "htm",
          "html",
          "java",
          "jpg",
          "js",
          "json",
          "kt",
          "kotlin_module",
          "md",
          "mf",
          "png",
          "properties",
          "proto",
          "sf",
          "svg",
          "txt",
          "xml",
          "xsd",
          "yaml",
          "yml");

  public JarContents {
    natives = List.copyOf(natives);
  }

  /**
   * What asks for the newest Java.
   *
   * @param release a Java feature release, for example 17
   * @param name the class in the JAR
   */
  public record NewestClass(int release, String name) {}

  /**
   * A program or library in a JAR.
   *
   * @param name its name in the JAR
   * @param code what it is for
   */
  public record NativeFile(String name, NativeCode code) {}

  /**
   * Looks into a JAR of the layer.
   *
   * @throws InvalidInputException if it cannot be read; Lambda would skip it without a word
   */
  static JarContents read(LayerEntry jar) throws IOException {
    if (jar.source() instanceof LayerEntry.FileSource source) {
      return read(
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
      return read(jar, unpacked, "It comes from " + jar.origin() + ": build that again.");
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  /** The same for a file that need be no JAR, whatever its name: nothing where it is none. */
  static Optional<JarContents> readIfJar(LayerEntry file) throws IOException {
    try {
      return Optional.of(read(file));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static JarContents read(LayerEntry jar, Path file, String fix) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return read(zip);
    } catch (ZipException e) {
      throw new InvalidInputException(
          Messages.format(
              "%s is no readable JAR (%s), and Lambda would skip it without a word. %s",
              jar.path(), e.getMessage(), fix),
          e);
    }
  }

  private static JarContents read(ZipFile zip) throws IOException {
    NewestClass newest = null;
    var natives = new ArrayList<NativeFile>();
    boolean isSigned = false;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (isLoadedClass(entry.getName())) {
        int release = release(head(zip, entry, 8));
        if (newest == null || release > newest.release()) {
          newest = new NewestClass(release, entry.getName());
        }
      } else if (canBeNative(entry)) {
        NativeCode.of(head(zip, entry, NativeCode.HEAD))
            .ifPresent(code -> natives.add(new NativeFile(entry.getName(), code)));
      }
      isSigned |= SIGNATURE.matcher(entry.getName()).matches();
    }
    return new JarContents(newest, natives, isSigned);
  }

  /**
   * Classes below {@code META-INF/versions} are for newer runtimes than the one that needs the JAR,
   * and {@code module-info.class} is not loaded from the class path: neither counts.
   */
  private static boolean isLoadedClass(String name) {
    return name.endsWith(".class")
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class");
  }

  /** Whether a file in a JAR has to be looked at to know that it is no native code. */
  public static boolean canBeNative(ZipEntry entry) {
    String name = entry.getName();
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !entry.isDirectory() && entry.getSize() >= NativeCode.SMALLEST && !NO_CODE.contains(end);
  }

  private static byte[] head(ZipFile zip, ZipEntry entry, int length) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(length);
    }
  }

  private static int release(byte[] head) {
    return head.length == 8 && ByteBuffer.wrap(head).getInt() == CLASS_MAGIC
        ? Short.toUnsignedInt(ByteBuffer.wrap(head).getShort(6)) - VERSION_OF_JAVA_0
        : 0;
  }
}
