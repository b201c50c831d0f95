package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Parallel;
import io.github.lambdalayer.layer.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a zip that is being written: a thread of its own reads what stands in it already, so that
 * digest and writing take their time at once. It also compares every stored entry with its checksum, for
 * the checksum was found out when the file was examined, and the file may have been changed since.
 */
final class ZipDigest implements AutoCloseable {

  private static final int BUFFER = 1 << 17;

  /**
   * A stretch of the zip that has its final bytes.
   *
   * @param length in bytes
   * @param entry the path of the entry whose bytes they are; null where they are a record
   * @param crc the checksum that the entry must have when they are its last; -1 where they are not
   */
  private record Stretch(long length, @Nullable String entry, long crc) {

    /** Stands behind all others. */
    private static final Stretch END = new Stretch(-1, null, -1);

    private boolean isEnd() {
      return length < 0;
    }
  }

  private final Path zip;
  private final BlockingQueue<Stretch> stretches = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "lambda-layer-digest");
  private final Sha256.Stream sha256 = new Sha256.Stream();
  private final CRC32 crc = new CRC32();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private @Nullable Throwable failure;
  private boolean isWhole;

  ZipDigest(Path zip) {
    this.zip = zip;
    thread.setDaemon(true);
    thread.start();
  }

  /** Says that the next bytes, of a record, have been written. */
  void wrote(long length) {
    stretches.add(new Stretch(length, null, -1));
  }

  /**
   * Says that the next bytes of an entry have been written.
   *
   * @param expected the CRC-32 of the whole entry, if they are its last; else -1
   */
  void wrote(long length, String entry, long expected) {
    stretches.add(new Stretch(length, entry, expected));
  }

  /**
   * The digest, when all has been written.
   *
   * @throws IOException if an entry is not what was examined
   */
  Sha256 end() throws IOException {
    stretches.add(Stretch.END);
    Parallel.join(thread);
    Parallel.refuse(failure);
    if (!isWhole) {
      throw new IllegalStateException("the digest of the zip was not worked out", failure);
    }
    return sha256.end();
  }

  private void run() {
    try (FileChannel in = FileChannel.open(zip, StandardOpenOption.READ)) {
      for (Stretch next = stretches.take(); !next.isEnd(); next = stretches.take()) {
        read(in, next);
      }
      isWhole = true;
    } catch (InterruptedException e) {
      failure = e;
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      // Whoever waits for the digest throws it.
      failure = e;
    }
  }

  private void read(FileChannel in, Stretch stretch) throws IOException {
    for (long left = stretch.length(); left > 0; ) {
      buffer.clear().limit((int) Math.min(BUFFER, left));
      if (in.read(buffer) < 0) {
        throw new EOFException(zip + " became shorter while it was written");
      }
      sha256.update(buffer.array(), 0, buffer.position());
      if (stretch.entry() != null) {
        crc.update(buffer.array(), 0, buffer.position());
      }
      left -= buffer.position();
    }
    if (stretch.crc() >= 0) {
      if (crc.getValue() != stretch.crc()) {
        throw changed(String.valueOf(stretch.entry()));
      }
      crc.reset();
    }
  }

  /** What is said of an entry that is not what was examined. */
  static IOException changed(String path) {
    return new IOException(Messages.format("%s was changed while the layer was built", path));
  }

  /** Ends the thread, if it has not ended: nothing reads a file any more that is then deleted. */
  @Override
  public void close() {
    stretches.clear();
    stretches.add(Stretch.END);
    Parallel.join(thread);
  }
}
