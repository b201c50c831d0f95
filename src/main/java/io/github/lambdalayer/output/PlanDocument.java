package io.github.lambdalayer.output;

import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.LayerDifference;
import io.github.lambdalayer.publish.Place;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code plan.json}: what publish would do, for reviews and for what decides in a pipeline.
 *
 * @param schemaVersion 1
 * @param layers each layer of the module
 */
public record PlanDocument(int schemaVersion, List<Layer> layers) {

  private static final int SCHEMA_VERSION = 1;

  public PlanDocument {
    layers = orEmpty(layers);
  }

  /** A document that was read need not have every list. */
  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }

  /** The document about these layers. */
  public static PlanDocument of(List<Layer> layers) {
    return new PlanDocument(SCHEMA_VERSION, layers);
  }

  /** Writes {@code plan.json} into a folder, in place of an earlier one. */
  public Path write(Path folder) throws IOException {
    Path file = folder.resolve(DescriptorFile.PLAN);
    AtomicFile.write(file, Documents.toJson(this));
    return file;
  }

  /**
   * What {@code plan} has left in a folder; nothing where it has not run.
   *
   * @throws InvalidInputException if it is no such document, or one of another release
   */
  public static Optional<PlanDocument> read(Path folder) throws IOException {
    Path file = folder.resolve(DescriptorFile.PLAN);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      @Nullable PlanDocument read = Documents.fromJson(Files.readString(file), PlanDocument.class);
      if (read == null || read.schemaVersion() != SCHEMA_VERSION) {
        throw new InvalidInputException(unreadable(file, "it is of another release"));
      }
      return Optional.of(read);
    } catch (JsonParseException | CharacterCodingException e) {
      throw new InvalidInputException(unreadable(file, "it is no such document"), e);
    }
  }

  private static String unreadable(Path file, String reason) {
    return Messages.format(
        "%s cannot be read: %s. Delete it, or plan again: mvn lambda-layer:plan.", file, reason);
  }

  /**
   * A layer and where it would go.
   *
   * @param layerName its name
   * @param zip what would be published, where anything would
   * @param targets every account and region
   */
  public record Layer(String layerName, @Nullable Zip zip, List<Target> targets) {

    public Layer {
      targets = orEmpty(targets);
    }

    /** The same with older versions of one place that go afterwards. */
    public Layer withPrune(Place place, List<Long> numbers) {
      return new Layer(
          layerName,
          zip,
          targets.stream()
              .map(target -> target.isIn(place) ? target.withPrune(numbers) : target)
              .toList());
    }
  }

  /**
   * The built zip.
   *
   * @param codeSha256 its SHA-256 in base64
   * @param size its length in bytes
   */
  public record Zip(String codeSha256, long size) {}

  /** What would be done with a target. */
  public enum Action {
    /** The newest version stays. */
    @SerializedName("keep")
    KEEP,
    /** A version is made. */
    @SerializedName("publish")
    PUBLISH,
    /** Nothing can be done, and so nothing is done in any target. */
    @SerializedName("blocked")
    BLOCKED
  }

  /**
   * One account and region.
   *
   * @param account the account, if it is known
   * @param identity who would call, if it is known or has a name
   * @param region the region
   * @param action what would be done
   * @param liveVersion the number of the newest version, if there is one
   * @param liveVersionArn its ARN
   * @param reason why a version is made, stays, or cannot be made
   * @param grant the permissions to add
   * @param revoke the permissions to take away
   * @param padTo the number that the new version is brought to, if it is to be the same everywhere
   * @param difference what the new version brings, where that could be found out
   * @param parameters the names of the parameters of Systems Manager to write; {@code {version}} stands
   *     for a number that is not known yet
   * @param delete the numbers of padding versions that an earlier run has left
   * @param prune the numbers of the older versions that {@code retain} deletes afterwards, oldest first; absent
   *     without it, and where that is not known
   */
  public record Target(
      @Nullable String account,
      @Nullable String identity,
      String region,
      Action action,
      @Nullable Long liveVersion,
      @Nullable String liveVersionArn,
      String reason,
      List<String> grant,
      List<String> revoke,
      @Nullable Long padTo,
      @Nullable LayerDifference difference,
      List<String> parameters,
      List<Long> delete,
      @Nullable List<Long> prune) {

    public Target {
      grant = orEmpty(grant);
      revoke = orEmpty(revoke);
      parameters = orEmpty(parameters);
      delete = orEmpty(delete);
      prune = prune == null ? null : orEmpty(prune);
    }

    /** The same with the reason told otherwise. */
    Target withReason(UnaryOperator<String> told) {
      return with(reason == null ? "" : told.apply(reason), prune);
    }

    /** The same with older versions that go afterwards. */
    Target withPrune(List<Long> numbers) {
      return with(reason, numbers);
    }

    private Target with(String newReason, @Nullable List<Long> newPrune) {
      return new Target(
          account,
          identity,
          region,
          action,
          liveVersion,
          liveVersionArn,
          newReason,
          grant,
          revoke,
          padTo,
          difference,
          parameters,
          delete,
          newPrune);
    }

    private boolean isIn(Place place) {
      return region.equals(place.region()) && Objects.equals(account, place.account());
    }

    /** Whether anything would be written there. */
    public boolean isChange() {
      return action == Action.PUBLISH
          || Stream.of(grant, revoke, parameters, delete, prune)
              .anyMatch(list -> list != null && !list.isEmpty());
    }
  }
}
