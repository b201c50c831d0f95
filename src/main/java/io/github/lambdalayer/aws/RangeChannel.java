package io.github.lambdalayer.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * A published zip, of which only what is read is fetched: its end first, where its directory stands,
 * then blocks. Where the server knows no ranges, all of it is fetched into a temporary file, which is
 * gone when the channel is closed.
 */
public final class RangeChannel implements SeekableByteChannel {

  private static final int BLOCK = 256 << 10;
  private static final int CACHED_BLOCKS = 8;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final SdkHttpClient http;
  private final RangeRequests requests;
  private final Map<Long, ByteBuffer> blocks = new LinkedHashMap<>(16, 0.75f, true);
  private ByteBuffer tail = ByteBuffer.allocate(0);
  private @Nullable Path spooled;
  private @Nullable SeekableByteChannel file;
  private long size;
  private long position;
  private boolean open = true;

  private RangeChannel(SdkHttpClient http, URI location) {
    this.http = http;
    this.requests = new RangeRequests(http, location);
  }

  /**
   * Opens a zip by the pre-signed URL that GetLayerVersion gives.
   *
   * @param location the URL; it appears in no message
   * @param proxy the proxy on the way; without it, the one of the system properties and environment
   * @throws LiveZipException if it cannot be fetched
   */
  public static RangeChannel open(URI location, @Nullable HttpProxy proxy) throws IOException {
    var channel = new RangeChannel(ProxyAccess.client(proxy, TIMEOUT, TIMEOUT), location);
    try {
      channel.fetchTail();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void fetchTail() throws IOException {
    RangeRequests.Answer answer = requests.get("-" + BLOCK, BLOCK);
    if (answer instanceof RangeRequests.Part part) {
      size = part.total();
      tail = part.bytes();
      check(part, size - tail.capacity());
    } else if (answer instanceof RangeRequests.Whole whole) {
      spooled = whole.file();
      file = Files.newByteChannel(whole.file());
      size = file.size();
    }
  }

  private void check(RangeRequests.Part part, long start) throws LiveZipException {
    if (part.start() != start || part.total() != size) {
      throw new LiveZipException(
          "The live zip cannot be read: the server sent another part of it than was asked for.");
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (file != null) {
      int read = file.position(position).read(target);
      position += Math.max(0, read);
      return read;
    }
    if (position >= size) {
      return target.hasRemaining() ? -1 : 0;
    }
    int wanted = target.remaining();
    while (target.hasRemaining() && position < size) {
      readSome(target);
    }
    return wanted - target.remaining();
  }

  /** Reads up to the end of the block, or of the zip, in which the position stands. */
  private void readSome(ByteBuffer target) throws IOException {
    long tailStart = size - tail.capacity();
    long start = position >= tailStart ? tailStart : position - position % BLOCK;
    ByteBuffer bytes = position >= tailStart ? tail : block(start, tailStart);
    int offset = Math.toIntExact(position - start);
    int length = Math.min(target.remaining(), bytes.capacity() - offset);
    target.put(bytes.slice(offset, length));
    position += length;
  }

  private ByteBuffer block(long start, long tailStart) throws IOException {
    ByteBuffer cached = blocks.get(start);
    if (cached != null) {
      return cached;
    }
    int length = Math.toIntExact(Math.min(BLOCK, tailStart - start));
    RangeRequests.Answer answer = requests.get(start + "-" + (start + length - 1), length);
    if (!(answer instanceof RangeRequests.Part part) || part.bytes().capacity() != length) {
      if (answer instanceof RangeRequests.Whole whole) {
        Files.deleteIfExists(whole.file());
      }
      throw new LiveZipException("The live zip cannot be read: the server forgot about ranges.");
    }
    check(part, start);
    if (blocks.size() >= CACHED_BLOCKS) {
      blocks.remove(blocks.keySet().iterator().next());
    }
    blocks.put(start, part.bytes());
    return part.bytes();
  }

  @Override
  public long position() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
    return position;
  }

  @Override
  public RangeChannel position(long newPosition) throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (newPosition < 0) {
      throw new IllegalArgumentException("a position is never below 0");
    }
    position = newPosition;
    return this;
  }

  @Override
  public long size() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
    return size;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    http.close();
    if (file != null) {
      file.close();
    }
    if (spooled != null) {
      Files.deleteIfExists(spooled);
    }
  }

  @Override
  public String toString() {
    return "the live zip";
  }
}
