package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.endpoint.LoopbackProxy;
import io.github.lambdalayer.endpoint.LoopbackProxy.Seen;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.TlsFront;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

final class ProxyAccessTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A name that nobody resolves: only the proxy can reach it. */
  private static final String HOST = "lambda.proxied.invalid";

  private StrictLambdaEndpoint aws;
  private LoopbackProxy proxy;

  @BeforeEach
  void start() throws Exception {
    aws = StrictLambdaEndpoint.start();
    proxy = LoopbackProxy.start("me", "proxy-secret");
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
    aws.close();
  }

  private HttpProxy known(String password, String... direct) {
    return new HttpProxy("127.0.0.1", proxy.port(), "me", password, Set.of(direct));
  }

  private SdkHttpClient through(HttpProxy settings) {
    return ProxyAccess.client(settings, TIMEOUT, TIMEOUT);
  }

  private SdkHttpClient through(HttpProxy settings, SSLSocketFactory tls) {
    return UrlConnectionHttpClient.create(new ProxyAccess(settings, () -> tls, TIMEOUT, TIMEOUT));
  }

  private static void call(SdkHttpClient http, String url) {
    try (http;
        var lambda =
            LambdaClient.builder()
                .httpClient(http)
                .endpointOverride(java.net.URI.create(url))
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret")))
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build()) {
      lambda.listLayers();
      lambda.listLayers();
    }
  }

  private String plain() {
    return "http://" + HOST + ":" + aws.port();
  }

  @Test
  void plainHttpGoesThroughTheProxyWithAuthentication() {
    call(through(known("proxy-secret")), plain());

    assertThat(aws.calls("ListLayers")).hasSize(2);
    assertThat(proxy.seen()).isNotEmpty().allMatch(Seen::isAuthorized);
    assertThat(proxy.seen().get(0).line()).startsWith("GET http://" + HOST + ":" + aws.port());
  }

  @Test
  void httpsGoesThroughTheProxyWithAuthentication(@TempDir Path folder) throws Exception {
    try (var front = TlsFront.start(folder, HOST, aws.port())) {
      call(
          through(known("proxy-secret"), front.trusting()), "https://" + HOST + ":" + front.port());

      assertThat(aws.calls("ListLayers")).hasSize(2);
      assertThat(proxy.seen())
          .as("one tunnel serves several calls")
          .containsExactly(new Seen("CONNECT " + HOST + ":" + front.port() + " HTTP/1.1", true));
    }
  }

  @Test
  void theHostOfHttpsIsVerifiedBehindTheProxyToo(@TempDir Path folder) throws Exception {
    try (var front = TlsFront.start(folder, "another.invalid", aws.port())) {
      assertThatThrownBy(
              () ->
                  call(
                      through(known("proxy-secret"), front.trusting()),
                      "https://" + HOST + ":" + front.port()))
          .isInstanceOf(SdkException.class)
          .hasMessageContaining(HOST);
      assertThatThrownBy(
              () -> call(through(known("proxy-secret")), "https://" + HOST + ":" + front.port()))
          .isInstanceOf(SdkException.class);
      assertThat(aws.calls()).isEmpty();
    }
  }

  /** Why connections are made here and not by the SDK: should this fail, its own way has come to work. */
  @Test
  void theSdksOwnWayKeepsTheAuthorizationFromConnect() {
    SdkHttpClient own =
        UrlConnectionHttpClient.builder()
            .proxyConfiguration(ProxyAccess.configuration(known("proxy-secret")))
            .build();

    assertThatThrownBy(() -> call(own, "https://" + HOST + ":1")).isInstanceOf(SdkException.class);
    assertThat(proxy.seen()).isNotEmpty().noneMatch(Seen::isAuthorized);
  }

  @Test
  void theSdksOwnWayAuthorizesPlainHttp() {
    SdkHttpClient own =
        UrlConnectionHttpClient.builder()
            .proxyConfiguration(ProxyAccess.configuration(known("proxy-secret")))
            .build();

    call(own, plain());

    assertThat(proxy.seen()).isNotEmpty().allMatch(Seen::isAuthorized);
  }

  @Test
  void aWrongPasswordIsRefusedByTheProxyWithoutBeingPrinted() {
    assertThatThrownBy(() -> call(through(known("wrong-secret")), "https://" + HOST + ":1"))
        .isInstanceOf(SdkException.class)
        .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port())
        .hasMessageContaining("407")
        .hasMessageNotContaining("wrong-secret");
  }

  @Test
  void loopbackNeedsNoProxy() {
    call(through(known("proxy-secret")), aws.uri().toString());
    call(through(known("proxy-secret")), "http://localhost:" + aws.port());

    assertThat(aws.calls("ListLayers")).hasSize(4);
    assertThat(proxy.seen()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "*.proxied.invalid, true",
    "LAMBDA.proxied.invalid, true",
    "lambda.*, true",
    "proxied.invalid, false",
    "lambda-proxied.invalid, false"
  })
  void hostsAreReachedWithoutItWhereTheSettingsSaySo(String pattern, boolean isDirect) {
    var configuration = ProxyAccess.configuration(known("x", pattern));

    assertThat(configuration.nonProxyHosts()).hasSize(1);
    assertThat(configuration.nonProxyHosts()).allMatch(regex -> HOST.matches(regex) == isDirect);
    assertThatThrownBy(() -> call(through(known("wrong", pattern)), plain()))
        .isInstanceOf(SdkException.class);
    assertThat(proxy.seen().isEmpty()).isEqualTo(isDirect);
  }

  @Test
  void withoutSettingsItIsThatOfTheJvmAndTheEnvironment() {
    ProxyConfiguration before = ProxyAccess.configuration(null);
    System.setProperty("https.proxyHost", "127.0.0.1");
    System.setProperty("https.proxyPort", String.valueOf(proxy.port()));
    System.setProperty("https.proxyUser", "me");
    System.setProperty("https.proxyPassword", "proxy-secret");
    try {
      ProxyConfiguration configuration = ProxyAccess.configuration(null);

      assertThat(before.host())
          .isEqualTo(System.getenv("HTTPS_PROXY") == null ? null : before.host());
      assertThat(configuration.host()).isEqualTo("127.0.0.1");
      assertThat(configuration.port()).isEqualTo(proxy.port());
      var client = ProxyAccess.client(null, TIMEOUT, TIMEOUT);
      assertThatThrownBy(() -> call(client, "https://" + HOST + ":1"))
          .isInstanceOf(SdkException.class);
      assertThat(proxy.seen()).isNotEmpty().allMatch(Seen::isAuthorized);
    } finally {
      for (String name : Set.of("Host", "Port", "User", "Password")) {
        System.clearProperty("https.proxy" + name);
      }
    }
  }

  @Test
  void aProxyWithoutAUserIsTheJdksOwnAffair() {
    var anonymous = new HttpProxy("127.0.0.1", proxy.port(), null, null, Set.of());

    assertThatThrownBy(
            () ->
                call(
                    through(anonymous, HttpsURLConnection.getDefaultSSLSocketFactory()),
                    "https://" + HOST + ":1"))
        .isInstanceOf(SdkException.class)
        .hasMessageContaining("407");
  }
}
