package io.github.lambdalayer.unpack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Bounds what is read of a zip while it is opened: its directory is kept in memory as a whole. */
final class DirectoryBound implements SeekableByteChannel {

  /** The directory of a hundred thousand files with long names. */
  static final long BYTES = 16L << 20;

  private final SeekableByteChannel channel;
  private final ArchiveErrors errors;
  private long left = BYTES;

  DirectoryBound(SeekableByteChannel channel, ArchiveErrors errors) {
    this.channel = channel;
    this.errors = errors;
  }

  /** What is read from now on are files. */
  void lift() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer buffer) throws IOException {
    int read = channel.read(buffer);
    left -= Math.max(read, 0);
    if (left < 0) {
      throw errors.impossible("its directory has more than 16 MiB. Use a smaller archive.");
    }
    return read;
  }

  @Override
  public int write(ByteBuffer buffer) throws IOException {
    return channel.write(buffer);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    channel.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
