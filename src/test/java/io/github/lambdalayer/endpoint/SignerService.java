package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * AWS Signer for Lambda: what it signs gets an entry that tells the job, so that the zip is really another
 * one. The texts of refusals are this endpoint's own.
 */
public final class SignerService implements Service {
  static final String PLATFORM = "AWSLambda-SHA384-ECDSA";

  private static final String JOBS = "/signing-jobs";
  private static final String PROFILES = "/signing-profiles/";
  private static final Set<String> FIELDS =
      Set.of("source", "destination", "profileName", "clientRequestToken", "profileOwner");

  private record Profile(String version, String platform, String status) {}

  private record Place(String account, String region) {}

  private record Job(
      String id,
      Place place,
      JsonObject source,
      String profile,
      String profileVersion,
      String bucket,
      String key,
      @Nullable String failure) {}

  private final Map<Place, Map<String, Profile>> profiles = new HashMap<>();
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final Map<String, Integer> waits = new HashMap<>();
  private final SigningObjects objects;
  private int polls = 1;
  private @Nullable String nextFailure;

  SignerService(S3Buckets buckets, Path directory) {
    this.objects = new SigningObjects(buckets, directory);
  }

  /** Makes a profile for Lambda, or a new version of it. */
  public String profile(String account, String region, String name) {
    return profile(account, region, name, PLATFORM, "Active");
  }

  /** Makes a new version of a profile, for a platform and in a state. */
  public synchronized String profile(
      String account, String region, String name, String platform, String status) {
    String version = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    profiles
        .computeIfAbsent(new Place(account, region), place -> new HashMap<>())
        .put(name, new Profile(version, platform, status));
    return version;
  }

  /** So often a job is still in progress when it is asked for. */
  public synchronized void pending(int times) {
    polls = times;
  }

  /** No job is in progress any more. */
  public synchronized void finish() {
    waits.replaceAll((job, left) -> 0);
  }

  /** The next job that is started fails. */
  public synchronized void failNext(String reason) {
    nextFailure = reason;
  }

  /** The records of all jobs are gone, as after two years. */
  public synchronized void forgetJobs() {
    jobs.clear();
  }

  /** The ids of all jobs so far. */
  public synchronized List<String> jobs() {
    return new ArrayList<>(jobs.keySet());
  }

  @Override
  public String scope() {
    return "signer";
  }

  @Override
  public Route route(Incoming incoming, InputStream body) {
    String path = incoming.path();
    Map<String, String> query = Route.query(incoming.uri().getRawQuery());
    boolean get = incoming.method().equals("GET");
    if (incoming.method().equals("POST") && path.equals(JOBS)) {
      return new Route("StartSigningJob", Map.of(), query);
    }
    if (get && path.startsWith(JOBS + "/")) {
      return new Route(
          "DescribeSigningJob", Map.of("job", path.substring(JOBS.length() + 1)), query);
    }
    return get && path.startsWith(PROFILES)
        ? new Route(
            "GetSigningProfile", Map.of("profile", path.substring(PROFILES.length())), query)
        : new Route(Route.UNKNOWN, Map.of(), query);
  }

  @Override
  public Answer answer(Call call) throws IOException {
    return switch (call.route().operation()) {
      case "StartSigningJob" -> start(call);
      case "DescribeSigningJob" -> describe(call);
      case "GetSigningProfile" -> profile(call);
      default -> throw ServiceError.user(404, "UnknownOperationException", "Unknown operation");
    };
  }

  @Override
  public Answer refusal(ServiceError error) {
    String name =
        switch (error.name()) {
          case "ServiceException" -> "InternalServiceErrorException";
          case "InvalidParameterValueException" -> "ValidationException";
          default -> error.name();
        };
    JsonObject body = Json.object("message", error.message());
    return Answer.json(error.status(), body).withHeader("x-amzn-ErrorType", name);
  }

  private synchronized Answer profile(Call call) {
    String name = call.route().parameter("profile");
    Place place = new Place(owner(call, call.route().query().get("profileOwner")), region(call));
    Profile profile = find(place, name);
    JsonObject answer = Json.object("profileName", name);
    answer.addProperty("profileVersion", profile.version());
    answer.addProperty("profileVersionArn", arn(place, PROFILES + name + "/" + profile.version()));
    answer.addProperty("arn", arn(place, PROFILES + name));
    answer.addProperty("platformId", profile.platform());
    answer.addProperty("status", profile.status());
    return Answer.json(200, answer);
  }

