package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.CallFailures;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.aws.ObjectStore;
import io.github.lambdalayer.aws.S3Object;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Buckets in memory; what is done with them is written down, and can be made to fail or wait. */
final class FakeStores implements BucketsByRegion {

  final List<String> calls = new CopyOnWriteArrayList<>();
  final Map<String, S3Object> objects = new ConcurrentHashMap<>();

  private final Map<String, String> shared = new ConcurrentHashMap<>();
  private final Map<String, Kind> failures = new ConcurrentHashMap<>();
  private volatile Consumer<String> before = call -> {};

  /** Lets a region use a bucket instead of its own. */
  void share(String region, String bucket) {
    shared.put(region, bucket);
  }

  /** Lets a call such as {@code copy eu-west-1} fail until {@link #mend}. */
  void fail(String call, Kind kind) {
    failures.put(call, kind);
  }

  void mend(String call) {
    failures.remove(call);
  }

  /** Does something before each call. */
  void before(Consumer<String> action) {
    before = action;
  }

  List<String> calls(String operation) {
    return calls.stream().filter(call -> call.startsWith(operation)).toList();
  }

  @Override
  public ObjectStore in(String region) {
    return new Store(shared.getOrDefault(region, region), region);
  }

  private void called(String operation, String bucket) {
    String call = operation + " " + bucket;
    before.accept(call);
    calls.add(call);
    Kind failure = failures.get(call);
    if (failure != null) {
      throw CallFailures.of(failure, call + " fails");
    }
  }

  private record Wanted(String key, long size, String sha256) {}

  private final class Store implements ObjectStore {

    private final String bucket;
    private final String region;

    Store(String bucket, String region) {
      this.bucket = bucket;
      this.region = region;
    }

    @Override
    public String bucket() {
      return bucket;
    }

    @Override
    public Optional<S3Object> find(String key, long size, String sha256Hex) {
      called("find", bucket);
      return Optional.ofNullable(objects.get(bucket))
          .filter(
              object ->
                  new Wanted(key, size, sha256Hex)
                      .equals(new Wanted(object.key(), object.size(), object.sha256())));
    }

    @Override
    public S3Object put(String key, Path zip, long size, String sha256Hex) {
      called("put", bucket);
      return stored(key, size, sha256Hex);
    }

    @Override
    public S3Object copy(S3Object source, String key) {
      called("copy", bucket);
      if (!objects.containsValue(source)) {
        throw CallFailures.of(Kind.REFUSED, "NoSuchKey");
      }
      return stored(key, source.size(), source.sha256());
    }

    private S3Object stored(String key, long size, String sha256) {
      var object = new S3Object(bucket, region, key, "v" + calls.size(), size, sha256);
      objects.put(bucket, object);
      return object;
    }

    @Override
    public void remove(S3Object object) {
      called("remove", bucket);
      objects.remove(bucket, object);
    }
  }
}
