package io.github.lambdalayer.endpoint;

/**
 * Credentials in system properties, where the SDK looks first: so none of this machine are ever used.
 */
public final class SystemCredentials {

  private SystemCredentials() {}

  /** Those of the default account. */
  public static void set() {
    set("AKIATEST");
  }

  /** Those of an access key. */
  public static void set(String accessKeyId) {
    System.setProperty("aws.accessKeyId", accessKeyId);
    System.setProperty("aws.secretAccessKey", "not-a-secret");
  }

  /** Takes them away. */
  public static void clear() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }
}
