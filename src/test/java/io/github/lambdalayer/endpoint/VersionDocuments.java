package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The JSON in which versions are shown. */
final class VersionDocuments {
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Downloads downloads;

  VersionDocuments(Downloads downloads) {
    this.downloads = downloads;
  }

  /** What publish and get answer. */
  JsonObject full(LayerRef layer, StoredVersion version) {
    JsonObject content = Json.object("Location", downloads.location(layer, version.version()));
    content.addProperty("CodeSha256", version.codeSha256());
    content.addProperty("CodeSize", version.codeSize());
    ZipSignature signature = version.signature();
    if (signature != null) {
      content.addProperty("SigningJobArn", signature.jobArn());
      content.addProperty("SigningProfileVersionArn", signature.profileVersionArn());
    }
    JsonObject document = item(layer, version);
    document.add("Content", content);
    document.addProperty("LayerArn", layer.arn());
    return document;
  }

  /** What lists show: neither digest nor size. */
  static JsonObject item(LayerRef layer, StoredVersion version) {
    JsonObject item = Json.object("LayerVersionArn", layer.versionArn(version.version()));
    item.addProperty("Version", version.version());
    item.addProperty("Description", version.description());
    item.addProperty("CreatedDate", CREATED.format(version.created()));
    if (!version.licenseInfo().isEmpty()) {
      item.addProperty("LicenseInfo", version.licenseInfo());
    }
    addUnlessEmpty(item, "CompatibleRuntimes", version.compatibleRuntimes());
    addUnlessEmpty(item, "CompatibleArchitectures", version.compatibleArchitectures());
    return item;
  }

  private static void addUnlessEmpty(JsonObject item, String name, List<String> values) {
    if (!values.isEmpty()) {
      item.add(name, Json.array(values));
    }
  }
}
