package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.ObjectStore;
import io.github.lambdalayer.aws.S3Object;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings one layer's zip to every bucket that it is needed in, for one identity. It leaves this
 * machine once; every other bucket gets it from the first. Safe to be used by many threads, of which
 * each waits only for what it needs.
 */
final class S3Transfer {

  private final LayerZip zip;
  private final LayerName layer;
  private final String sha256;
  private final String key;
  private final BucketsByRegion buckets;
  private final boolean keep;
  private final Consumer<String> progress;

  private final Map<String, Holding> places = new ConcurrentHashMap<>();

  /** Where others copy from. */
  private final AtomicReference<@Nullable S3Object> origin = new AtomicReference<>();

  /** Held while the zip is sent for the first time. */
  private final Object sending = new Object();

  private final Map<S3Object, ObjectStore> touched = new LinkedHashMap<>();

  /**
   * Transfers nothing yet.
   *
   * @param keyPrefix what the object's key starts with, empty or with a slash at its end
   * @param keep whether the objects stay when all is done
   * @param progress is told what is about to be done, by whatever thread does it
   */
  S3Transfer(
      LayerZip zip,
      LayerName layer,
      String keyPrefix,
      BucketsByRegion buckets,
      boolean keep,
      Consumer<String> progress) {
    this.zip = zip;
    this.layer = layer;
    this.sha256 = hex(zip);
    this.key = ObjectKeys.of(keyPrefix, layer, zip);
    this.buckets = buckets;
    this.keep = keep;
    this.progress = progress;
  }

  /** The digest of a zip as keys and metadata have it. */
  static String hex(LayerZip zip) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(zip.codeSha256()));
  }

  /** The object's key, the same in every bucket. */
  String key() {
    return key;
  }

  /**
   * The object for a region, brought there if it is not there yet. After a failure the next caller
   * tries again.
   *
   * @throws LambdaCallException if it cannot be brought there
   */
  S3Object in(String region) {
    return place(region).object();
  }

  /** Forgets what is known of a region's object: it was said to be gone. */
  void again(String region) {
    place(region).forget();
  }

  /**
   * Removes what this run has put or found, unless it is to be kept. To be called when no region
   * needs it any more.
   *
   * @return what could not be removed, for people
   */
  List<String> removeAll() {
    var warnings = new ArrayList<String>();
    if (keep) {
      return warnings;
    }
    synchronized (touched) {
      touched.forEach(
          (object, store) -> {
            try {
              store.remove(object);
            } catch (LambdaCallException e) {
              warnings.add(
                  Messages.format("%s is left in its bucket: %s", object.uri(), e.getMessage()));
            }
          });
      touched.clear();
    }
    return warnings;
  }

  private Holding place(String region) {
    ObjectStore store = buckets.in(region);
    return places.computeIfAbsent(store.bucket(), bucket -> new Holding(store));
  }

  private S3Object brought(ObjectStore store) {
    var found = store.find(key, zip.size(), sha256);
    if (found.isPresent()) {
      progress.accept(Messages.format("%s: %s is there already", layer, found.get().uri()));
      origin.compareAndSet(null, found.get());
      return found.get();
    }
    S3Object source;
    synchronized (sending) {
      source = origin.get();
      if (source == null) {
        S3Object first = upload(store);
        origin.set(first);
        return first;
      }
    }
    return copied(store, source);
  }

  private S3Object copied(ObjectStore store, S3Object source) {
    progress.accept(
        Messages.format(
            "Copying %s from %s to %s", layer, source.uri(), "s3://" + store.bucket() + "/" + key));
    try {
      return store.copy(source, key);
    } catch (LambdaCallException e) {
      if (e.kind() == LambdaCallException.Kind.NOT_SENT
          || e.kind() == LambdaCallException.Kind.THROTTLED) {
        throw e;
      }
      progress.accept(
          Messages.format(
              "%s cannot be copied, so it is uploaded once more: %s", layer, e.getMessage()));
      S3Object uploaded = upload(store);
      // The source may be gone, or in nobody's reach.
      origin.compareAndSet(source, uploaded);
      return uploaded;
    }
  }

  private S3Object upload(ObjectStore store) {
    progress.accept(
        Messages.format(
            "Uploading %s to s3://%s/%s (%s)",
            layer, store.bucket(), key, Limits.humanBytes(zip.size())));
    return store.put(key, zip.file(), zip.size(), sha256);
  }

  /** The object of one bucket; a lock is never taken while {@link #sending} is held. */
  private final class Holding {

    private final ObjectStore store;
    private @Nullable S3Object object;

    Holding(ObjectStore store) {
      this.store = store;
    }

    synchronized S3Object object() {
      if (object == null) {
        S3Object made = brought(store);
        synchronized (touched) {
          touched.put(made, store);
        }
        object = made;
      }
      return object;
    }

    synchronized void forget() {
      if (object != null) {
        origin.compareAndSet(object, null);
        object = null;
      }
    }
  }
}
