package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FindingsException;
import io.github.lambdalayer.lint.FunctionReview;
import io.github.lambdalayer.lint.LintSettings;
import io.github.lambdalayer.lint.Severity;
import io.github.lambdalayer.lint.TotalSize;
import io.github.lambdalayer.lint.UsedLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told of a function and its layers. */
final class FunctionReport {

  private static final String ALLOW =
      "What is meant so can be named in <allowedDifferences><allowedDifference>groupId:artifactId"
          + "</allowedDifference></allowedDifferences>.";

  private final CheckMojo mojo;
  private final LintSettings settings;
  private final List<UsedLayer> layers;
  private final List<Finding> findings = new ArrayList<>();
  private int compared;
  private boolean hasDifferences;
  private @Nullable TotalSize size;
  private @Nullable FunctionReview review;

  FunctionReport(CheckMojo mojo, LintSettings settings, List<UsedLayer> layers) {
    this.mojo = mojo;
    this.settings = settings;
    this.layers = List.copyOf(layers);
  }

  void add(List<Finding> found) {
    findings.addAll(found);
  }

  /** Adds what the user can allow. */
  void addDifferences(List<Finding> found) {
    findings.addAll(found);
    hasDifferences = !settings.apply(found).isEmpty();
  }

  void compared(int artifacts) {
    compared = artifacts;
  }

  void size(TotalSize total) {
    size = total;
  }

  void reviewed(FunctionReview code) {
    review = code;
  }

  /**
   * Says it.
   *
   * @throws FindingsException if it is bad enough to fail the build
   */
  void tell() throws IOException {
    var documents = new ProjectFindings(mojo, "check", mojo.project.getArtifactId());
    List<Finding> wanted = settings.apply(findings);
    if (!settings.failing(wanted).isEmpty()) {
      documents.writeBeside(wanted);
      mojo.getLog().info(summary(wanted, "below"));
      // The failure names those that fail, and no others.
      wanted.stream()
          .filter(one -> one.severity() == Severity.WARNING)
          .filter(one -> !settings.failing(List.of(one)).contains(one))
          .forEach(one -> mojo.getLog().warn(one.text()));
      documents.countNotes(wanted);
      throw failure(wanted);
    }
    documents.tell(wanted);
    if (hasDifferences) {
      mojo.getLog().warn(ALLOW);
    }
    mojo.getLog().info(summary(wanted, "above"));
  }

  /**
   * Says why no layer was found, where a dependency on one is declared as on a library.
   *
   * @throws FindingsException if that fails the build; if it does not, the lack of layers will
   */
  void tellWithoutLayers(List<Finding> misdeclared) throws IOException {
    var documents = new ProjectFindings(mojo, "check", mojo.project.getArtifactId());
    List<Finding> wanted = settings.apply(misdeclared);
    if (!settings.failing(wanted).isEmpty()) {
      documents.writeBeside(wanted);
      throw failure(wanted);
    }
    documents.tell(wanted);
  }

  private FindingsException failure(List<Finding> wanted) {
    return new FindingsException(
        Messages.format(
            "%s does not fit its layers (<failOn> is '%s'):",
            mojo.project.getArtifactId(), mojo.failOn),
        wanted,
        settings);
  }

  private String summary(List<Finding> wanted, String where) throws IOException {
    return Messages.format(
        "Compared the %s of %s with %s: %s.%s%s",
        Messages.counted(compared, "artifact"),
        mojo.project.getArtifactId(),
        layers.stream().map(FunctionReport::contents).collect(Collectors.joining(", ")),
        result(wanted, where),
        bytes(),
        code());
  }

  private static String contents(UsedLayer layer) {
    return layer.isDocumented()
        ? Messages.format("%d of layer %s", layer.content().artifacts().size(), layer.label())
        : Messages.format("layer %s, which tells of none", layer.label());
  }

  private static String result(List<Finding> wanted, String where) {
    long errors = wanted.stream().filter(one -> one.severity() == Severity.ERROR).count();
    long warnings = wanted.stream().filter(one -> one.severity() == Severity.WARNING).count();
    var parts = new ArrayList<String>();
    if (errors > 0) {
      parts.add(Messages.format("%d %s", errors, errors == 1 ? "error" : "errors"));
    }
    if (warnings > 0) {
      parts.add(Messages.format("%d %s", warnings, warnings == 1 ? "warning" : "warnings"));
    }
    return parts.isEmpty() ? "they fit" : String.join(" and ", parts) + ", see " + where;
  }

  private String bytes() {
    return size == null
        ? ""
        : Messages.format(
            " Unzipped, %s %,d of the %,d bytes that Lambda allows.",
            size.function() == null ? "the layers alone take" : "they take",
            size.bytes(),
            Limits.UNZIPPED_BYTES);
  }

  private String code() throws IOException {
    if (review == null) {
      return "";
    }
    String runtime =
        review.surroundings().runtime().map(id -> Messages.format(" as on %s", id)).orElse("");
    return review.isComplete()
        ? Messages.format(" Compared their classes%s%s.", runtime, exception(review))
        : " Not all of their classes could be compared.";
  }

  private static String exception(FunctionReview review) throws IOException {
    return review.isPlatformKnown()
        ? ""
        : Messages.format(
            ", but for Java's own, for Maven runs on Java %d", Runtime.version().feature());
  }
}
