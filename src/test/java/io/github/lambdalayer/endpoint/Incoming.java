package io.github.lambdalayer.endpoint;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The head of one HTTP request. */
record Incoming(String method, URI uri, Headers headers) {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/,\\s]+/[^/,\\s]+/[^/,\\s]+/([^/,\\s]+)/");

  static Incoming of(HttpExchange http) {
    return new Incoming(http.getRequestMethod(), http.getRequestURI(), http.getRequestHeaders());
  }

  /** The path as sent, still percent-encoded. */
  String path() {
    return uri.getRawPath();
  }

  @Nullable String header(String name) {
    return headers.getFirst(name);
  }

  /** The service that the call was signed for, since all of them share one port. */
  String service() {
    String authorization = header("Authorization");
    Matcher matcher = SCOPE.matcher(authorization == null ? "" : authorization);
    return matcher.find() ? matcher.group(1) : "";
  }

  long contentLength() {
    String length = header("Content-Length");
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }
}
