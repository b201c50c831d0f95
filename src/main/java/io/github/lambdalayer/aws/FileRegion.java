package io.github.lambdalayer.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * A stretch of a file, which can be read any number of times.
 *
 * @param offset where it begins, in bytes
 * @param length its length in bytes
 */
record FileRegion(Path file, long offset, long length) {

  /** What is sent; a call that is repeated reads it anew. */
  RequestBody body() {
    return RequestBody.fromContentProvider(
        ContentStreamProvider.fromInputStreamSupplier(this::open), length, "application/zip");
  }

  InputStream open() {
    try {
      InputStream in = Files.newInputStream(file);
      in.skipNBytes(offset);
      return new Limited(in, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends where the stretch ends. */
  private static final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      int read = left == 0 ? -1 : in.read();
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0 && length > 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = in.skip(Math.min(n, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
