package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.Messages;
import java.util.List;

/**
 * An artifact that a function is built with and that does not fit its layers.
 *
 * @param kind in which way
 * @param artifact the function's artifact
 * @param layer the layer or layers that it does not fit, for people
 * @param layerVersion the version in the layer; empty where the layer does not have it
 * @param isDirectInLayer whether a layer has the dependency, too, that brought it
 */
record ArtifactDifference(
    Kind kind,
    FunctionArtifact artifact,
    String layer,
    String layerVersion,
    boolean isDirectInLayer) {

  /** In which way an artifact does not fit, with what is wrong then and what mends it. */
  enum Kind {
    BUNDLED_VERSION(
        Rule.BUNDLED_VERSION,
        "Bundled with the function, and in another version in the layer %s. The function's own wins,"
            + " for /var/task comes before /opt/java/lib, and what else is in the layer meets a"
            + " version that it was not built with:",
        "Brought by %s: exclude there what the layer has, or give that dependency scope provided.",
        "Set version %2$s and <scope>provided</scope> on the dependency %1$s."),
    COMPILED_VERSION(
        Rule.COMPILED_VERSION,
        "On the function's compile class path in another version than in the layer %s, which is what"
            + " it runs with:",
        "Brought by %s: set the layer's version in <dependencyManagement>, or build the layer with the"
            + " function's.",
        "Set version %2$s on the dependency %1$s, or build the layer with the function's."),
    TESTED_VERSION(
        Rule.TESTED_VERSION,
        "On the function's test class path in another version than in the layer %s, which is what it"
            + " runs with:",
        "Brought by %s: set the layer's version in <dependencyManagement>, or exclude there what the"
            + " layer has.",
        "The declaration of %1$s with scope test takes it off the compile class path, too: drop the"
            + " declaration, or set version %2$s and <scope>provided</scope>."),
    BUNDLED_DUPLICATE(
        Rule.BUNDLED_DUPLICATE,
        "Bundled with the function, and in the same version in the layer %s:",
        "Brought by %s: exclude there what the layer has, or give that dependency scope provided.",
        "Give the dependency %1$s <scope>provided</scope>."),
    DISPLACED(
        Rule.TESTED_ONLY,
        "Seen by the function's tests alone, though the layer %s has it in the same version:",
        "Brought by %s: give that dependency scope provided.",
        "The declaration of %1$s with scope test takes it off the compile class path: drop the"
            + " declaration, or give it scope provided."),
    LEFT_OUT(
        Rule.LEFT_OUT,
        "Promised by the dependency on the layer, and not in it (%s), for its <includes> or <excludes>"
            + " leave it out:",
        "Brought by %s: put it into the layer, or add it to the function as a dependency of scope"
            + " compile.",
        "Put it into the layer, or give the dependency %1$s scope compile."),
    NOWHERE(
        Rule.PROVIDED_NOWHERE,
        "Of scope provided, and in no layer of the function (%s):",
        "Brought by %s: give that dependency scope compile, or add the layer that has it.",
        "Give the dependency %1$s scope compile, or add the layer that has it."),
    NOWHERE_WITH_OTHER_VERSION(
        Rule.PROVIDED_NOWHERE,
        NOWHERE.explanation,
        "It comes with %s, which a layer has in another version (compiled-version): with the layer's"
            + " version this goes, too, or the layer has it.",
        NOWHERE.fixOfDirect);

    private final Rule rule;
    private final String explanation;
    private final String fix;
    private final String fixOfDirect;

    Kind(Rule rule, String explanation, String fix, String fixOfDirect) {
      this.rule = rule;
      this.explanation = explanation;
      this.fix = fix;
      this.fixOfDirect = fixOfDirect;
    }

    Rule rule() {
      return rule;
    }
  }

  /** What those have in common that one explanation and one fix are enough for. */
  record Group(Kind kind, String direct, String layer) {}

  Group group() {
    return new Group(kind, artifact.direct(), layer);
  }

  /** What is wrong with all of its group. */
  String explanation() {
    return Messages.format(kind.explanation, layer);
  }

  /** The artifact in a list. */
  String line() {
    return "  "
        + artifact.name()
        + " "
        + artifact.version()
        + (layerVersion.equals(artifact.version()) || layerVersion.isEmpty()
            ? ""
            : " (the layer has " + layerVersion + ")")
        + (artifact.between().isEmpty() ? "" : ", through " + artifact.between());
  }

  /** The same, of what comes with a dependency that is reported for its version. */
  ArtifactDifference withOtherVersion() {
    return new ArtifactDifference(
        Kind.NOWHERE_WITH_OTHER_VERSION, artifact, layer, layerVersion, isDirectInLayer);
  }

  /**
   * What mends all of its group. What no layer has cannot become provided: of that dependency only the
   * part is left out that a layer has.
   */
  String fix(List<ArtifactDifference> group) {
    if (artifact.isDirect()) {
      return Messages.format(kind.fixOfDirect, artifact.name(), layerVersion);
    }
    boolean isBundled = kind == Kind.BUNDLED_VERSION || kind == Kind.BUNDLED_DUPLICATE;
    return isBundled && !isDirectInLayer
        ? Messages.format(
            "Brought by %s: exclude there what the layer has:%s",
            artifact.direct(),
            Lists.onLines(
                group.stream().map(ArtifactDifference::exclusion).distinct().toList(), one -> one))
        : Messages.format(kind.fix, artifact.direct());
  }

  private String exclusion() {
    return Messages.format(
        "<exclusion><groupId>%s</groupId><artifactId>%s</artifactId></exclusion>",
        artifact.groupId(), artifact.artifactId());
  }
}
