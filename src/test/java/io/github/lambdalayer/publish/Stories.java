package io.github.lambdalayer.publish;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What users see of publishing, on whatever endpoint: each story has a layer of its own there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Stories {

  @TempDir Path folder;

  Publishing publishing;
  String name = "";

  private final URI uri;

  Stories(URI uri) {
    this.uri = uri;
    this.publishing = new Publishing(uri, Path.of("target"));
  }

  @BeforeEach
  void newLayer() {
    name = "story-" + UUID.randomUUID();
    publishing = new Publishing(uri, folder.resolve(name + "-state"));
  }

  @AfterAll
  void noCredentials() {
    Publishing.noCredentials();
  }

  final BuiltLayer layer() {
    return new BuiltLayer(folder.resolve(name), name);
  }

  final BuiltLayer layer(String other) {
    return new BuiltLayer(folder.resolve(other), other);
  }

  final Buckets buckets() {
    return new Buckets(uri);
  }
}
