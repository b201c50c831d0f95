package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The checked fields of a publish call, beside its zip. */
record PublishRequest(
    String description, String licenseInfo, List<String> runtimes, List<String> architectures) {
  private static final Set<String> FIELDS =
      Set.of(
          "Content", "Description", "LicenseInfo", "CompatibleRuntimes", "CompatibleArchitectures");

  /** Checks all but the content, which is only required to be there. */
  static PublishRequest read(JsonObject document) {
    Json.refuseUnknownFields(document, "the request", FIELDS);
    PublishRequest request =
        new PublishRequest(
            Objects.requireNonNullElse(Json.string(document, "Description"), ""),
            Objects.requireNonNullElse(Json.string(document, "LicenseInfo"), ""),
            Json.strings(document, "CompatibleRuntimes"),
            Json.strings(document, "CompatibleArchitectures"));
    Constraints constraints = new Constraints();
    constraints.required("content", Json.child(document, "Content"));
    request.check(constraints);
    return request;
  }

  private void check(Constraints constraints) {
    constraints.length("description", description, 256);
    constraints.length("licenseInfo", licenseInfo, 512);
    constraints.members("compatibleRuntimes", runtimes, 15, Known.RUNTIMES);
    constraints.members("compatibleArchitectures", architectures, 2, Known.ARCHITECTURES);
    constraints.check();
  }
}
