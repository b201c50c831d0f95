package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The pre-signed URLs under which a version's zip is had without credentials. */
final class Downloads {
  private static final String QUERY =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=600&X-Amz-Signature=";

  private final String secret = UUID.randomUUID().toString();
  private final URI base;
  private final LayerStore store;

  Downloads(URI base, LayerStore store) {
    this.base = base;
    this.store = store;
  }

  String location(LayerRef layer, long version) {
    String path =
        "/content/%s/%s/%s/%d".formatted(layer.account(), layer.region(), layer.name(), version);
    return base + path + "?" + QUERY + signature(path);
  }

  Answer serve(Incoming incoming, Route route) throws IOException {
    String path = incoming.path();
    if (!signature(path).equals(route.query().get("X-Amz-Signature"))) {
      return Answer.text(
          403, "application/xml", "<Error><Code>SignatureDoesNotMatch</Code></Error>");
    }
    LayerRef layer =
        new LayerRef(
            "aws", route.parameter("account"), route.parameter("region"), route.parameter("layer"));
    StoredVersion version = store.get(layer, Call.version(route.parameter("version")));
    return Ranges.answer(version.zipFile(), incoming.header("Range"))
        .withHeader("Content-Type", "application/zip");
  }

  private String signature(String path) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest((secret + path).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
