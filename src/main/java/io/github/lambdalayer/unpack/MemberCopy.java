package io.github.lambdalayer.unpack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Copies one file out of an archive: exactly as many bytes as its header tells. */
final class MemberCopy {

  private static final int BUFFER = 1 << 16;

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Bytes {

    /** Reads some bytes; negative at the end. */
    int read(byte[] buffer) throws IOException;
  }

  private final Bytes bytes;
  private final long size;
  private final ArchiveErrors errors;
  private final CRC32 crc = new CRC32();

  MemberCopy(Bytes bytes, long size, ArchiveErrors errors) {
    this.bytes = bytes;
    this.size = size;
    this.errors = errors;
  }

  /** Writes the file, and tells its CRC-32. */
  long to(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = size;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = read(buffer); read >= 0; read = read(buffer)) {
        left -= read;
        if (left < 0) {
          break;
        }
        crc.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    if (left != 0) {
      throw errors.damaged(
          new IOException("an entry has " + (left < 0 ? "more" : "fewer") + " bytes than it says"));
    }
    return crc.getValue();
  }

  /** What cannot be read is the archive's fault; what cannot be written is not. */
  private int read(byte[] buffer) {
    try {
      return bytes.read(buffer);
    } catch (IOException | IllegalArgumentException e) {
      throw errors.damaged(e);
    }
  }
}
