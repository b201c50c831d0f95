package io.github.lambdalayer.layer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of a PublishLayerVersion request that carries the zip inline: all that stands before and
 * after the base64 text of the zip. {@code package} asks it whether a zip will fit and {@code
 * publish} sends it, so that both mean the same bytes.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html">
 *     PublishLayerVersion</a>
 */
public final class InlineBody {

  private static final Gson COMPACT = new GsonBuilder().disableHtmlEscaping().create();

  private final byte[] prefix;
  private final byte[] suffix;

  private InlineBody(String prefix, String suffix) {
    this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    this.suffix = suffix.getBytes(StandardCharsets.UTF_8);
  }

  /** The body for a layer. */
  public static InlineBody of(LayerDefinition definition) {
    var members = new JsonObject();
    members.addProperty("Description", definition.description());
    if (definition.licenseInfo() != null) {
      members.addProperty("LicenseInfo", definition.licenseInfo());
    }
    addAll(members, "CompatibleRuntimes", definition.compatibleRuntimes());
    addAll(members, "CompatibleArchitectures", definition.compatibleArchitectures());
    String json = COMPACT.toJson(members);
    return new InlineBody(
        json.substring(0, json.length() - 1) + ",\"Content\":{\"ZipFile\":\"", "\"}}");
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

  /** Whether Lambda takes a zip of so many bytes inline. */
  public boolean fits(long zipBytes) {
    return length(zipBytes) <= Limits.INLINE_BODY_BYTES;
  }
}
