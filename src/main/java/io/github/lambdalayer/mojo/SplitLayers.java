package io.github.lambdalayer.mojo;

import static java.util.stream.Collectors.joining;

import io.github.lambdalayer.archive.PackageRequest;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * Makes sure that the layers of a module are a split of what it needs at run time: nothing twice where
 * one function could use both, and nothing forgotten.
 */
final class SplitLayers {

  private static final String COMMAND_LINE = "default-cli";

  private final PackageMojo mojo;
  private final PomElements elements;
  private final MavenProject project;
  private final ReactorPlan plan;

  SplitLayers(PackageMojo mojo) {
    this.mojo = mojo;
    this.elements = new PomElements(mojo.session, mojo.execution);
    this.project = mojo.project;
    this.plan = new ReactorPlan(mojo.session, mojo.execution, "package", "package");
  }

  /**
   * Adds the layer of this execution, and looks at all of them where no further one is to come.
   *
   * @throws InvalidInputException if a pattern matches nothing, or the layers are no split
   */
  void add(BuiltLayers built, PackageRequest request) {
    SplitLayer layer = layer(request);
    // What the command line builds without an id is one of the others again, or none of them.
    if (!layer.executionId().equals(COMMAND_LINE)) {
      built.took(layer);
      check(built);
    }
  }

  /** Looks at the layers of the others where this execution, which builds none, is the last one. */
  void addNone(BuiltLayers built) {
    built.tookNothing(mojo.execution.getExecutionId());
    check(built);
  }

  private SplitLayer layer(PackageRequest request) {
    var severals =
        DependencyPatterns.ofRuntime(
            "allowedInSeveralLayers",
            elements.list("allowedInSeveralLayers", mojo.allowedInSeveralLayers));
    var nones =
        DependencyPatterns.ofRuntime(
            "allowedInNoLayer", elements.list("allowedInNoLayer", mojo.allowedInNoLayer));
    severals.refuseUnmatched(
        Stream.concat(project.getArtifacts().stream(), Stream.of(project.getArtifact())).toList());
    nones.refuseUnmatched(project.getArtifacts());
    return new SplitLayer(
        mojo.execution.getExecutionId(),
        request.definition(),
        Stream.concat(
                request.content().artifacts().stream(),
                request.content().placed().stream().map(PlacedArtifact::artifact))
            .map(LayerArtifact::coordinates)
            .collect(Collectors.toSet()),
        severals,
        nones);
  }

  private void check(BuiltLayers built) {
    boolean isMoreToCome =
        plan.runs(project).stream()
            .map(ReactorPlan.Run::executionId)
            .anyMatch(id -> !id.equals(COMMAND_LINE) && !built.hasRun(id));
    if (isMoreToCome) {
      return;
    }
    Collection<SplitLayer> layers = built.split();
    String problems =
        Stream.of(inSeveral(layers), inNone(layers))
            .flatMap(Optional::stream)
            .collect(joining(System.lineSeparator()));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private Optional<String> inSeveral(Collection<SplitLayer> layers) {
    if (layers.size() < 2) {
      return Optional.empty();
    }
    var lines = new ArrayList<String>();
    boolean isOwnAmongThem = false;
    for (Artifact artifact : withOwn()) {
      Set<SplitLayer> meeting = meeting(coordinates(artifact), layers);
      boolean isAllowed =
          layers.stream().anyMatch(layer -> layer.allowedInSeveral().matches(artifact));
      if (!meeting.isEmpty() && !isAllowed) {
        boolean isOwn = artifact.equals(project.getArtifact());
        isOwnAmongThem |= isOwn;
        lines.add(
            Messages.format(
                "  %s%s in %s",
                coordinates(artifact),
                isOwn ? " (the project's own JAR)" : "",
                meeting.stream().map(SplitLayer::toString).collect(joining(" and "))));
      }
    }
    return problem(
        "These are in several layers of this module, and a function that uses those has them twice:",
        lines,
        "Leave each out of all layers but one with <excludes>"
            + (isOwnAmongThem
                ? ", and the project's own JAR with <includeProject>false</includeProject>"
                : "")
            + "; or name what is meant to be in several in <allowedInSeveralLayers>. Layers whose"
            + " <compatibleArchitectures> or <compatibleRuntimes> are set and have nothing in common"
            + " may hold the same.");
  }

  /** Those of the layers with an artifact that one function could use together. */
  private static Set<SplitLayer> meeting(String artifact, Collection<SplitLayer> layers) {
    List<SplitLayer> holders =
        layers.stream().filter(layer -> layer.artifacts().contains(artifact)).toList();
    var meeting = new LinkedHashSet<SplitLayer>();
    for (SplitLayer one : holders) {
      if (holders.stream().anyMatch(other -> !other.equals(one) && one.canMeet(other))) {
        meeting.add(one);
      }
    }
    return meeting;
  }

  /** Nothing can be said unless all of the module's layers have been built in this build. */
  private Optional<String> inNone(Collection<SplitLayer> layers) {
    Set<String> built = layers.stream().map(SplitLayer::executionId).collect(Collectors.toSet());
    if (layers.size() < 2 || !built.containsAll(plan.boundExecutions(project))) {
      return Optional.empty();
    }
    List<String> lines =
        project.getArtifacts().stream()
            .filter(SplitLayers::isNeededAtRunTime)
            .filter(
                dependency -> layers.stream().noneMatch(l -> l.allowedInNone().matches(dependency)))
            .map(SplitLayers::coordinates)
            .filter(
                dependency -> layers.stream().noneMatch(l -> l.artifacts().contains(dependency)))
            .sorted()
            .map(dependency -> "  " + dependency)
            .toList();
    return problem(
        "These dependencies are in none of this module's layers, "
            + layers.stream().map(SplitLayer::toString).collect(joining(", "))
            + ":",
        lines,
        "Let one of them take each, with <includes> or fewer <excludes>; or name what functions do"
            + " not need in <allowedInNoLayer>.");
  }

  private static Optional<String> problem(String before, List<String> lines, String fix) {
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Stream.of(Stream.of(before), lines.stream(), Stream.of(fix))
                .flatMap(line -> line)
                .collect(joining(System.lineSeparator())));
  }

  private List<Artifact> withOwn() {
    return Stream.concat(Stream.of(project.getArtifact()), project.getArtifacts().stream())
        .toList();
  }

  /** A POM brings no file, and sources and Javadoc are for no class path. */
  private static boolean isNeededAtRunTime(Artifact artifact) {
    boolean isJar = "jar".equals(artifact.getArtifactHandler().getExtension());
    return isJar
        ? artifact.getArtifactHandler().isAddedToClasspath()
        : !"pom".equals(artifact.getType());
  }

  /** As {@link LayerArtifact#coordinates} has them. */
  private static String coordinates(Artifact artifact) {
    return artifact.getGroupId()
        + ":"
        + artifact.getArtifactId()
        + ":"
        + artifact.getArtifactHandler().getExtension()
        + ":"
        + (artifact.hasClassifier() ? artifact.getClassifier() + ":" : "")
        + artifact.getBaseVersion();
  }
}
