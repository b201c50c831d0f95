package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.ContentDocument;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An artifact that a function is built with.
 *
 * @param groupId the group
 * @param artifactId the artifact
 * @param extension the end of its file name, without a dot
 * @param classifier the classifier, empty without one
 * @param version the base version: a snapshot is {@code -SNAPSHOT}, never a timestamp
 * @param use what the function does with it
 * @param trail the dependency path that brought it, from the function to the artifact itself; each as
 *     {@code groupId:artifactId:type[:classifier]:version}
 */
public record FunctionArtifact(
    String groupId,
    String artifactId,
    String extension,
    String classifier,
    String version,
    Use use,
    List<String> trail) {

  /** What a function does with an artifact. */
  public enum Use {
    /** It is in the run-time scope, so that the function's archive holds it. */
    BUNDLED,
    /** The function is compiled and tested with it, and finds it where it runs. */
    PROVIDED,
    /** Tests alone see it. */
    TEST
  }

  /** What AWS's managed Java runtimes have on their class path before anything else. */
  private static final Set<String> OF_THE_RUNTIME =
      Set.of(
          "com.amazonaws:aws-lambda-java-core",
          "com.amazonaws:aws-lambda-java-serialization",
          "com.amazonaws:aws-lambda-java-runtime-interface-client");

  public FunctionArtifact {
    trail = List.copyOf(trail);
  }

  /** Whether a managed Java runtime brings it. */
  boolean isOfTheRuntime() {
    return OF_THE_RUNTIME.contains(groupId + ":" + artifactId);
  }

  /** Whether an artifact of a layer is this one, of whatever version. */
  boolean isSame(ContentDocument.Item item) {
    return groupId.equals(item.groupId())
        && artifactId.equals(item.artifactId())
        && extension.equals(Objects.requireNonNullElse(item.type(), "jar"))
        && classifier.equals(Objects.requireNonNullElse(item.classifier(), ""));
  }

  /** The coordinates without the version, as short as they are clear. */
  String name() {
    return groupId
        + ":"
        + artifactId
        + (extension.equals("jar") && classifier.isEmpty() ? "" : ":" + extension)
        + (classifier.isEmpty() ? "" : ":" + classifier);
  }

  /** Whether the function itself declares it. */
  boolean isDirect() {
    return trail.size() <= 2;
  }

  /** The dependency of the function that brought it, which can be itself. */
  String direct() {
    return trail.get(Math.min(1, trail.size() - 1));
  }

  /** What is between that dependency and this artifact on the dependency path, for people. */
  String between() {
    return trail.size() <= 3 ? "" : String.join(" -> ", trail.subList(2, trail.size() - 1));
  }
}
