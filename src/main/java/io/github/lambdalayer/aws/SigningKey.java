package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of one day, region and service; its text form holds nothing secret. */
final class SigningKey {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final String HMAC = "HmacSHA256";
  private static final String END = "aws4_request";

  private final String scope;
  private final byte[] key;

  SigningKey(String secret, String day, String region, String service) {
    this.scope = String.join("/", day, region, service, END);
    byte[] first = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    this.key = hmac(hmac(hmac(hmac(first, day), region), service), END);
  }

  /** What the key is good for. */
  String scope() {
    return scope;
  }

  /**
   * The signature of a request, in hex.
   *
   * @param time when it is signed, as its header says
   * @param canonical the request in its canonical form
   */
  String sign(String time, String canonical) {
    String text = String.join("\n", ALGORITHM, time, scope, Sha256.of(canonical).hex());
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return scope;
  }
}
