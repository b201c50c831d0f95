package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.HttpProxy;
import io.github.lambdalayer.layer.InvalidInputException;
import java.net.URI;
import java.util.Set;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MavenProxyTest {

  private static final URI HTTP = URI.create("http://emulator.example.com:4566");
  private static final URI HTTPS = URI.create("https://emulator.example.com");

  private final Settings settings = new Settings();
  private final MavenProxy proxies = new MavenProxy(settings, SampleDecrypter.decrypting());

  private Proxy add(@Nullable String protocol, String host) {
    var proxy = new Proxy();
    proxy.setProtocol(protocol);
    proxy.setHost(host);
    proxy.setPort(3128);
    settings.addProxy(proxy);
    return proxy;
  }

  private @Nullable String hostOn(@Nullable URI endpoint) {
    HttpProxy proxy = proxies.on(endpoint);
    return proxy == null ? null : proxy.host();
  }

  @Test
  void thereIsNoneWhereTheSettingsHaveNone() {
    assertThat(proxies.on(null)).isNull();
    add("http", "inactive").setActive(false);
    assertThat(proxies.on(null)).isNull();
    assertThat(proxies.on(HTTP)).isNull();
  }

  @Test
  void awsIsReachedThroughTheProxyOfHttpsWhereThereIsOne() {
    add("http", "plain");
    add("https", "inactive").setActive(false);
    add("https", "secure");

    assertThat(hostOn(null)).isEqualTo("secure");
    assertThat(hostOn(HTTPS)).isEqualTo("secure");
    assertThat(hostOn(HTTP)).isEqualTo("plain");
  }

  @Test
  void theProxyOfHttpServesHttpsTooButNotTheOtherWayRound() {
    add("HTTP", "plain");
    assertThat(hostOn(null)).isEqualTo("plain");

    settings.getProxies().clear();
    add("https", "secure");
    assertThat(hostOn(HTTP)).isNull();
  }

  @Test
  void aProxyWithoutAProtocolIsOneOfHttp() {
    add(null, "plain");

    assertThat(hostOn(null)).isEqualTo("plain");
  }

  @Test
  void allOfItIsTakenOverAndThePasswordDecrypted() {
    Proxy proxy = add("https", " secure ");
    proxy.setUsername("me");
    proxy.setPassword("{terces}");
    proxy.setNonProxyHosts("*.example.com|intranet, 10.*");

    assertThat(proxies.on(null))
        .isEqualTo(
            new HttpProxy(
                "secure",
                3128,
                "me",
                "secret",
                Set.of("localhost", "127.*", "[::1]", "*.example.com", "intranet", "10.*")));
  }

  @Test
  void aPasswordThatCannotBeDecryptedIsRefused() {
    Proxy proxy = add("https", "secure");
    proxy.setId("corp");
    proxy.setUsername("me");
    proxy.setPassword("{stays-hidden}");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> proxies.on(null))
        .withMessageContaining("<password> of the <proxy> 'corp'")
        .withMessageNotContaining("hidden");
  }

  @Test
  void aProxyWithoutAHostIsRefused() {
    add("https", "").setId("corp");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> proxies.on(null))
        .withMessageContaining("<proxy> 'corp' of Maven's settings has no <host>");
  }
}
