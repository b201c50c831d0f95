package io.github.lambdalayer.output;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.operate.LayerOverview;
import io.github.lambdalayer.operate.VersionDetails;
import io.github.lambdalayer.operate.VersionFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code versions} tells as JSON.
 *
 * @param schemaVersion 1
 * @param layers each layer
 */
public record VersionsDocument(int schemaVersion, List<Layer> layers) {

  private static final int SCHEMA_VERSION = 1;

  public VersionsDocument {
    layers = List.copyOf(layers);
  }

  /** The document about what was found. */
  public static VersionsDocument of(List<LayerOverview> found) {
    Map<LayerName, List<Target>> layers = new LinkedHashMap<>();
    for (LayerOverview one : found) {
      layers.computeIfAbsent(one.layer().name(), name -> new ArrayList<>()).add(target(one));
    }
    return new VersionsDocument(
        SCHEMA_VERSION,
        layers.entrySet().stream()
            .map(layer -> new Layer(layer.getKey().value(), layer.getValue()))
            .toList());
  }

  /** Its text. */
  public String toJson() {
    return Documents.toJson(this);
  }

  /**
   * A layer.
   *
   * @param layerName its name
   * @param targets every account and region
   */
  public record Layer(String layerName, List<Target> targets) {

    public Layer {
      targets = List.copyOf(targets);
    }
  }

  /**
   * One account and region.
   *
   * @param account the account, if it is known
   * @param identity who calls, if it has a name
   * @param region the region
   * @param problem why nothing is known of it
   * @param usersUnknown why it is not known which functions use the versions
   * @param versions the versions, newest first
   */
  public record Target(
      @Nullable String account,
      @Nullable String identity,
      String region,
      @Nullable String problem,
      @Nullable String usersUnknown,
      List<Version> versions) {

    public Target {
      versions = List.copyOf(versions);
    }
  }

  /**
   * A version.
   *
   * @param version its number
   * @param arn its ARN
   * @param created when it was made, in ISO 8601 and UTC; absent where that is not known
   * @param codeSha256 the SHA-256 of its zip in base64
   * @param codeSize the length of its zip in bytes
   * @param description its description, empty without one
   * @param licenseInfo its licence, empty without one
   * @param runtimes the identifiers of its runtimes
   * @param architectures the identifiers of its architectures
   * @param padding whether it holds no content and only takes up a number
   * @param permissions who may use it: {@code account:…}, {@code organization:…}, {@code public}
   * @param users the functions of the account that use it, with {@code :number} where it is a published
   *     version of one; absent where that is not known
   * @param release the release that it is of, as {@code [groupId:]artifactId:version}: the project's own
   *     artifact in it, else what the description says; absent where neither tells
   * @param artifacts all artifacts in it; absent where they were not read
   * @param artifactsUnknown why they are not known
   */
  public record Version(
      long version,
      String arn,
      @Nullable String created,
      String codeSha256,
      long codeSize,
      String description,
      String licenseInfo,
      List<String> runtimes,
      List<String> architectures,
      boolean padding,
      List<String> permissions,
      @Nullable List<String> users,
      @Nullable String release,
      @Nullable List<String> artifacts,
      @Nullable String artifactsUnknown) {}

  private static Target target(LayerOverview one) {
    String identity = one.place().identity();
    return new Target(
        one.place().account(),
        identity.isEmpty() ? null : identity,
        one.place().region(),
        one.problem(),
        one.usageUnknown(),
        one.versions().stream().map(VersionsDocument::version).toList());
  }

  private static Version version(VersionDetails one) {
    LiveVersion live = one.live();
    VersionFacts facts = one.facts();
    return new Version(
        facts.number(),
        live.arn().toString(),
        Optional.ofNullable(facts.listed().created()).map(Instant::toString).orElse(null),
        live.codeSha256(),
        live.codeSize(),
        live.description(),
        live.licenseInfo(),
        live.runtimes().stream().sorted().toList(),
        live.architectures().stream().sorted().toList(),
        facts.isPadding(),
        Objects.requireNonNullElse(facts.grants(), List.of()),
        facts.users(),
        one.release(),
        one.inside().artifacts(),
        one.inside().problem());
  }
}
