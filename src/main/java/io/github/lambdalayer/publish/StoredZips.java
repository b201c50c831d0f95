package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.AwsConnection;
import io.github.lambdalayer.aws.BucketPolicy;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LayerSource;
import io.github.lambdalayer.aws.S3Bucket;
import io.github.lambdalayer.aws.S3Object;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A layer's zip in buckets, for all its targets: sent once for each identity. */
final class StoredZips implements ZipSource {

  private final PublishRequest request;
  private final boolean isReference;
  private final Consumer<String> progress;
  private final Map<AwsConnection, S3Transfer> transfers = new ConcurrentHashMap<>();

  /** The keys that a run which died has left. */
  private final Map<Target, String> earlier = new HashMap<>();

  /**
   * Sends nothing yet.
   *
   * @param isReference whether Lambda is to keep no copy of its own, so that the objects must stay
   */
  StoredZips(PublishRequest request, boolean isReference, Consumer<String> progress) {
    this.request = request;
    this.isReference = isReference;
    this.progress = progress;
    for (Target target : request.targets()) {
      leftovers(target).key().ifPresent(key -> earlier.put(target, key));
    }
  }

  private boolean keeps() {
    return isReference || request.options().upload().keepObject();
  }

  private Leftovers leftovers(Target target) {
    return Leftovers.beside(request, target);
  }

  @Override
  public LayerSource in(Target target) {
    if (!keeps()) {
      leftovers(target).note(transfer(target).key());
    }
    S3Object object = transfer(target).in(target.region());
    return new LayerSource.Stored(object.bucket(), object.key(), object.versionId(), isReference);
  }

  @Override
  public void again(Target target) {
    transfer(target).again(target.region());
  }

  /** Removes the objects, unless they are needed or to be kept, and those of a run that died. */
  @Override
  public List<String> close() {
    var warnings = new ArrayList<String>();
    var stays = new HashSet<Target>();
    for (Target target : request.targets()) {
      String key = earlier.get(target);
      if (key != null && !keeps()) {
        removeLeftover(target, key)
            .ifPresent(
                warning -> {
                  warnings.add(warning);
                  stays.add(target);
                });
      }
    }
    var own = new ArrayList<String>();
    transfers.values().forEach(transfer -> own.addAll(transfer.removeAll()));
    if (own.isEmpty()) {
      request.targets().stream()
          .filter(target -> !stays.contains(target))
          .forEach(target -> leftovers(target).forget());
    }
    warnings.addAll(own);
    return warnings;
  }

  private Optional<String> removeLeftover(Target target, String key) {
    try {
      S3Bucket bucket = bucket(target);
      LayerZip zip = request.layer().zip();
      bucket.abandonUploads(key);
      S3Object object =
          bucket
              .find(key, zip.size(), S3Transfer.hex(zip))
              .orElseGet(() -> new S3Object(bucket.bucket(), target.region(), key, null, 0, ""));
      bucket.remove(object);
      return Optional.empty();
    } catch (LambdaCallException | InvalidInputException e) {
      return Optional.of(
          Messages.format(
              "What an earlier run has left in the bucket for %s stays there: %s",
              target, e.getMessage()));
    }
  }

  private S3Transfer transfer(Target target) {
    return transfers.computeIfAbsent(
        target.connection(),
        connection ->
            new S3Transfer(
                request.layer().zip(),
                request.layer().definition().name(),
                keyPrefix(),
                region -> bucket(new Target(connection, region)),
                keeps(),
                progress));
  }

  private String keyPrefix() {
    return ObjectKeys.prefix(request.options().upload().keyPrefix(), isReference);
  }

  /** Removes the object: what is sent the next time is another version of it. */
  void discard(Target target) {
    bucket(target).remove(transfer(target).in(target.region()));
    again(target);
  }

  /** The bucket of a target. */
  S3Bucket bucket(Target target) {
    String name = bucketName(target);
    S3Bucket bucket = target.connection().bucket(name, target.region());
    return isReference ? target.connection().bucket(name, bucket.location()) : bucket;
  }

  private String bucketName(Target target) {
    String value = Objects.requireNonNull(request.options().upload().bucket(), "bucket");
    String account = target.account().orElse("");
    if (account.isEmpty() && Placeholders.needAccount(value)) {
      throw new InvalidInputException(
          Messages.format(
              "<bucket> is '%s', and STS did not tell the account of %s: write its 12 digits in place"
                  + " of {account}.",
              value, target));
    }
    return Placeholders.bucket(value, target.region(), account);
  }

  @Override
  public void check(Target target) {
    S3Bucket bucket = bucket(target);
    if (!isReference) {
      bucket.check();
      return;
    }
    refuseWithoutVersions(target, "<upload> is 'reference'");
    if (!letsLambdaRead(bucket)) {
      throw new InvalidInputException(
          Messages.format(
              "<upload> is 'reference', and the policy of the bucket '%s' does not let Lambda read the"
                  + " zip. Add this statement to it:%n%s",
              bucket.bucket(),
              BucketPolicy.missingStatement(
                  bucket.partition(),
                  bucket.bucket(),
                  keyPrefix(),
                  target.account().orElse(null))));
    }
  }

  /**
   * Refuses a bucket that keeps no versions.
   *
   * @param reason what needs them
   */
  void refuseWithoutVersions(Target target, String reason) {
    S3Bucket bucket = bucket(target);
    if (!bucket.isVersioned()) {
      throw new InvalidInputException(
          Messages.format(
              "%s, and the bucket '%s' keeps no versions of its objects: enable versioning with: aws"
                  + " s3api put-bucket-versioning --bucket %s --versioning-configuration"
                  + " Status=Enabled",
              reason, bucket.bucket(), bucket.bucket()));
    }
  }

  private boolean letsLambdaRead(S3Bucket bucket) {
    try {
      String object = bucket.arn(keyPrefix() + request.layer().definition().name() + "/x.zip");
      return BucketPolicy.parse(bucket.policy().orElse("{}")).letsLambdaRead(object);
    } catch (LambdaCallException e) {
      if (e.isDenied()) {
        // As far as reading can tell: who may not read the policy learns it from Lambda.
        return true;
      }
      throw e;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
