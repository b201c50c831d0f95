package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The digests of one build's files, each of which is read once. For one thread alone. */
public final class Digests {

  private final Map<Path, Sha256> known = new HashMap<>();

  /** The digest that a file had when it was first asked for. */
  public Sha256 of(Path file) throws IOException {
    Sha256 digest = known.get(file);
    if (digest == null) {
      digest = Sha256.of(file);
      known.put(file, digest);
    }
    return digest;
  }
}
