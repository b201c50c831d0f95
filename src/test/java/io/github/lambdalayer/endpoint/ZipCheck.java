package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What the service finds out by unpacking the upload. */
final class ZipCheck {
  static final long UNZIPPED_LIMIT = 262_144_000;
  private static final Set<PosixFilePermission> READ =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OTHERS_READ);
  private static final Set<PosixFilePermission> ENTER =
      Set.of(
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE);

  private ZipCheck() {}

  static void check(Path zip) throws IOException {
    if (Files.size(zip) == 0) {
      throw empty();
    }
    try {
      checkEntries(zip);
      checkPermissions(zip);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw broken();
    }
  }

  private static void checkEntries(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      if (entries.stream().allMatch(ZipEntry::isDirectory)) {
        throw empty();
      }
      entries.forEach(entry -> checkName(entry.getName()));
      long total = 0;
      for (ZipEntry entry : entries) {
        total += unpackedSize(zip, entry, UNZIPPED_LIMIT - total);
      }
    }
  }

  private static void checkName(String name) {
    boolean climbs = Arrays.asList(name.split("[/\\\\]", -1)).contains("..");
    if (climbs || name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*")) {
      throw broken();
    }
  }

  /**
   * Reads to the end, because the sizes in the directory may lie and the content may be damaged.
   */
  private static long unpackedSize(ZipFile zip, ZipEntry entry, long room) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), crc)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > room) {
          throw ServiceError.invalid(
              "Unzipped size must be smaller than " + UNZIPPED_LIMIT + " bytes");
        }
      }
    }
    if (crc.getValue() != entry.getCrc()) {
      throw broken();
    }
    return size;
  }

  private static void checkPermissions(Path path) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(path);
        Stream<Path> tree = Files.walk(zip.getPath("/"))) {
      for (Path file : (Iterable<Path>) tree::iterator) {
        if (!usableByAll(file)) {
          throw ServiceError.invalid(
              "Layer conversion failed: Some files do not have read permissions");
        }
      }
    }
  }

  /** An entry without a unix mode has no permissions stored, and the service gives it good ones. */
  private static boolean usableByAll(Path file) throws IOException {
    Object stored = Files.getAttribute(file, "zip:permissions");
    if (!(stored instanceof Set<?> permissions)) {
      return true;
    }
    return permissions.containsAll(READ)
        && (!Files.isDirectory(file) || permissions.containsAll(ENTER));
  }

  private static ServiceError empty() {
    return ServiceError.invalid("Uploaded file must be a non-empty zip");
  }

  private static ServiceError broken() {
    return ServiceError.invalid(
        "Could not unzip uploaded file. Please check your file, then try to upload again.");
  }
}
