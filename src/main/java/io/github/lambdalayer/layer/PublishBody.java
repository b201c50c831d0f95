package io.github.lambdalayer.layer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a PublishLayerVersion request. Where it carries the zip inline, this is all that stands
 * before and after the base64 text of the zip: {@code package} asks it whether a zip will fit and {@code
 * publish} sends it, so that both mean the same bytes.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html">
 *     PublishLayerVersion</a>
 */
public final class PublishBody {

  private static final Gson COMPACT = new GsonBuilder().disableHtmlEscaping().create();

  private final byte[] prefix;
  private final byte[] suffix;

  private PublishBody(String prefix, String suffix) {
    this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    this.suffix = suffix.getBytes(StandardCharsets.UTF_8);
  }

  /** The body for a layer whose zip is sent with it. */
  public static PublishBody of(LayerDefinition definition) {
    String json = COMPACT.toJson(members(definition));
    return new PublishBody(
        json.substring(0, json.length() - 1) + ",\"Content\":{\"ZipFile\":\"", "\"}}");
  }

  /**
   * The whole body for a layer whose zip is in a bucket.
   *
   * @param version the object's version, where the bucket keeps versions
   * @param isReference whether Lambda keeps no copy of its own
   */
  public static byte[] ofObject(
      LayerDefinition definition,
      String bucket,
      String key,
      @Nullable String version,
      boolean isReference) {
    var content = new JsonObject();
    content.addProperty("S3Bucket", bucket);
    content.addProperty("S3Key", key);
    if (version != null) {
      content.addProperty("S3ObjectVersion", version);
    }
    if (isReference) {
      // Copies are the default: where nothing is said, older services understand it too.
      content.addProperty("S3ObjectStorageMode", "REFERENCE");
    }
    JsonObject members = members(definition);
    members.add("Content", content);
    return COMPACT.toJson(members).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject members(LayerDefinition definition) {
    var members = new JsonObject();
    members.addProperty("Description", definition.description());
    if (definition.licenseInfo() != null) {
      members.addProperty("LicenseInfo", definition.licenseInfo());
    }
    addAll(members, "CompatibleRuntimes", definition.compatibleRuntimes());
    addAll(members, "CompatibleArchitectures", definition.compatibleArchitectures());
    return members;
  }

  private static void addAll(JsonObject members, String name, List<?> values) {
    if (!values.isEmpty()) {
      var array = new JsonArray();
      values.forEach(value -> array.add(value.toString()));
      members.add(name, array);
    }
  }

  /** What stands before the base64 text of the zip. */
  public byte[] prefix() {
    return prefix.clone();
  }

  /** What stands behind the base64 text of the zip. */
  public byte[] suffix() {
    return suffix.clone();
  }

  /** The exact length of the body, in bytes, for a zip of so many bytes. */
  public long length(long zipBytes) {
    return prefix.length + (zipBytes + 2) / 3 * 4 + suffix.length;
  }

  /** The most bytes of a zip that Lambda takes inline. */
  public long mostZipBytes() {
    return (Limits.INLINE_BODY_BYTES - prefix.length - suffix.length) / 4 * 3;
  }

  /** Whether Lambda takes a zip of so many bytes inline. */
  public boolean fits(long zipBytes) {
    return length(zipBytes) <= Limits.INLINE_BODY_BYTES;
  }
}
