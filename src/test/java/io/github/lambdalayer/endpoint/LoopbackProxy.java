package io.github.lambdalayer.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy on loopback that wants Basic authentication, for plain requests and for CONNECT.
 * Every host is 127.0.0.1 to it, so that names can be asked for that nobody resolves.
 */
public final class LoopbackProxy implements AutoCloseable {

  /** One request head that has come in: its first line, and whether it had the right authorization. */
  public record Seen(String line, boolean isAuthorized) {}

  private final ServerSocket server;
  private final String authorization;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  private LoopbackProxy(String user, String password) throws IOException {
    server = new ServerSocket(0, 50, Loopback.address());
    authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    DaemonThreads.make(this::accept).start();
  }

  /** Starts one on a free port. */
  public static LoopbackProxy start(String user, String password) throws IOException {
    return new LoopbackProxy(user, password);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** All requests so far. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() throws IOException {
    server.close();
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
    try (client) {
      List<String> head = head(client.getInputStream());
      boolean isAuthorized =
          head.stream()
              .anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + authorization));
      seen.add(new Seen(head.get(0), isAuthorized));
      if (isAuthorized) {
        forward(client, head);
      } else {
        write(
            client.getOutputStream(),
            "HTTP/1.1 407 Proxy Authentication Required",
            "Proxy-Authenticate: Basic realm=\"test\"",
            "Content-Length: 0",
            "Connection: close");
      }
    } catch (IOException e) {
      // The client has gone, or the target is not there: it sees the connection end.
    }
  }

  private static void forward(Socket client, List<String> head) throws IOException {
    String[] request = head.get(0).split(" ", -1);
    boolean isTunnel = request[0].equals("CONNECT");
    URI target = URI.create(isTunnel ? "http://" + request[1] : request[1]);
    try (var upstream = new Socket(Loopback.address(), target.getPort())) {
      if (isTunnel) {
        write(client.getOutputStream(), "HTTP/1.1 200 Connection established");
      } else {
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        var lines = new ArrayList<String>();
        lines.add(request[0] + " " + target.getRawPath() + query + " HTTP/1.1");
        // One request for each connection, so that each has its authorization checked.
        head.stream()
            .skip(1)
            .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(proxy-|connection:).*"))
            .forEach(lines::add);
        lines.add("Connection: close");
        write(upstream.getOutputStream(), lines.toArray(String[]::new));
      }
      pipe(client, upstream);
    }
  }

  /** Both ways, until the target has said all. */
  static void pipe(Socket client, Socket upstream) throws IOException {
    DaemonThreads.make(
            () -> {
              try {
                client.getInputStream().transferTo(upstream.getOutputStream());
                upstream.shutdownOutput();
              } catch (IOException e) {
                // One of them has gone.
              }
            })
        .start();
    upstream.getInputStream().transferTo(client.getOutputStream());
  }

  private static void write(OutputStream out, String... lines) throws IOException {
    String text = String.join("\r\n", lines) + "\r\n\r\n";
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static List<String> head(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      bytes.write(next);
    }
    return Arrays.asList(bytes.toString(StandardCharsets.ISO_8859_1).strip().split("\r\n"));
  }
}
