package io.github.lambdalayer.output;

import com.google.gson.JsonParseException;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code published.json} and {@code published.properties}: what was published, for what runs later.
 * Several executions write into the same files; each replaces only its own layers' regions.
 */
public final class ResultFiles {

  private static final int SCHEMA_VERSION = 1;

  /** Of targets that are as they were wanted. */
  private static final Set<String> DONE = Set.of("published", "kept");

  private final Path json;
  private final Path properties;

  /** The files in a folder. */
  public ResultFiles(Path folder) {
    this.json = folder.resolve("published.json");
    this.properties = folder.resolve("published.properties");
  }

  private record Document(int schemaVersion, List<Layer> layers) {}

  private record Layer(String layerName, List<Target> targets) {}

  /** What became of a layer in one place. */
  record Target(
      @Nullable String account,
      @Nullable String identity,
      String region,
      String status,
      @Nullable Long version,
      @Nullable String layerVersionArn,
      @Nullable String codeSha256,
      @Nullable String builtSha256,
      @Nullable String signingJob,
      @Nullable Long codeSize,
      @Nullable String description,
      List<String> wantedPermissions,
      List<String> granted,
      @Nullable List<String> revoked,
      @Nullable List<String> otherGrants,
      @Nullable List<String> writtenParameters,
      @Nullable List<Long> duplicates,
      long milliseconds,
      String reason) {

    /** The digest of the zip that was built; what is live may be signed. */
    @Nullable String builtDigest() {
      return builtSha256 == null ? codeSha256 : builtSha256;
    }

    /** Where it is, as far as that is known. */
    Place place() {
      return new Place(account, identity == null ? "" : identity, region);
    }

    /** The version, where it is as it was wanted. */
    Optional<LayerVersionArn> arn() {
      return layerVersionArn == null || !DONE.contains(status)
          ? Optional.empty()
          : Optional.of(LayerVersionArn.parse(layerVersionArn));
    }
  }

  /** Writes a result into both files. */
  public void merge(PublishResult result) throws IOException {
    var layers = new ArrayList<Layer>(read());
    String name = result.layerName().value();
    var targets = new ArrayList<Target>();
    layers.stream()
        .filter(layer -> layer.layerName().equals(name))
        .flatMap(layer -> layer.targets().stream())
        .filter(old -> result.targets().stream().noneMatch(t -> t.knownPlace().isSame(old.place())))
        .filter(old -> isOfSameContent(old, result))
        .forEach(targets::add);
    result.targets().forEach(target -> targets.add(target(target, result.codeSha256())));
    layers.removeIf(layer -> layer.layerName().equals(name));
    layers.add(new Layer(name, targets));
    AtomicFile.write(json, Documents.toJson(new Document(SCHEMA_VERSION, layers)));
    AtomicFile.write(properties, lines(layers));
  }

  /**
   * The number that a layer was last published with in a region of an account, where that is told.
   *
   * @throws InvalidInputException if publishing has failed there: what is newest there may be just what
   *     was not as it was wanted
   */
  public OptionalLong version(LayerName layer, String account, String region) throws IOException {
    List<Target> there =
        targets(layer).stream().filter(target -> region.equals(target.region())).toList();
    Target found =
        there.stream()
            .filter(target -> account.equals(target.account()))
            .findFirst()
            // One that has failed early does not know its account.
            .or(() -> there.stream().filter(target -> target.account() == null).findFirst())
            .orElse(null);
    if (found == null) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(found.arn().orElseThrow(() -> failed(layer, found)).version());
  }

  private InvalidInputException failed(LayerName layer, Target target) {
    return new InvalidInputException(
        Messages.format(
            "%s was not published as it was wanted there, by %s: %s (%s). Publish it again, or name the"
                + " version that functions are to have with -DlambdaLayer.version.",
            layer, json.getFileName(), target.status(), target.reason()));
  }

