package io.github.lambdalayer.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The SDK's HTTP client, through a proxy where there is one.
 *
 * <p>The client's own way to a proxy fails in three places. Its {@link ProxyConfiguration} sets the
 * header {@code Proxy-Authorization}, which the JDK puts into plain requests, but never into the
 * {@code CONNECT} that every HTTPS call begins with; an {@link java.net.Authenticator} does not help,
 * for the JDK refuses Basic there ({@code jdk.http.auth.tunneling.disabledSchemes}), and that is read
 * once in the life of the JVM, which is Maven's. It takes what is in {@code HTTP_PROXY} for HTTPS too,
 * and never {@code HTTPS_PROXY}. And where {@code http.nonProxyHosts} is not set, it asks the proxy
 * for 127.0.0.1. So connections are made here: a proxy that wants a user is tunnelled through by
 * {@link TunnelSocketFactory}, each scheme has its own proxy, and loopback needs none.
 */
final class ProxyAccess implements UrlConnectionFactory {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d+){3}|\\[?(0*:)+0*1]?", Pattern.CASE_INSENSITIVE);

  private final ProxyConfiguration http;
  private final ProxyConfiguration https;
  private final Supplier<SSLSocketFactory> tls;
  private @Nullable SSLSocketFactory tunnel;
  private final Duration connectTimeout;
  private final Duration answerTimeout;

  ProxyAccess(
      @Nullable HttpProxy proxy,
      Supplier<SSLSocketFactory> tls,
      Duration connectTimeout,
      Duration answerTimeout) {
    this.http = configuration(proxy, "http");
    this.https = configuration(proxy, "https");
    this.tls = tls;
    this.connectTimeout = connectTimeout;
    this.answerTimeout = answerTimeout;
  }

  /**
   * A client that reaches AWS through the proxy.
   *
   * @param proxy the proxy; null leaves it to the JVM's system properties ({@code https.proxyHost} and
   *     its like) and the environment ({@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code NO_PROXY})
   */
  static SdkHttpClient client(
      @Nullable HttpProxy proxy, Duration connectTimeout, Duration answerTimeout) {
    return UrlConnectionHttpClient.create(
        new ProxyAccess(
            proxy, HttpsURLConnection::getDefaultSSLSocketFactory, connectTimeout, answerTimeout));
  }

  /** What the SDK knows of a proxy on the way to AWS itself, which is HTTPS. */
  static ProxyConfiguration configuration(@Nullable HttpProxy proxy) {
    return configuration(proxy, "https");
  }

  private static ProxyConfiguration configuration(@Nullable HttpProxy proxy, String scheme) {
    if (proxy == null) {
      return ProxyConfiguration.builder().scheme(scheme).build();
    }
    return ProxyConfiguration.builder()
        .useSystemPropertyValues(false)
        .useEnvironmentVariablesValues(false)
        .endpoint(URI.create("http://" + proxy.host() + ":" + proxy.port()))
        .username(proxy.username())
        .password(proxy.password())
        .nonProxyHosts(
            proxy.nonProxyHosts().stream().map(ProxyAccess::pattern).collect(Collectors.toSet()))
        .build();
  }

  /** The SDK takes patterns; {@code *} stands for any characters. */
  private static String pattern(String host) {
    return Arrays.stream(host.toLowerCase(Locale.ROOT).split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }

  private static @Nullable String authorization(ProxyConfiguration proxy) {
    if (proxy.username() == null || proxy.username().isEmpty()) {
      return null;
    }
    String password = proxy.password() == null ? "" : proxy.password();
    byte[] text = (proxy.username() + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(text);
  }

  @Override
  public HttpURLConnection createConnection(URI uri) {
    try {
      HttpURLConnection connection = open(uri);
      connection.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
      connection.setReadTimeout(Math.toIntExact(answerTimeout.toMillis()));
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpURLConnection open(URI uri) throws IOException {
    boolean isHttps = "https".equalsIgnoreCase(uri.getScheme());
    ProxyConfiguration proxy = isHttps ? https : http;
    if (isDirect(uri, proxy)) {
      return withTls(uri.toURL().openConnection(Proxy.NO_PROXY), tls);
    }
    if (proxy.host() == null) {
      // The JVM may have a proxy selector of its own.
      return withTls(uri.toURL().openConnection(), tls);
    }
    String authorization = authorization(proxy);
    if (isHttps && authorization != null) {
      return withTls(uri.toURL().openConnection(Proxy.NO_PROXY), () -> tunnel(authorization));
    }
    var address = InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
    HttpURLConnection connection =
        withTls(uri.toURL().openConnection(new Proxy(Proxy.Type.HTTP, address)), tls);
    if (authorization != null) {
      connection.setRequestProperty("Proxy-Authorization", authorization);
    }
    return connection;
  }

  /** The same one always: the JDK shares connections only among those that have one factory. */
  private synchronized SSLSocketFactory tunnel(String authorization) {
    SSLSocketFactory made = tunnel;
    if (made == null) {
      made = new TunnelSocketFactory(tls.get(), https.host(), https.port(), authorization);
      tunnel = made;
    }
    return made;
  }

  private static boolean isDirect(URI uri, ProxyConfiguration proxy) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return LOOPBACK.matcher(host).matches()
        || proxy.nonProxyHosts().stream().anyMatch(host::matches);
  }

  private static HttpURLConnection withTls(
      URLConnection connection, Supplier<SSLSocketFactory> tls) {
    if (connection instanceof HttpsURLConnection secured) {
      secured.setSSLSocketFactory(tls.get());
    }
    return (HttpURLConnection) connection;
  }
}
