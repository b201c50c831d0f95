package io.github.lambdalayer.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How AWS is reached, and by whom.
 *
 * @param identity who calls
 * @param endpoint a URL in place of every service's own: that of an emulator
 * @param proxy a proxy on the way
 */
public record AwsSettings(Identity identity, @Nullable URI endpoint, @Nullable HttpProxy proxy) {

  /** With the identity that every AWS tool would have here, and no proxy. */
  public static AwsSettings at(@Nullable URI endpoint) {
    return new AwsSettings(Identity.DEFAULT, endpoint, null);
  }
}
