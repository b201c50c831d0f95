package io.github.lambdalayer.unpack;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Finds out how an archive is packed: by its first bytes, for names and types say anything. */
public final class Archives {

  private static final int TAR_BLOCK = 512;
  private static final int BUFFER = 1 << 16;

  /** Zips by their names; one that starts other programs has their code before its first entry. */
  private static final List<String> ZIPS = List.of("zip", "jar", "war", "ear", "whl", "nbm");

  private Archives() {}

  /**
   * Opens an archive.
   *
   * @param extension the end of its file name, without a dot
   *
   * @throws InvalidInputException if it is none that can be unpacked
   */
  public static Archive open(String extension, ArchiveErrors errors) throws IOException {
    Path file = errors.file();
    byte[] head = head(file);
    if (begins(head, "504b0304") || begins(head, "504b0506")) {
      return ZipArchive.open(file, errors);
    }
    if (begins(head, "1f8b")) {
      return new TarArchive(file, in -> new GZIPInputStream(in, BUFFER), errors);
    }
    if (begins(head, "425a68")) {
      return new TarArchive(file, in -> new BZip2CompressorInputStream(in, true), errors);
    }
    if (TarReader.isHeader(head)) {
      return new TarArchive(file, in -> in, errors);
    }
    if (ZIPS.contains(extension.toLowerCase(Locale.ROOT))) {
      return ZipArchive.open(file, errors);
    }
    throw new InvalidInputException(
        Messages.format(
            "%s cannot be unpacked: %s is no archive of a known kind. Zips (jar, war and whl too) are"
                + " unpacked, tar, tar.gz and tar.bz2; pack others anew, tar.xz and tar.zst among"
                + " them, or copy the file without <unpack>.",
            errors.archive(), file));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(TAR_BLOCK);
    }
  }

  private static boolean begins(byte[] head, String hex) {
    byte[] magic = HexFormat.of().parseHex(hex);
    return Arrays.equals(head, 0, Math.min(head.length, magic.length), magic, 0, magic.length);
  }
}
