package io.github.lambdalayer.endpoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One bucket with its objects' versions and its open uploads. */
final class S3Bucket {
  private final String name;
  private final String region;
  private final NavigableMap<String, Deque<S3Object>> objects = new TreeMap<>();
  private final Map<String, S3Upload> uploads = new LinkedHashMap<>();
  private @Nullable String owner;
  private @Nullable String policy;
  private boolean versioned;
  private boolean suspended;
  private boolean copyDenied;

  S3Bucket(String name, String region) {
    this.name = name;
    this.region = region;
  }

  String name() {
    return name;
  }

  String region() {
    return region;
  }

  synchronized void owner(String account) {
    owner = account;
  }

  synchronized void policy(String json) {
    policy = json;
  }

  synchronized void versioned(boolean on) {
    suspended = !on && (versioned || suspended);
    versioned = on;
  }

  synchronized void denyCopy() {
    copyDenied = true;
  }

  synchronized Optional<String> policy() {
    return Optional.ofNullable(policy);
  }

  synchronized boolean versioned() {
    return versioned;
  }

  /** A bucket that had versions once never goes back to having had none. */
  synchronized boolean suspended() {
    return suspended;
  }

  synchronized boolean copyDenied() {
    return copyDenied;
  }

  synchronized boolean usableBy(String account) {
    return owner == null || owner.equals(account);
  }

  synchronized S3Object put(S3Object object, boolean onlyNew) {
    if (onlyNew && live(object.key()).isPresent()) {
      throw ServiceError.user(
          412,
          "PreconditionFailed",
          "At least one of the pre-conditions you specified did not hold");
    }
    Deque<S3Object> versions = objects.computeIfAbsent(object.key(), key -> new ArrayDeque<>());
    String id = versioned ? UUID.randomUUID().toString().replace("-", "") : "null";
    versions.removeIf(version -> version.versionId().equals(id));
    S3Object stored = object.withVersionId(id);
    versions.addFirst(stored);
    return stored;
  }

  /** The newest version, which may be a deletion, or the one with that id. */
  synchronized S3Object get(String key, @Nullable String versionId) {
    Deque<S3Object> versions = objects.getOrDefault(key, new ArrayDeque<>());
    if (versionId == null) {
      return versions.stream().findFirst().orElseThrow(S3Error::noSuchKey);
    }
    return versions.stream()
        .filter(version -> version.versionId().equals(versionId))
        .findFirst()
        .orElseThrow(S3Error::noSuchVersion);
  }

  /** What is left to tell of the deletion: the marker made, or the version removed. */
  synchronized Optional<S3Object> delete(String key, @Nullable String versionId) {
    if (versionId == null && versioned) {
      return Optional.of(put(S3Object.deletion(key), false));
    }
    String id = versionId == null ? "null" : versionId;
    Deque<S3Object> versions = objects.getOrDefault(key, new ArrayDeque<>());
    Optional<S3Object> found =
        versions.stream().filter(version -> version.versionId().equals(id)).findFirst();
    found.ifPresent(versions::remove);
    return found;
  }

  synchronized void lose(String key) {
    objects.remove(key);
  }

  synchronized List<String> keys() {
    return objects.keySet().stream().filter(key -> live(key).isPresent()).toList();
  }

  synchronized S3Upload begin(String key, Map<String, String> headers) {
    S3Upload upload = new S3Upload(UUID.randomUUID().toString(), key, headers);
    uploads.put(upload.id(), upload);
    return upload;
  }

  synchronized S3Upload upload(String key, @Nullable String id) {
    S3Upload upload = uploads.get(id == null ? "" : id);
    if (upload == null || !upload.key().equals(key)) {
      throw S3Error.noSuchUpload();
    }
    return upload;
  }

  /** An upload whose object is refused stays open. */
  synchronized S3Object complete(S3Upload upload, S3Object object, boolean onlyNew) {
    upload(upload.key(), upload.id());
    S3Object stored = put(object, onlyNew);
    uploads.remove(upload.id());
    return stored;
  }

  synchronized void end(S3Upload upload) {
    if (uploads.remove(upload.id()) == null) {
      throw S3Error.noSuchUpload();
    }
  }

  synchronized List<String> uploadedKeys() {
    return uploads().stream().map(S3Upload::key).toList();
  }

  synchronized List<S3Upload> uploads() {
    return List.copyOf(uploads.values());
  }

  private Optional<S3Object> live(String key) {
    return objects.getOrDefault(key, new ArrayDeque<>()).stream()
        .findFirst()
        .filter(version -> !version.marker());
  }
}
