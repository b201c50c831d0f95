package io.github.lambdalayer.aws;

import java.util.List;

/**
 * Keeps the SDK's signer from writing session tokens into the log of {@code mvn -X}: at debug level
 * it prints the request that it signs, the token among its headers. Maven's loggers look their level
 * up in system properties when they are made, so this must come before the first request is signed.
 */
final class QuietSigner {

  private static final String SIGNER = "software.amazon.awssdk.http.auth";

  /** Where Maven 3's logger, SLF4J Simple, looks, and where Maven 4's own does. */
  private static final List<String> PREFIXES =
      List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.");

  private QuietSigner() {}

  static void apply() {
    PREFIXES.forEach(prefix -> System.setProperty(prefix + SIGNER, "info"));
  }
}
