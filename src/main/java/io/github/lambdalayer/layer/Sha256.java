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
    MessageDigest sha256 = newDigest();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      sha256.update(buffer, 0, read);
    }
    return new Sha256(sha256.digest());
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
