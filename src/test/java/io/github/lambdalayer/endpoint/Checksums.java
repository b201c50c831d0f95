package io.github.lambdalayer.endpoint;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The sums of a body that flows by; only those asked for beside MD5 and SHA-256. */
final class Checksums {
  private static final String PREFIX = "x-amz-checksum-";

  private final Map<String, MessageDigest> digests = new LinkedHashMap<>();
  private final Map<String, Checksum> cyclic = new LinkedHashMap<>();

  Checksums(Set<String> headers) {
    digests.put("md5", digest("MD5"));
    digests.put(PREFIX + "sha256", digest("SHA-256"));
    if (headers.contains(PREFIX + "sha1")) {
      digests.put(PREFIX + "sha1", digest("SHA-1"));
    }
    if (headers.contains(PREFIX + "crc32")) {
      cyclic.put(PREFIX + "crc32", new CRC32());
    }
    if (headers.contains(PREFIX + "crc32c")) {
      cyclic.put(PREFIX + "crc32c", new CRC32C());
    }
  }

  void update(byte[] buffer, int length) {
    digests.values().forEach(digest -> digest.update(buffer, 0, length));
    cyclic.values().forEach(sum -> sum.update(buffer, 0, length));
  }

  /** All sums in base64 by the names of their headers, and MD5 as {@code md5}. */
  Map<String, String> base64() {
    Map<String, String> sums = new LinkedHashMap<>();
    digests.forEach((name, digest) -> sums.put(name, encode(digest.digest())));
    cyclic.forEach(
        (name, sum) ->
            sums.put(name, encode(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array())));
    return sums;
  }

  static String hex(String base64) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
