package io.github.lambdalayer.endpoint;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** The layers of every account and region. */
final class LayerStore {
  /** What the service grants a new account. */
  static final long DEFAULT_STORAGE_LIMIT = 300L << 30;

  private record Place(String account, String region) {}

  private static final class Versions {
    private final NavigableMap<Long, StoredVersion> live = new TreeMap<>(Comparator.reverseOrder());
    private final Map<Long, Long> sizes = new HashMap<>();
    private final Map<Long, Long> seenFrom = new HashMap<>();
    private long last;

    private boolean visible(StoredVersion version) {
      Long from = seenFrom.get(version.version());
      return from == null || System.nanoTime() - from >= 0;
    }
  }

  private final Map<Place, NavigableMap<String, Versions>> places = new HashMap<>();
  private final Map<Place, Long> storageLimits = new HashMap<>();

  synchronized void storageLimit(String account, String region, long bytes) {
    storageLimits.put(new Place(account, region), bytes);
  }

  synchronized long storageLimit(String account, String region) {
    return storageLimits.getOrDefault(new Place(account, region), DEFAULT_STORAGE_LIMIT);
  }

  synchronized long storageUsed(String account, String region) {
    return layers(account, region).values().stream()
        .flatMap(versions -> versions.live.keySet().stream().map(versions.sizes::get))
        .mapToLong(Long::longValue)
        .sum();
  }

  /**
   * Numbers go up for good: a deleted version's number is not given out again. A late version has
   * its number at once, and others that are published meanwhile get later ones.
   *
   * @param size what counts for the code storage
   */
  synchronized StoredVersion publish(
      LayerRef layer, long size, Duration lateness, LongFunction<StoredVersion> maker) {
    String account = layer.account();
    if (storageUsed(account, layer.region()) + size > storageLimit(account, layer.region())) {
      throw ServiceError.user(400, "CodeStorageExceededException", "Code storage limit exceeded.");
    }
    Versions versions =
        layers(account, layer.region()).computeIfAbsent(layer.name(), name -> new Versions());
    StoredVersion version = maker.apply(++versions.last);
    versions.live.put(version.version(), version);
    versions.sizes.put(version.version(), size);
    versions.seenFrom.put(version.version(), System.nanoTime() + lateness.toNanos());
    return version;
  }

  synchronized Optional<StoredVersion> find(LayerRef layer, long version) {
    Versions versions = layers(layer.account(), layer.region()).get(layer.name());
    return versions == null
        ? Optional.empty()
        : Optional.ofNullable(versions.live.get(version)).filter(versions::visible);
  }

  StoredVersion get(LayerRef layer, long version) {
    return find(layer, version)
        .orElseThrow(
            () ->
                ServiceError.notFound(
                    "Layer version " + layer.versionArn(version) + " does not exist."));
  }

  synchronized StoredVersion change(
      LayerRef layer, long version, UnaryOperator<StoredVersion> change) {
    StoredVersion changed = change.apply(get(layer, version));
    Versions versions = layers(layer.account(), layer.region()).get(layer.name());
    if (versions != null) {
      versions.live.put(version, changed);
    }
    return changed;
  }

  synchronized void delete(LayerRef layer, long version) {
    Versions versions = layers(layer.account(), layer.region()).get(layer.name());
    if (versions != null) {
      versions.live.remove(version);
    }
  }

  /** Live versions that clients can see, newest first. */
  synchronized List<StoredVersion> visible(String account, String region, String name) {
    Versions versions = layers(account, region).get(name);
    return versions == null
        ? List.of()
        : versions.live.values().stream().filter(versions::visible).toList();
  }

  /** Live versions, newest first, those that clients cannot see yet too. */
  synchronized List<StoredVersion> versions(String account, String region, String name) {
    Versions versions = layers(account, region).get(name);
    return versions == null ? List.of() : List.copyOf(versions.live.values());
  }

  /** The names of all layers that ever had a version, in order. */
  synchronized Collection<String> names(String account, String region) {
    return List.copyOf(layers(account, region).keySet());
  }

  private NavigableMap<String, Versions> layers(String account, String region) {
    return places.computeIfAbsent(new Place(account, region), place -> new TreeMap<>());
  }
}
