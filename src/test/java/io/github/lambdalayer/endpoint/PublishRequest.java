package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The checked fields of a publish call, beside its zip. */
record PublishRequest(
    String description, String licenseInfo, List<String> runtimes, List<String> architectures) {
  private static final Set<String> FIELDS =
      Set.of(
          "Content", "Description", "LicenseInfo", "CompatibleRuntimes", "CompatibleArchitectures");
  private static final Set<String> S3_FIELDS =
      Set.of("S3Bucket", "S3Key", "S3ObjectVersion", "S3ObjectStorageMode");

  /** Reads the body, leaves the zip in a file and refuses what the service refuses. */
  static PublishRequest read(InputStream body, Path zip) throws IOException {
    JsonObject document = Json.parse(new ZipFieldSplitter(body, zip).split());
    Json.refuseUnknownFields(document, "the request", FIELDS);
    PublishRequest request =
        new PublishRequest(
            Objects.requireNonNullElse(Json.string(document, "Description"), ""),
            Objects.requireNonNullElse(Json.string(document, "LicenseInfo"), ""),
            Json.strings(document, "CompatibleRuntimes"),
            Json.strings(document, "CompatibleArchitectures"));
    JsonObject content = Json.child(document, "Content");
    Constraints constraints = new Constraints();
    constraints.required("content", content);
    request.check(constraints);
    checkContent(Objects.requireNonNull(content));
    ZipCheck.check(zip);
    return request;
  }

  private void check(Constraints constraints) {
    constraints.length("description", description, 256);
    constraints.length("licenseInfo", licenseInfo, 512);
    constraints.members("compatibleRuntimes", runtimes, 15, Known.RUNTIMES);
    constraints.members("compatibleArchitectures", architectures, 2, Known.ARCHITECTURES);
    constraints.check();
  }

  private static void checkContent(JsonObject content) {
    boolean inline = Json.string(content, "ZipFile") != null;
    boolean s3 = S3_FIELDS.stream().anyMatch(content::has);
    if (inline && s3) {
      throw ServiceError.invalid(
          "Please do not provide other FunctionCode parameters when providing a ZipFile.");
    }
    if (s3) {
      throw ServiceError.invalid(
          "Content in S3 is not held by this endpoint: send Content.ZipFile");
    }
    Json.refuseUnknownFields(content, "Content", Set.of("ZipFile"));
    if (!inline) {
      throw ServiceError.invalid("Please provide a source for function code.");
    }
  }
}
