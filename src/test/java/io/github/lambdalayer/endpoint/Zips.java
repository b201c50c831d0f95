package io.github.lambdalayer.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips to publish, good and bad. */
public final class Zips {
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int UNIX = 3;

  private Zips() {}

  /** A zip with one file that holds a text. */
  public static byte[] of(String name, String content) {
    return of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] of(String name, byte[] content) {
    return write(
        zip -> {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(content);
          zip.closeEntry();
        });
  }

  static byte[] empty() {
    return write(zip -> {});
  }

  /** Zeros, of which gigabytes fit a small zip. */
  public static byte[] zeros(String name, long size) {
    byte[] block = new byte[1 << 20];
    return write(
        zip -> {
          zip.putNextEntry(new ZipEntry(name));
          for (long left = size; left > 0; left -= block.length) {
            zip.write(block, 0, (int) Math.min(block.length, left));
          }
          zip.closeEntry();
        });
  }

  /** A zip of just about so many bytes, as random content does not shrink. */
  static byte[] random(int size) {
    byte[] content = new byte[size];
    new Random(1).nextBytes(content);
    return of("random.bin", content);
  }

  /** A zip whose first entry was made on unix with this mode; a directory gets a file. */
  static byte[] withMode(String name, int mode) {
    byte[] zip =
        write(
            out -> {
              out.putNextEntry(new ZipEntry(name));
              if (name.endsWith("/")) {
                out.putNextEntry(new ZipEntry(name + "a.txt"));
              }
            });
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int header = 0;
    while (buffer.getInt(header) != CENTRAL_HEADER) {
      header++;
    }
    buffer.put(header + 5, (byte) UNIX);
    buffer.putInt(header + 38, mode << 16);
    return zip;
  }

  private static byte[] write(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      content.writeTo(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(ZipOutputStream zip) throws IOException;
  }
}
