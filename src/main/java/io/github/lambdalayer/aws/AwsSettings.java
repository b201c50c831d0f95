package io.github.lambdalayer.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How AWS is reached, and by whom.
 *
 * @param identity who calls
 * @param endpoint a URL in place of every service's own: that of an emulator
 * @param proxy a proxy on the way
 * @param timing how long it is waited for
 */
public record AwsSettings(
    Identity identity, @Nullable URI endpoint, @Nullable HttpProxy proxy, Timing timing) {

  /** The same for another identity. */
  public AwsSettings as(Identity other) {
    return new AwsSettings(other, endpoint, proxy, timing);
  }
}
