package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS through a proxy that wants to know who we are. The JDK's HTTPS connection asks for a socket,
 * connects it, and has it wrapped: this socket connects to the proxy, and has it connect to the host,
 * with the authorization that the JDK itself would not send in clear text.
 */
final class TunnelSocketFactory extends SSLSocketFactory {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})\\b.*");
  private static final int LONGEST_LINE = 8192;

  private final SSLSocketFactory tls;
  private final String proxyHost;
  private final int proxyPort;
  private final String authorization;

  TunnelSocketFactory(SSLSocketFactory tls, String proxyHost, int proxyPort, String authorization) {
    this.tls = tls;
    this.proxyHost = proxyHost;
    this.proxyPort = proxyPort;
    this.authorization = authorization;
  }

  /** The way through the proxy, still without TLS. */
  private final class Tunnel extends Socket {

    Tunnel() {
      super(Proxy.NO_PROXY);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      super.connect(new InetSocketAddress(proxyHost, proxyPort), timeout);
      try {
        setSoTimeout(timeout);
        // The name and not an address: behind a proxy there may be nobody to resolve it.
        var target = (InetSocketAddress) endpoint;
        ask(target.getHostString() + ":" + target.getPort());
        setSoTimeout(0);
      } catch (IOException e) {
        close();
        throw e;
      }
    }

    private void ask(String target) throws IOException {
      String request =
          "CONNECT %s HTTP/1.1\r\nHost: %s\r\nProxy-Authorization: %s\r\n\r\n"
              .formatted(target, target, authorization);
      getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream answer = getInputStream();
      String status = line(answer);
      Matcher matcher = STATUS.matcher(status);
      if (!matcher.matches() || !matcher.group(1).startsWith("2")) {
        throw new ProxyRefusedException(
            Messages.format(
                "the proxy %s:%d does not connect to %s: it answers '%s'",
                proxyHost, proxyPort, target, status),
            status.contains(" 407") || status.contains(" 403"),
            null);
      }
      while (!line(answer).isEmpty()) {
        // Its headers say nothing that is needed.
      }
    }

    /** Byte by byte, for what comes behind the last line belongs to TLS. */
    private String line(InputStream answer) throws IOException {
      var line = new StringBuilder();
      for (int next = answer.read(); next != '\n'; next = answer.read()) {
        if (next < 0 || line.length() > LONGEST_LINE) {
          throw new ProxyRefusedException(
              Messages.format(
                  "the proxy %s:%d breaks off the answer to CONNECT", proxyHost, proxyPort),
              false,
              null);
        }
        line.append((char) next);
      }
      return line.toString().stripTrailing();
    }
  }

  @Override
  public Socket createSocket() {
    return new Tunnel();
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    return tls.createSocket(connected, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return through(InetSocketAddress.createUnresolved(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return through(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  private Socket through(InetSocketAddress target) throws IOException {
    Socket tunnel = new Tunnel();
    tunnel.connect(target);
    return tls.createSocket(tunnel, target.getHostString(), target.getPort(), true);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }
}
