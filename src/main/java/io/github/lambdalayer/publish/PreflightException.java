package io.github.lambdalayer.publish;

import java.util.List;

/** At least one region could not be examined; nothing was written anywhere. */
public final class PreflightException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PreflightException(String layer, List<String> problems, Throwable first) {
    super(
        String.format(
            "The layer %s was published nowhere, for not every region could be examined:%n  %s",
            layer, String.join(System.lineSeparator() + "  ", problems)),
        first);
  }
}
