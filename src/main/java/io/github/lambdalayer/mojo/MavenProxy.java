package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.HttpProxy;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The proxy that Maven itself uses, from its settings. */
final class MavenProxy {

  private static final List<String> LOOPBACK = List.of("localhost", "127.*", "[::1]");

  /** What Java takes for a host; it would pass others by. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[?[0-9a-fA-F:.]+]?");

  private final Settings settings;
  private final Decryption decryption;

  MavenProxy(Settings settings, SettingsDecrypter decrypter) {
    this.settings = settings;
    this.decryption = new Decryption(decrypter);
  }

  /**
   * The active proxy on the way to an endpoint, as Maven chooses it: that of the endpoint's protocol,
   * and for https, where it has none of its own, that of http.
   *
   * @param endpoint the endpoint; null for AWS's own, which are https
   * @return null if the settings have no such proxy, or it is not for this endpoint
   */
  @Nullable HttpProxy on(@Nullable URI endpoint) {
    boolean isHttps = endpoint == null || "https".equalsIgnoreCase(endpoint.getScheme());
    Optional<Proxy> proxy = isHttps ? active("https").or(() -> active("http")) : active("http");
    return proxy.map(this::converted).orElse(null);
  }

  private Optional<Proxy> active(String protocol) {
    return settings.getProxies().stream()
        .filter(Proxy::isActive)
        .filter(
            proxy ->
                protocol.equalsIgnoreCase(Objects.requireNonNullElse(proxy.getProtocol(), "http")))
        .findFirst();
  }

  private HttpProxy converted(Proxy proxy) {
    String id = Objects.requireNonNullElse(proxy.getId(), "default");
    String host = Parameters.text(proxy.getHost());
    if (host == null) {
      throw new InvalidInputException(
          Messages.format(
              "The active <proxy> '%s' of Maven's settings has no <host>: write one, or make the"
                  + " proxy inactive.",
              id));
    }
    if (!HOST.matcher(host).matches()) {
      throw new InvalidInputException(
          Messages.format(
              "The active <proxy> '%s' of Maven's settings has the <host> '%s', which is no host's name:"
                  + " write letters, digits, '.' and '-', or its address.",
              id, host));
    }
    String username = Parameters.text(proxy.getUsername());
    String password = Parameters.text(proxy.getPassword());
    return new HttpProxy(
        host,
        proxy.getPort(),
        username,
        username == null || password == null ? null : decryption.proxy(id, password),
        direct(proxy.getNonProxyHosts()));
  }

  private static Set<String> direct(@Nullable String nonProxyHosts) {
    var hosts = new LinkedHashSet<>(LOOPBACK);
    if (nonProxyHosts != null) {
      hosts.addAll(Parameters.list(Arrays.asList(nonProxyHosts.split("[|,]", -1))));
    }
    return hosts;
  }
}
