package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes that no client makes, as somebody with a console would. */
final class ByHand {
  private final LayerStore store;
  private final VersionOperations versions;

  ByHand(LayerStore store, VersionOperations versions) {
    this.store = store;
    this.versions = versions;
  }

  void removeStatement(LayerRef layer, long version, String sid) {
    change(() -> store.change(layer, version, stored -> PolicyOperations.without(stored, sid)));
  }

  void addStatement(
      LayerRef layer, long version, String sid, String principal, @Nullable String organizationId) {
    Caller owner = new Caller(layer.account(), layer.region());
    StoredStatement statement =
        new StoredStatement(sid, PolicyOperations.shown(principal, owner), organizationId);
    change(() -> store.change(layer, version, stored -> PolicyOperations.with(stored, statement)));
  }

  void deleteVersion(LayerRef layer, long version) {
    change(() -> store.get(layer, version));
    store.delete(layer, version);
  }

  StoredVersion publish(LayerRef layer, PublishRequest request, byte[] zip) {
    return change(
        () -> {
          try {
            return versions.publish(layer, request, zip);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static LayerRef layer(String account, String region, String name) {
    return new LayerRef(new Caller(account, region).partition(), account, region, name);
  }

  private static <T> T change(Supplier<T> change) {
    try {
      return change.get();
    } catch (ServiceError e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