  /** What an earlier build has published elsewhere is not current any more. */
  private static boolean isOfSameContent(Target old, PublishResult result) {
    List<String> digests =
        result.targets().stream()
            .filter(TargetResult::isDone)
            .flatMap(target -> target.version().stream())
            .map(LiveVersion::codeSha256)
            .toList();
    return digests.isEmpty()
        || digests.contains(old.codeSha256())
        // Each region's signed zip is another one.
        || result.codeSha256().equals(old.builtSha256());
  }

  private static Target target(TargetResult result, String built) {
    LiveVersion live = result.version().orElse(null);
    LiveVersion.Signature signature = live == null ? null : live.signature();
    String identity = result.place().identity();
    return new Target(
        result.account().orElse(null),
        identity.isEmpty() ? null : identity,
        result.region(),
        result.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        live == null ? null : live.arn().version(),
        live == null ? null : live.arn().toString(),
        live == null ? null : live.codeSha256(),
        signature == null ? null : built,
        signature == null ? null : signature.jobArn(),
        live == null ? null : live.codeSize(),
        live == null ? null : live.description(),
        texts(result.permissions()),
        texts(result.granted()),
        orNull(result.revoked()),
        orNull(result.others()),
        orNull(result.parameters()),
        orNull(result.duplicates()),
        result.time().toMillis(),
        result.reason());
  }

  /**
   * The versions of a layer that are as they were wanted and have the content of a zip, signed or not, in
   * the order they were published.
   *
   * @param codeSha256 the zip's digest in base64
   * @return none where there is no file yet
   */
  public List<LayerVersionArn> arns(LayerName layer, String codeSha256) throws IOException {
    return targets(layer).stream()
        .filter(target -> codeSha256.equals(target.builtDigest()))
        .flatMap(target -> target.arn().stream())
        .toList();
  }

  /**
   * The SHA-256, in base64, of the versions that were published of a zip, signed or not.
   *
   * @param codeSha256 the zip's digest in base64
   * @return none where there is no file yet
   */
  public Set<String> digests(LayerName layer, String codeSha256) throws IOException {
    return targets(layer).stream()
        .filter(target -> codeSha256.equals(target.builtDigest()))
        .map(Target::codeSha256)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Where a layer was last published and is not as it was wanted, for people. */
  public List<String> failed(LayerName layer) throws IOException {
    return targets(layer).stream()
        .filter(target -> target.arn().isEmpty())
        .map(target -> target.place().toString())
        .distinct()
        .toList();
  }

  /** All targets of a layer. */
  List<Target> targets(LayerName layer) throws IOException {
    return read().stream()
        .filter(one -> one.layerName().equals(layer.value()))
        .flatMap(one -> one.targets().stream())
        .toList();
  }

  private static <T> @Nullable List<T> orNull(List<T> values) {
    return values.isEmpty() ? null : values;
  }

  private static List<String> texts(List<Permission> permissions) {
    return permissions.stream().map(Permission::toString).toList();
  }

  private List<Layer> read() throws IOException {
    if (!Files.exists(json)) {
      return List.of();
    }
    try {
      Document document = Documents.fromJson(Files.readString(json), Document.class);
      if (document == null
          || document.schemaVersion() != SCHEMA_VERSION
          || document.layers() == null) {
        return List.of();
      }
      document.layers().forEach(layer -> layer.targets().forEach(Target::arn));
      return document.layers();
    } catch (JsonParseException | IllegalArgumentException e) {
      throw new IOException(json + " is no JSON; delete it: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException(json + " cannot be read (" + e + "). Remove what stands there.", e);
    }
  }

  /** Properties#store would write the time into the file. */
  private static String lines(List<Layer> layers) {
    var arns = new ArnProperties();
    for (Layer layer : layers) {
      layer.targets().forEach(target -> arns.add(layer.layerName(), target.place(), target.arn()));
    }
    Map<String, String> sorted = arns.asMap();
    return sorted.entrySet().stream()
        .map(property -> property.getKey() + "=" + property.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
