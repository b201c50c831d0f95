package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** TLS on loopback, with a certificate that it has signed itself, in front of a plain endpoint. */
public final class TlsFront implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final SSLContext context;
  private final SSLServerSocket server;
  private final int target;

  private TlsFront(SSLContext context, int target) throws IOException {
    this.context = context;
    this.target = target;
    server =
        (SSLServerSocket)
            context.getServerSocketFactory().createServerSocket(0, 50, Loopback.address());
    DaemonThreads.make(this::accept).start();
  }

  /**
   * Starts one on a free port.
   *
   * @param folder where the key may be written
   * @param host whose certificate it shows
   * @param target the port on loopback that it stands in front of
   */
  public static TlsFront start(Path folder, String host, int target)
      throws IOException, GeneralSecurityException, InterruptedException {
    return new TlsFront(context(keyStore(folder, host)), target);
  }

  private static KeyStore keyStore(Path folder, String host)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = folder.resolve("front.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "front",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, PASSWORD.toCharArray());
    var trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    trusted.setCertificateEntry("front", keys.getCertificate("front"));
    var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
    return context;
  }

  public int port() {
    return server.getLocalPort();
  }

  /** What a client needs that believes the certificate. */
  public SSLSocketFactory trusting() {
    return context.getSocketFactory();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        DaemonThreads.make(() -> serve(client)).start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var upstream = new Socket(Loopback.address(), target)) {
      LoopbackProxy.pipe(client, upstream);
    } catch (IOException e) {
      // The client has gone, or does not believe the certificate.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
