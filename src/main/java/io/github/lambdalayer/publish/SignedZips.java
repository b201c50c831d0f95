package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.Backoff;
import io.github.lambdalayer.aws.Deadline;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LayerSource;
import io.github.lambdalayer.aws.LayerSource.Stored;
import io.github.lambdalayer.aws.S3Bucket;
import io.github.lambdalayer.aws.S3Object;
import io.github.lambdalayer.aws.Signer;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A layer's zip as AWS Signer has signed it: brought to the bucket, signed there, and published from
 * there. One version of one object is signed once: its job is found again by a token that is made of both,
 * whoever asks, and however many answers were lost.
 */
final class SignedZips implements ZipSource {

  private final PublishRequest request;
  private final SigningProfile profile;
  private final boolean isReference;
  private final StoredZips unsigned;
  private final Consumer<String> progress;
  private final Map<Target, S3Object> signed = new ConcurrentHashMap<>();

  /** Where a job is still in progress: the next run must find the same object. */
  private final Map<Target, String> unfinished = new ConcurrentHashMap<>();

  /** The keys of signed objects that a run which died has left. */
  private final Map<Target, String> earlier = new HashMap<>();

  /**
   * Signs nothing yet.
   *
   * @param isReference whether Lambda is to keep no copy of its own, so that signed objects must stay
   */
  SignedZips(
      PublishRequest request,
      SigningProfile profile,
      boolean isReference,
      Consumer<String> progress) {
    this.request = request;
    this.profile = profile;
    this.isReference = isReference;
    this.progress = progress;
    this.unsigned = new StoredZips(request, false, progress);
    for (Target target : request.targets()) {
      leftovers(target).key().ifPresent(key -> earlier.put(target, key));
    }
  }

  private LayerName layer() {
    return request.layer().definition().name();
  }

  private boolean keeps() {
    return isReference || request.options().upload().keepObject();
  }

  private Leftovers leftovers(Target target) {
    return Leftovers.beside(request, target, "signed");
  }

  @Override
  public LayerSource in(Target target) {
    S3Object object = signed.get(target);
    if (object == null) {
      object = sign(target);
      signed.put(target, object);
    }
    return new Stored(object.bucket(), object.key(), object.versionId(), isReference);
  }

  private S3Object sign(Target target) {
    Optional<S3Object> object = signedNow(target);
    if (object.isEmpty()) {
      // The job of an earlier run, whose object was removed meanwhile: an object anew has a job
      // anew.
      unsigned.discard(target);
      object = signedNow(target);
    }
    return object.orElseThrow(
        () ->
            new TargetException(
                Messages.format(
                    "AWS Signer has signed %s in %s, and the signed object cannot be found: allow"
                        + " s3:GetObject on the objects of <bucket>, and let nobody else remove them.",
                    layer(), target)));
  }

  private Optional<S3Object> signedNow(Target target) {
    Stored source = (Stored) unsigned.in(target);
    Signer.Job job = signed(target, source);
    S3Bucket bucket = target.connection().bucket(job.bucket(), target.region());
    if (!keeps()) {
      leftovers(target).note(job.key());
    }
    return bucket.look(job.key());
  }

  private Signer.Job signed(Target target, Stored source) {
    String version =
        Objects.requireNonNull(source.version(), "a bucket that keeps versions tells them");
    Signer.Profile current = SignedContent.profile(profile, target);
    var from = new Signer.Source(source.bucket(), source.key(), version);
    progress.accept(
        Messages.format(
            "Signing %s in %s with %s/%s", layer(), target, current.name(), current.version()));
    String id =
        SignedContent.signer(target)
            .start(from, prefix(), profile.name(), profile.owner(), token(from, current));
    Signer.Job job = ended(target, id);
    if (!job.hasSucceeded()) {
      // Its token would find this job again.
      unsigned.discard(target);
      throw new TargetException(
          Messages.format(
              "AWS Signer could not sign %s in %s (job %s): %s",
              layer(), target, id, job.reason()));
    }
    return job;
  }

  private String token(Signer.Source source, Signer.Profile current) {
    return Sha256.of(
            String.join(
                "\n", source.bucket(), source.key(), source.version(), current.arn(), prefix()))
        .hex();
  }

  private String prefix() {
    return request.options().upload().keyPrefix()
        + (isReference ? "reference/" : "")
        + layer()
        + "/signed-";
  }

  private Signer.Job ended(Target target, String id) {
    Deadline deadline = Deadline.in(profile.timeout(), target.connection().timing().pace());
    var backoff = new Backoff();
    for (; ; ) {
      Signer.Job job = SignedContent.signer(target).job(id);
      if (job.isOver()) {
        return job;
      }
      if (deadline.isOver()) {
        unfinished.put(target, id);
        throw new TargetException(
            Messages.format(
                "The signing job %s of %s in %s is still in progress after %d s. The next run goes on"
                    + " waiting for it; allow more time with <signingTimeout>.",
                id, layer(), target, profile.timeout().toSeconds()));
      }
      deadline.pause(backoff.next());
    }
  }

  @Override
  public void check(Target target) {
    SignedContent.profile(profile, target);
    if (isReference) {
      new StoredZips(request, true, progress).check(target);
    }
    unsigned.check(target);
    unsigned.refuseWithoutVersions(target, "<signingProfile> is '" + profile + "'");
  }

  @Override
  public void again(Target target) {
    signed.remove(target);
    unsigned.again(target);
  }

  /** Removes the objects, unless they are needed or to be kept, and those of a run that died. */
  @Override
  public List<String> close() {
    var warnings = new ArrayList<String>();
    if (!keeps()) {
      for (Target target : request.targets()) {
        if (!unfinished.containsKey(target)) {
          remove(target).ifPresent(warnings::add);
        }
      }
    }
    if (unfinished.isEmpty()) {
      warnings.addAll(unsigned.close());
    }
    return warnings;
  }

  private Optional<String> remove(Target target) {
    try {
      S3Object own = signed.get(target);
      String left = earlier.get(target);
      if (own != null) {
        target.connection().bucket(own.bucket(), target.region()).remove(own);
      }
      if (left != null && (own == null || !left.equals(own.key()))) {
        S3Bucket bucket = unsigned.bucket(target);
        bucket.look(left).ifPresent(bucket::remove);
      }
      leftovers(target).forget();
      return Optional.empty();
    } catch (LambdaCallException | InvalidInputException e) {
      return Optional.of(
          Messages.format(
              "The signed zip of %s stays in the bucket for %s: %s",
              layer(), target, e.getMessage()));
    }
  }
}
