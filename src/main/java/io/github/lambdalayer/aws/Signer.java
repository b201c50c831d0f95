package io.github.lambdalayer.aws;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * AWS Signer in one region. All methods throw {@link LambdaCallException} when a call does not succeed.
 *
 * @see <a href="https://docs.aws.amazon.com/signer/latest/api/API_Operations.html">Signer API</a>
 */
public final class Signer {

  /** What signs code of Lambda. */
  public static final String PLATFORM = "AWSLambda-SHA384-ECDSA";

  private final JsonService service;
  private final Map<Owned, Profile> profiles = new ConcurrentHashMap<>();

  /** Accounts name their profiles as they like. */
  private record Owned(String name, @Nullable String owner) {}

  /** Those that have ended: nothing changes in them any more. */
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();

  Signer(JsonService service) {
    this.service = service;
  }

  static Signer in(Clients clients, String region) {
    return new Signer(new JsonService(clients, "signer", region, Signer::fix));
  }

  /**
   * A signing profile as it is now.
   *
   * @param name its name
   * @param version its version: ten letters and digits
   * @param arn the ARN of that version, as signed layers name it
   * @param platform what it signs, for example {@link #PLATFORM}
   * @param status {@code Active}, {@code Canceled} or {@code Revoked}
   */
  public record Profile(String name, String version, String arn, String platform, String status) {}

  /**
   * A signing job.
   *
   * @param status {@code InProgress}, {@code Succeeded} or {@code Failed}
   * @param reason why it has failed
   * @param sourceKey the key of what was signed
   * @param profileVersion the version of the profile that it was signed with
   * @param bucket where the signed object is, once it has succeeded
   * @param key its key
   */
  public record Job(
      String status,
      String reason,
      String sourceKey,
      String profileVersion,
      String bucket,
      String key) {

    /** Whether nothing more will come of it. */
    public boolean isOver() {
      return !status.equals("InProgress");
    }

    /** Whether there is a signed object. */
    public boolean hasSucceeded() {
      return status.equals("Succeeded");
    }
  }

  /**
   * What is to be signed.
   *
   * @param bucket a bucket that keeps versions, in the region
   * @param key the key of an object in it
   * @param version the object's version
   */
  public record Source(String bucket, String key, String version) {}

  /**
   * A profile; asked for once.
   *
   * @param owner the account that it belongs to, where it is another one
   */
  public Profile profile(String name, @Nullable String owner) {
    var owned = new Owned(name, owner);
    Profile known = profiles.get(owned);
    if (known != null) {
      return known;
    }
    Profile profile =
        service.call(
            JsonRequest.get(
                "GetSigningProfile",
                "/signing-profiles/" + name,
                owner == null ? Map.of() : Map.of("profileOwner", owner)),
            answer ->
                new Profile(
                    answer.text("profileName"),
                    answer.text("profileVersion"),
                    answer.text("profileVersionArn"),
                    answer.text("platformId"),
                    answer.text("status")));
    profiles.put(owned, profile);
    return profile;
  }

  /**
   * Starts a job. It may be called again: for one token there is one job.
   *
   * @param prefix what the key of the signed object begins with, in the bucket of the source
   * @param owner the account that the profile belongs to, where it is another one
   * @return the job's id
   */
  public String start(
      Source source, String prefix, String profile, @Nullable String owner, String token) {
    var from = new JsonObject();
    from.addProperty("bucketName", source.bucket());
    from.addProperty("key", source.key());
    from.addProperty("version", source.version());
    var to = new JsonObject();
    to.addProperty("bucketName", source.bucket());
    to.addProperty("prefix", prefix);
    var body = new JsonObject();
    body.addProperty("clientRequestToken", token);
    body.add("source", inS3(from));
    body.add("destination", inS3(to));
    body.addProperty("profileName", profile);
    if (owner != null) {
      body.addProperty("profileOwner", owner);
    }
    return service.call(
        JsonRequest.post("StartSigningJob", "/signing-jobs", body), answer -> answer.text("jobId"));
  }

  private static JsonObject inS3(JsonObject place) {
    var s3 = new JsonObject();
    s3.add("s3", place);
    return s3;
  }

  /** A job; empty where there is no record of it, which Signer keeps for two years. */
  public Optional<Job> find(String id) {
    try {
      return Optional.of(job(id));
    } catch (LambdaCallException e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A job that there is. */
  public Job job(String id) {
    Job known = jobs.get(id);
    if (known != null) {
      return known;
    }
    Job job =
        service.call(
            JsonRequest.get("DescribeSigningJob", "/signing-jobs/" + id, Map.of()), Signer::job);
    if (job.isOver()) {
      jobs.put(id, job);
    }
    return job;
  }

  private static Job job(JsonAnswer answer) {
    String status = answer.text("status");
    Optional<JsonAnswer> signed =
        status.equals("Succeeded")
            ? Optional.of(answer.child("signedObject").child("s3"))
            : Optional.empty();
    return new Job(
        status,
        answer.find("statusReason").orElse("no reason was given"),
        answer.child("source").child("s3").text("key"),
        answer.find("profileVersion").orElse(""),
        signed.map(s3 -> s3.text("bucketName")).orElse(""),
        signed.map(s3 -> s3.text("key")).orElse(""));
  }

  private static String fix(String operation, String code) {
    if (code.equals(JsonErrors.UNKNOWN_HOST)) {
      return "AWS Signer is not in every region: leave it out with <excludeRegions>, or publish there"
          + " without <signingProfile>.";
    }
    return operation.equals("StartSigningJob") && code.contains("AccessDenied")
        ? "Allow the action signer:StartSigningJob on the profile to this identity, and s3:GetObject,"
            + " s3:GetObjectVersion and s3:PutObject on the objects of <bucket>, which Signer uses with"
            + " its rights."
        : "";
  }
}
