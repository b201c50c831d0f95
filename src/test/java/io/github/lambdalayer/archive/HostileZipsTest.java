package io.github.lambdalayer.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips that nobody should unpack. */
final class HostileZipsTest extends HostileArchive {

  HostileZipsTest(@TempDir Path folder) {
    super(folder);
  }

  @Test
  void aZipBombIsStoppedBeforeAnythingIsWritten() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (int i = 0; i < 3; i++) {
        zip.putNextEntry(new ZipEntry("zeros" + i));
        zip.write(new byte[100 << 20]);
      }
    }

    refused("more than the 262,144,000 bytes");
  }

  private void zip(String name, int mode, String content) throws IOException {
    try (var zip = new ZipArchiveOutputStream(archive)) {
      var entry = new ZipArchiveEntry(name);
      entry.setUnixMode(mode);
      zip.putArchiveEntry(entry);
      zip.write(content.getBytes(UTF_8));
      zip.closeArchiveEntry();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "../a", "a/../../b", "C:/a", "a\nb"})
  void aZipWithAnUnsafeNameIsRefused(String name) throws IOException {
    zip(name, UnixStat.FILE_FLAG | 0644, "x");

    refused("its entry '" + name.replace('\n', '?') + "' has ");
  }

  @Test
  void aZipWithBackslashesIsRefused() throws IOException {
    zip("a_b", UnixStat.FILE_FLAG | 0644, "x");
    replace("a_b", "a\\b");

    refused("has a backslash");
  }

  @Test
  void aZipWhoseNamesAreNotInUtf8IsRefused() throws IOException {
    zip("a_b", UnixStat.FILE_FLAG | 0644, "x");
    replace("a_b", "a\u00e9b");

    refused("is not in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../x"})
  void aZipWithALinkThatEscapesIsRefused(String target) throws IOException {
    zip("link", UnixStat.LINK_FLAG | 0777, target);

    refused("leads out of the archive");
  }

  @Test
  void aZipWithADeviceIsRefused() throws IOException {
    zip("null", 020000 | 0666, "");

    refused("'null' is neither file, folder nor link");
  }

  @Test
  void aZipWithTwoEntriesOfOneNameIsRefused() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.putNextEntry(new ZipEntry("b"));
    }
    replace("b", "a");

    refused("'a' stands in it twice");
  }

  @Test
  void aZipWithAnEncryptedEntryIsRefused() throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "x");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[directory(bytes) + 8] |= 1;
    Files.write(archive, bytes);

    refused("'a' is encrypted. Leave it out with <excludes><exclude>a</exclude></excludes>");
  }

  @Test
  void aZipWithAnUnknownCompressionIsRefused() throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "x");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[directory(bytes) + 10] = 93;
    Files.write(archive, bytes);

    refused("'a' is compressed with method 93");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void aZipThatLiesAboutALengthIsRefused(int length) throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "many bytes ".repeat(5));
    byte[] bytes = Files.readAllBytes(archive);
    bytes[directory(bytes) + 24] = (byte) length;
    Files.write(archive, bytes);

    refused(DAMAGED);
  }

  @Test
  void aZipWithAWrongChecksumIsRefused() throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "many bytes ".repeat(5));
    byte[] bytes = Files.readAllBytes(archive);
    bytes[directory(bytes) + 16] ^= 1;
    Files.write(archive, bytes);

    refused("the checksum of 'a' is wrong");
  }

  @Test
  void aTruncatedZipIsRefused() throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "x".repeat(500));
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length - 30));

    refused(DAMAGED);
  }

  @Test
  void aZipWithAHugeDirectoryIsRefused() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      String long60k = "n".repeat(60_000);
      for (int i = 0; i < 300; i++) {
        zip.putNextEntry(new ZipEntry(i + long60k));
      }
    }

    refused("its directory has more than 16 MiB");
  }

  @Test
  void aZipWhoseEntriesShareTheirBytesIsRefused() throws IOException {
    try (var zip = new ZipArchiveOutputStream(archive)) {
      zip.setLevel(0);
      for (String name : List.of("one", "two")) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(new byte[99]);
        zip.closeArchiveEntry();
      }
    }
    byte[] bytes = Files.readAllBytes(archive);
    int second = new String(bytes, ISO_8859_1).lastIndexOf("PK\1\2");
    // The offset of its local header.
    Arrays.fill(bytes, second + 42, second + 46, (byte) 0);
    Files.write(archive, bytes);

    refused("has bytes that belong to another entry too");
  }

  /** Where the first entry of a zip's directory begins. */
  private static int directory(byte[] zip) {
    return new String(zip, ISO_8859_1).indexOf("PK\1\2");
  }

  private void replace(String from, String to) throws IOException {
    String zip = new String(Files.readAllBytes(archive), ISO_8859_1);
    Files.write(archive, zip.replace(from, to).getBytes(ISO_8859_1));
  }
}
