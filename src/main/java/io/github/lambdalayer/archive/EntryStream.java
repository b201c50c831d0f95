package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The bytes of an entry; a zip that unzips to more than its directory says is a bomb. */
final class EntryStream extends FilterInputStream {

  private final ZipArchiveEntry entry;
  private final String origin;
  private long left;

  EntryStream(InputStream in, ZipArchiveEntry entry, String origin) {
    super(in);
    this.entry = entry;
    this.origin = origin;
    this.left = entry.getSize();
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw new InvalidInputException(
          Messages.format(
              "%s in %s has more bytes than the %,d that the zip says. The zip is damaged: build it"
                  + " again.",
              entry.getName(), origin, entry.getSize()));
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