  private synchronized Answer start(Call call) throws IOException {
    JsonObject request = Json.parse(call.body().readAllBytes());
    Json.refuseUnknownFields(request, "the request", FIELDS);
    JsonObject from = s3(request, "source");
    JsonObject to = s3(request, "destination");
    String name = Objects.requireNonNullElse(Json.string(request, "profileName"), "");
    String token = Json.string(request, "clientRequestToken");
    if (token == null || token.isEmpty()) {
      throw ServiceError.invalid("clientRequestToken is required");
    }
    Place place = new Place(owner(call, Json.string(request, "profileOwner")), region(call));
    String known = tokens.get(place + token);
    if (known == null) {
      known = run(call, place, name, from, to);
      tokens.put(place + token, known);
    }
    JsonObject answer = Json.object("jobId", known);
    answer.addProperty("jobOwner", place.account());
    return Answer.json(200, answer);
  }

  private String run(Call call, Place place, String name, JsonObject from, JsonObject to)
      throws IOException {
    Profile profile = find(place, name);
    if (!profile.status().equals("Active")) {
      throw ServiceError.invalid("Signing profile " + name + " is not active");
    }
    S3Object source = objects.source(call, from);
    S3Bucket destination = objects.bucket(call, Json.string(to, "bucketName"));
    String id = UUID.randomUUID().toString();
    String key = Objects.requireNonNullElse(Json.string(to, "prefix"), "") + id + ".zip";
    var job =
        new Job(id, place, from, name, profile.version(), destination.name(), key, nextFailure);
    if (nextFailure == null) {
      JsonObject signature = Json.object("job", arn(place, JOBS + "/" + id));
      signature.addProperty("profile", arn(place, PROFILES + name + "/" + profile.version()));
      objects.sign(source, signature, destination, key);
    }
    nextFailure = null;
    jobs.put(id, job);
    waits.put(id, polls);
    return id;
  }

  private synchronized Answer describe(Call call) {
    Job job = jobs.get(call.route().parameter("job"));
    if (job == null || !job.place().region().equals(region(call))) {
      throw ServiceError.user(404, "ResourceNotFoundException", "No such signing job");
    }
    int left = waits.merge(job.id(), -1, Integer::sum);
    JsonObject answer = Json.object("jobId", job.id());
    answer.add("source", inS3(job.source()));
    answer.addProperty("platformId", PLATFORM);
    answer.addProperty("profileName", job.profile());
    answer.addProperty("profileVersion", job.profileVersion());
    answer.addProperty("jobOwner", job.place().account());
    if (left >= 0) {
      answer.addProperty("status", "InProgress");
    } else if (job.failure() != null) {
      answer.addProperty("status", "Failed");
      answer.addProperty("statusReason", job.failure());
    } else {
      answer.addProperty("status", "Succeeded");
      JsonObject signed = Json.object("bucketName", job.bucket());
      signed.addProperty("key", job.key());
      answer.add("signedObject", inS3(signed));
    }
    return Answer.json(200, answer);
  }

  private Profile find(Place place, String name) {
    Profile profile = profiles.getOrDefault(place, Map.of()).get(name);
    if (profile == null) {
      throw ServiceError.user(
          404, "ResourceNotFoundException", "No signing profile found with name: " + name);
    }
    return profile;
  }

  private static JsonObject s3(JsonObject request, String name) {
    JsonObject place = Json.child(request, name);
    JsonObject s3 = place == null ? null : Json.child(place, "s3");
    if (s3 == null) {
      throw ServiceError.invalid(name + ".s3 is required");
    }
    return s3;
  }

  private static JsonObject inS3(JsonObject place) {
    JsonObject s3 = new JsonObject();
    s3.add("s3", place);
    return s3;
  }

  private static String owner(Call call, @Nullable String owner) {
    return owner == null ? call.caller().account() : owner;
  }

  private static String region(Call call) {
    return call.caller().region();
  }

  private static String arn(Place place, String resource) {
    String partition = new Caller(place.account(), place.region()).partition();
    return String.join(":", "arn", partition, "signer", place.region(), place.account(), resource);
  }
}
