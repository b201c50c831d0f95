package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Sha256;
import java.util.zip.CRC32;

/**
 * What is known of a file's bytes.
 *
 * @param sha256 their digest
 * @param crc their CRC-32
 */
record FileFacts(Sha256 sha256, long crc) {

  /** Finds them out. */
  static final class Sink implements FileScan.Sink {

    private final Sha256.Stream sha256 = new Sha256.Stream();
    private final CRC32 crc = new CRC32();

    @Override
    public long see(byte[] buffer, long offset, int length, int fresh) {
      sha256.update(buffer, length - fresh, fresh);
      crc.update(buffer, length - fresh, fresh);
      return offset + length;
    }

    /** The facts, when all has been seen. */
    FileFacts facts() {
      return new FileFacts(sha256.end(), crc.getValue());
    }
  }
}
