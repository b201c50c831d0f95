package io.github.lambdalayer.endpoint;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Buckets themselves: made, set up and looked at. */
final class S3BucketOperations {
  private static final String NAME = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
  private static final Pattern LOCATION =
      Pattern.compile("<LocationConstraint>\\s*([a-z0-9-]+)\\s*</");
  private static final Pattern STATUS = Pattern.compile("<Status>\\s*(Enabled|Suspended)\\s*</");

  private final S3Buckets buckets;

  S3BucketOperations(S3Buckets buckets) {
    this.buckets = buckets;
  }

  /** The bucket is the caller's own, in the region that is called: in us-east-1 without a word. */
  Answer create(Call call) throws IOException {
    String name = call.route().parameter("bucket");
    String region = call.caller().region();
    if (!name.matches(NAME)) {
      throw S3Error.invalid("InvalidBucketName", "The specified bucket is not valid.");
    }
    Matcher location = LOCATION.matcher(text(call));
    String wanted = location.find() ? location.group(1) : "";
    if (!wanted.equals(region.equals("us-east-1") ? "" : region)) {
      throw S3Error.invalid(
          "IllegalLocationConstraintException",
          "The %s location constraint is incompatible for the region specific endpoint"
                  .formatted(wanted.isEmpty() ? "unspecified" : wanted)
              + " this request was sent to.");
    }
    S3Bucket bucket = new S3Bucket(name, region);
    bucket.owner(call.caller().account());
    if (!buckets.add(bucket)) {
      throw ServiceError.user(
          409, "BucketAlreadyExists", "The requested bucket name is not available.");
    }
    return Answer.empty(200).withHeader("Location", "/" + name);
  }

  static Answer versioning(S3Bucket bucket) {
    String status = bucket.versioned() ? "Enabled" : bucket.suspended() ? "Suspended" : "";
    return Xml.answer(
        200,
        Xml.parent(
            "VersioningConfiguration", status.isEmpty() ? "" : Xml.element("Status", status)));
  }

  static Answer version(Call call, S3Bucket bucket) throws IOException {
    Matcher status = STATUS.matcher(text(call));
    if (!status.find()) {
      throw malformed();
    }
    bucket.versioned(status.group(1).equals("Enabled"));
    return Answer.empty(200);
  }

  static Answer policy(S3Bucket bucket) {
    return Answer.text(
        200,
        "application/json",
        bucket
            .policy()
            .orElseThrow(
                () ->
                    ServiceError.user(
                        404, "NoSuchBucketPolicy", "The bucket policy does not exist")));
  }

  static Answer govern(Call call, S3Bucket bucket) throws IOException {
    String policy = text(call);
    try {
      if (!JsonParser.parseString(policy).getAsJsonObject().has("Statement")) {
        throw S3Error.invalid("MalformedPolicy", "Missing required field Statement");
      }
    } catch (JsonParseException | IllegalStateException e) {
      throw S3Error.invalid("MalformedPolicy", "Policies must be valid JSON: " + e.getMessage());
    }
    bucket.policy(policy);
    return Answer.empty(204);
  }

  static Answer uploads(S3Bucket bucket) {
    StringBuilder uploads = new StringBuilder(Xml.element("Bucket", bucket.name()));
    for (S3Upload upload : bucket.uploads()) {
      uploads.append(
          Xml.parent(
              "Upload", Xml.element("Key", upload.key()), Xml.element("UploadId", upload.id())));
    }
    return Xml.answer(200, Xml.parent("ListMultipartUploadsResult", uploads.toString()));
  }

  private static String text(Call call) throws IOException {
    return new String(call.body().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static ServiceError malformed() {
    return S3Error.invalid(
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema");
  }
}
