package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Limits;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a little-endian ELF file that is read from its beginning, and no further than is asked
 * for: in a JAR it has to be inflated. Offsets that no layer's file can have are beyond its end.
 */
final class ElfBytes implements Closeable {

  private static final int FIRST = 64 << 10;

  private static final int LONGEST_STEP = 512 << 10;

  /** In the largest libraries that are known the versions stand behind 6 MB of names. */
  private static final int LONGEST_BEGINNING = 8 << 20;

  private static final int LONGEST_NAME = 256;
  private static final int WINDOW = 64 << 10;

  private final LayerEntry.Source source;
  private final InputStream stream;
  private byte[] bytes = {};
  private int length;
  private boolean atEnd;

  /** What stands behind the beginning. */
  private @Nullable InputStream rest;

  /** The last that was read of it: names stand close together, and to go back is to inflate anew. */
  private byte[] window = {};

  private long windowAt;

  ElfBytes(LayerEntry.Source source) throws IOException {
    this.source = source;
    this.stream = source.open();
  }

  /** Reads more of the beginning; not where that is all, or enough. */
  boolean grow() throws IOException {
    if (atEnd || length >= LONGEST_BEGINNING) {
      return false;
    }
    int before = length;
    int wanted =
        Math.min(LONGEST_BEGINNING, before + Math.min(LONGEST_STEP, Math.max(FIRST, before)));
    if (wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(wanted, Math.min(LONGEST_BEGINNING, 2 * bytes.length)));
    }
    length += stream.readNBytes(bytes, before, wanted - before);
    atEnd = length < wanted;
    return length > before;
  }

  /** The bytes that were read so far, from the beginning of the file; not a copy. */
  byte[] beginning() {
    return bytes;
  }

  /** How many were read so far. */
  int length() {
    return length;
  }

  /**
   * Some bytes anywhere.
   *
   * @param most how many; fewer where the file ends before
   * @throws EOFException if the file ends before the first
   */
  ByteBuffer at(long offset, int most) throws IOException {
    if (offset < 0 || offset > Limits.UNZIPPED_BYTES) {
      throw new EOFException();
    }
    byte[] read =
        offset + most <= length || atEnd
            ? Arrays.copyOfRange(
                bytes, (int) Math.min(offset, length), (int) Math.min(offset + most, length))
            : behind(offset, most);
    if (read.length == 0) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] behind(long offset, int most) throws IOException {
    InputStream open = rest;
    if (open == null || offset < windowAt) {
      if (open != null) {
        open.close();
      }
      open = source.open();
      rest = open;
      window = new byte[0];
      windowAt = 0;
    }
    long end = windowAt + window.length;
    if (offset + most > end) {
      open.skipNBytes(Math.max(0, offset - end));
      int kept = (int) Math.max(0, end - offset);
      byte[] moved =
          Arrays.copyOf(
              Arrays.copyOfRange(window, window.length - kept, window.length),
              Math.max(most, WINDOW));
      int read = open.readNBytes(moved, kept, moved.length - kept);
      window = Arrays.copyOf(moved, kept + read);
      windowAt = offset;
    }
    int from = (int) (offset - windowAt);
    return Arrays.copyOfRange(window, from, Math.min(window.length, from + most));
  }

  /** The name that ends in a zero; what is longer than any is cut off. */
  String name(long offset) throws IOException {
    return name(at(offset, LONGEST_NAME), 0);
  }

  static String name(ByteBuffer bytes, int at) {
    int end = at;
    while (end < bytes.limit() && end - at < LONGEST_NAME && bytes.get(end) != 0) {
      end++;
    }
    return new String(
        bytes.array(), bytes.arrayOffset() + at, end - at, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    if (rest != null) {
      rest.close();
    }
  }
}
