package io.github.lambdalayer.aws;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on the way to AWS; its text form holds no password.
 *
 * @param host its host
 * @param port its port
 * @param username who it knows us as, if it asks
 * @param password the password of that name
 * @param nonProxyHosts hosts that are reached without it; {@code *} stands for any characters
 */
public record HttpProxy(
    String host,
    int port,
    @Nullable String username,
    @Nullable String password,
    Set<String> nonProxyHosts) {

  public HttpProxy {
    nonProxyHosts = Set.copyOf(nonProxyHosts);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
