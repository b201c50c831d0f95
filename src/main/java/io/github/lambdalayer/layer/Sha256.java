package io.github.lambdalayer.layer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 digest. */
public final class Sha256 {

  private static final int BUFFER = 1 << 16;

  private final byte[] digest;

  /** A digest that is worked out as the bytes come. */
  public static final class Stream {

    /**
     * Java's own code works on what it is given at once in one loop, which is slow until it is compiled,
     * and that is told by how often it was called.
     */
    private static final int PIECE = 1 << 13;

    private final MessageDigest sha256 = newDigest();

    /** Takes the next bytes. */
    public void update(byte[] bytes, int from, int length) {
      for (int at = from; at < from + length; at += PIECE) {
        sha256.update(bytes, at, Math.min(PIECE, from + length - at));
      }
    }

    /** The digest of all of them. */
    public Sha256 end() {
      return new Sha256(sha256.digest());
    }
  }

  private Sha256(byte[] digest) {
    this.digest = digest;
  }

  /** The digest of a file, read as a stream. */
  public static Sha256 of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /** The digest of what a stream still holds. */
  public static Sha256 of(InputStream in) throws IOException {
    var sha256 = new Stream();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      sha256.update(buffer, 0, read);
    }
    return sha256.end();
  }

  /** The digest of a text in UTF-8. */
  public static Sha256 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of bytes. */
  public static Sha256 of(byte[] bytes) {
    return new Sha256(newDigest().digest(bytes));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Lambda's form, as in {@code CodeSha256}. */
  public String base64() {
    return Base64.getEncoder().encodeToString(digest);
  }

  /** The form of checksum files. */
  public String hex() {
    return HexFormat.of().formatHex(digest);
  }
}
