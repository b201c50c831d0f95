package io.github.lambdalayer.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What one look at a JAR tells: its directory tells most of it, of classes and native code the header
 * alone is read, and only what is written for loading from the JAR is read whole.
 *
 * @param classes the classes that can be loaded from it, in the order of its directory
 * @param manifest what its manifest says of loading
 * @param services what it provides
 * @param files what it has beside classes
 * @param identity what Maven has written into it, where that is one artifact
 * @param duplicates what it has more than once, by name
 * @param natives its native code
 * @param signed whether it carries a signature, which a changed JAR would break
 * @param deflated the bytes in it that are deflated, and hardly become fewer
 */
public record JarContents(
    List<JarClass> classes,
    JarManifest manifest,
    List<JarService> services,
    JarFiles files,
    Optional<JarIdentity> identity,
    List<DuplicateEntry> duplicates,
    List<NativeFile> natives,
    boolean signed,
    long deflated) {

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
    classes = List.copyOf(classes);
    services = List.copyOf(services);
    duplicates = List.copyOf(duplicates);
    natives = List.copyOf(natives);
  }

  /**
   * A name that several entries have. Java finds the last of them in the directory.
   *
   * @param name their name
   * @param differs whether they are not all the same
   */
  public record DuplicateEntry(String name, boolean differs) {}

  /**
   * A program or library in a JAR.
   *
   * @param name its name in the JAR
   * @param code what it is for
   * @param size the bytes that it takes in the JAR
   */
  public record NativeFile(String name, NativeCode code, long size) {

    private static NativeFile of(ZipEntry entry, NativeCode code) {
      return new NativeFile(entry.getName(), code, entry.getCompressedSize());
    }
  }

  /** What an entry of a JAR is, if it is native code. */
  static Optional<NativeFile> nativeFile(ZipFile zip, ZipEntry entry) throws IOException {
    return canBeNative(entry)
        ? NativeCode.of(head(zip, entry, NativeCode.HEAD), () -> zip.getInputStream(entry))
            .map(code -> NativeFile.of(entry, code))
        : Optional.empty();
  }

  /** Whether a file in a JAR has to be looked at to know that it is no native code. */
  public static boolean canBeNative(ZipEntry entry) {
    String name = entry.getName();
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !entry.isDirectory() && entry.getSize() >= NativeCode.SMALLEST && !NO_CODE.contains(end);
  }

  static byte[] head(ZipFile zip, ZipEntry entry, int length) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(length);
    }
  }

  /**
   * Looks into a JAR of the layer.
   *
   * @param digests learns the digest of a JAR that is a file
   * @throws ZipException if it is none
   */
  static JarContents read(LayerEntry jar, Digests digests) throws IOException {
    if (jar.source() instanceof LayerEntry.FileSource source) {
      return read(source.path(), digests);
    }
    // The directory of a JAR stands at its end: one in a zip is unpacked, and gone before the next.
    Path unpacked = Files.createTempFile("lambda-layer-", ".jar");
    try {
      try (InputStream in = jar.source().open()) {
        Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      }
      return read(unpacked, new Digests());
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private static JarContents read(Path file, Digests digests) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return JarReader.read(file, zip, digests);
    } catch (EOFException e) {
      throw asZipException(e);
    }
  }

  /** Data that ends too early is as damaged as data that is wrong. */
  private static ZipException asZipException(EOFException e) {
    var damaged = new ZipException(e.getMessage());
    damaged.initCause(e);
    return damaged;
  }
}
