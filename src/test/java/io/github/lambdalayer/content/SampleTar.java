package io.github.lambdalayer.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A tar written byte by byte, for no tool writes what some tests need. */
public final class SampleTar {

  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A file of mode 644. */
  public SampleTar file(String path, String text) {
    return file(path, 0644, text);
  }

  /** A file of a mode. */
  public SampleTar file(String path, int mode, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return header(path, '0', mode, bytes.length, "").data(bytes);
  }

  /** A folder. */
  public SampleTar folder(String path) {
    return header(path, '5', 0755, 0, "");
  }

  /** A link: type {@code 2} for a symbolic one, {@code 1} for a hard one. */
  public SampleTar link(char type, String path, String target) {
    return header(path, type, 0777, 0, target);
  }

  /** What stands before the next entry: {@code x} or {@code g} with records, {@code L} or {@code K}. */
  public SampleTar extended(char type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return header("extended", type, 0644, bytes.length, "").data(bytes);
  }

  /** A record of an extended header; its length counts its own digits. */
  public static String pax(String key, String value) {
    String rest = " " + key + "=" + value + "\n";
    int length = rest.getBytes(StandardCharsets.UTF_8).length;
    int digits = String.valueOf(length).length();
    int total = length + String.valueOf(length + digits).length();
    return total + rest;
  }

  /** A header alone; the path is written in Latin-1, byte by byte. */
  public SampleTar header(String path, char type, int mode, long size, String link) {
    byte[] block = new byte[BLOCK];
    put(block, 0, path);
    put(block, 100, "%07o".formatted(mode));
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, 124, "%011o".formatted(size));
    put(block, 136, "00000000000");
    put(block, 148, "        ");
    block[156] = (byte) type;
    put(block, 157, link);
    put(block, 257, "ustar");
    put(block, 263, "00");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    put(block, 148, "%06o".formatted(sum));
    block[154] = 0;
    out.writeBytes(block);
    return this;
  }

  /** Bytes, padded to a block. */
  public SampleTar data(byte[] bytes) {
    out.writeBytes(bytes);
    out.writeBytes(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
    return this;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  /** The bytes, without an end mark. */
  public byte[] unfinished() {
    return out.toByteArray();
  }

  /** The bytes with an end mark. */
  public byte[] bytes() {
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  /** Writes it as it stands. */
  public Path to(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  /** Writes it compressed. */
  public Path gzippedTo(Path file) throws IOException {
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write(bytes());
    }
    return file;
  }
}
