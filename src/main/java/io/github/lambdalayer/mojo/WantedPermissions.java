package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.output.ResultFiles;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom a layer is meant for: by what the goal itself was given; else by what the POM says for all layers,
 * if it is certain that this one has nothing of its own; else by what {@code package} has written down.
 */
final class WantedPermissions {

  private final AbstractSharingMojo mojo;
  private final PluginConfiguration pom;
  private final GivenPermissions given;
  private final Map<LayerName, LayerDescriptor> built;
  private final Set<LayerName> bound;

  /**
   * Reads the POM and what was built.
   *
   * @throws InvalidInputException if the permissions cannot be read
   */
  WantedPermissions(AbstractSharingMojo mojo) throws IOException {
    var layers = new OperatedLayers(mojo);
    this.mojo = mojo;
    this.pom = new PluginConfiguration(mojo.project, mojo.session, mojo.execution);
    this.given =
        new GivenPermissions(
            pom, new PomElements(mojo.session, mojo.execution).permissions(mojo.permissions));
    this.built = layers.built();
    this.bound = layers.bound();
  }

  /**
   * Whom a layer is to be shared with.
   *
   * @return nothing where nobody says it; none where it is certain that the layer is for nobody else
   * @throws InvalidInputException if the layer may have others than the POM says for all
   */
  Optional<List<Permission>> of(LayerName name) {
    Optional<List<Permission>> written = written(name);
    if (given.isEmpty()) {
      return written;
    }
    if (!given.areOfGoal()) {
      refuseForOthers(name);
    }
    // Unlike publish, share does not want the layer built again where only the POM has changed.
    if (!given.areFor(written) && pom.isOverridden(Permission.PERMISSIONS)) {
      throw uncertain(name, written);
    }
    return Optional.of(given.list());
  }

  private void refuseForOthers(LayerName name) {
    if (!isOwn(name)) {
      throw new InvalidInputException(
          Messages.format(
              "<permissions> in the POM are %s, and %s is no layer that this POM builds: they are not"
                  + " meant for it. Say whom it is shared with: -DlambdaLayer.with=account:111122223333.",
              given.list(), name));
    }
  }

  /** A layer with permissions of its own, which may be none, must not get those of the others. */
  private InvalidInputException uncertain(LayerName name, Optional<List<Permission>> written) {
    return new InvalidInputException(
        Messages.format(
            "<permissions> of the plugin are %s, an execution has its own, and the layer %s %s: it is not"
                + " certain which are meant for it. %s -DlambdaLayer.with=account:111122223333, or an"
                + " execution of its own for this goal, with <permissions combine.self=\"override\">.",
            given.list(),
            name,
            written.map(own -> "was built with " + own).orElse("is not built"),
            written.isPresent() ? "Say it with" : "Build it first (mvn package), or say it with"));
  }

  /** Whom the POM or the last build has in mind, be it certain or not. */
  List<Permission> possible(LayerName name) {
    Stream<Permission> said = isOwn(name) ? given.list().stream() : Stream.of();
    return Stream.concat(said, written(name).orElse(List.of()).stream()).distinct().toList();
  }

  /** The digests of what this project has built of a layer in development, signed or not. */
  Set<String> snapshots(LayerName name) throws IOException {
    LayerDescriptor layer = built.get(name);
    if (layer == null || !layer.isSnapshot()) {
      return Set.of();
    }
    String digest = layer.zip().codeSha256();
    var digests = new HashSet<>(new ResultFiles(mojo.layerDirectory()).digests(name, digest));
    digests.add(digest);
    return digests;
  }

  private boolean isOwn(LayerName name) {
    return built.containsKey(name) || bound.contains(name);
  }

  private Optional<List<Permission>> written(LayerName name) {
    return Optional.ofNullable(built.get(name)).map(layer -> layer.definition().permissions());
  }
}
