package io.github.lambdalayer.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** 127.0.0.1 itself: the JDK's own notion of loopback may be that of IPv6. */
final class Loopback {
  private Loopback() {}

  static InetAddress address() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
