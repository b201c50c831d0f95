package io.github.lambdalayer.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Serves one file as S3 does, and counts what it sends. */
final class RangeServer implements AutoCloseable {

  static final String SECRET = "deadbeefsignature";

  /** In which way it differs from S3. */
  enum Manner {
    LIKE_S3,
    WITHOUT_RANGES,
    REFUSING,
    CUT_OFF,
    WITHOUT_CONTENT_RANGE,
    OTHER_PART,
    TOO_MUCH
  }

  private final byte[] content;
  private final HttpServer server;
  private final List<String> requests = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private volatile Manner manner = Manner.LIKE_S3;

  RangeServer(byte[] content) throws IOException {
    this.content = content;
    var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    server = HttpServer.create(address, 0);
    server.createContext("/", this::answer);
    server.start();
  }

  RangeServer behaving(Manner how) {
    manner = how;
    return this;
  }

  URI location() {
    return URI.create(
        "http://127.0.0.1:"
            + server.getAddress().getPort()
            + "/snapshots/1/layer%2Bx?versionId=&X-Amz-Security-Token=a%2Fb%2Bc%3D%3D&X-Amz-Signature="
            + SECRET);
  }

  int port() {
    return server.getAddress().getPort();
  }

  long sent() {
    return sent.get();
  }

  List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    synchronized (requests) {
      requests.add(exchange.getRequestURI() + " " + range);
    }
    try (exchange) {
      switch (manner) {
        case REFUSING -> exchange.sendResponseHeaders(403, -1);
        case WITHOUT_RANGES -> send(exchange, 200, content);
        default -> part(exchange, range.substring("bytes=".length()).split("-", -1));
      }
    }
  }

  private void part(HttpExchange exchange, String[] range) throws IOException {
    boolean suffix = range[0].isEmpty();
    int from =
        suffix
            ? Math.max(0, content.length - Integer.parseInt(range[1]))
            : Integer.parseInt(range[0]);
    int to = suffix ? content.length - 1 : Integer.parseInt(range[1]);
    byte[] part = Arrays.copyOfRange(content, from, to + 1);
    int shift = manner == Manner.OTHER_PART ? -1 : 0;
    if (manner != Manner.WITHOUT_CONTENT_RANGE) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes " + (from + shift) + "-" + (to + shift) + "/" + content.length);
    }
    byte[] body =
        switch (manner) {
          case CUT_OFF -> Arrays.copyOf(part, part.length / 2);
          case TOO_MUCH -> content;
          default -> part;
        };
    send(exchange, 206, body);
  }

  private void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
      sent.addAndGet(bytes.length);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
