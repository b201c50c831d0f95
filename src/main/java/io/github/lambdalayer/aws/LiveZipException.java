package io.github.lambdalayer.aws;

import java.io.IOException;

/**
 * A published zip that could not be fetched. It has no cause: what the HTTP client throws may hold the
 * URL, and with that the right to read the zip.
 */
public final class LiveZipException extends IOException {

  private static final long serialVersionUID = 1L;

  LiveZipException(String message) {
    super(message);
  }
}
