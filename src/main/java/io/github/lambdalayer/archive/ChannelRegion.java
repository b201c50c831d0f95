package io.github.lambdalayer.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A part of a channel, read as if it were a whole one. Directories of zips are read a few bytes at a
 * time: what is fetched from the channel is a window of {@value #WINDOW} bytes.
 */
final class ChannelRegion implements SeekableByteChannel {

  private static final int WINDOW = 1 << 16;

  private final SeekableByteChannel whole;
  private final long from;
  private final long size;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowAt;
  private long position;

  /**
   * A part of a channel, which stays open when this is closed.
   *
   * @param from where it begins
   * @param size its length in bytes
   */
  ChannelRegion(SeekableByteChannel whole, long from, long size) {
    this.whole = whole;
    this.from = from;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (position >= size) {
      return -1;
    }
    if (position < windowAt || position >= windowAt + window.limit()) {
      fetch();
    }
    int offset = (int) (position - windowAt);
    int length = Math.min(target.remaining(), window.limit() - offset);
    if (length == 0 && target.hasRemaining()) {
      return -1;
    }
    target.put(window.slice(offset, length));
    position += length;
    return length;
  }

  /** Those who read a zip begin at its end and go back: the window reaches to both sides. */
  private void fetch() throws IOException {
    windowAt = Math.max(0, Math.min(position, size - WINDOW));
    ByteBuffer fetched = ByteBuffer.allocate((int) Math.min(WINDOW, size - windowAt));
    whole.position(from + windowAt);
    while (fetched.hasRemaining() && whole.read(fetched) >= 0) {
      // until it is full, or the channel has no more
    }
    window = fetched.flip();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return whole.isOpen();
  }

  @Override
  public void close() {
    // The channel is somebody else's.
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }
}
