package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.WorkFolder;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FunctionArtifact;
import io.github.lambdalayer.lint.FunctionComparison;
import io.github.lambdalayer.lint.FunctionReview;
import io.github.lambdalayer.lint.LayerCode;
import io.github.lambdalayer.lint.LintSettings;
import io.github.lambdalayer.lint.MovableArtifacts;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.lint.SettledJars;
import io.github.lambdalayer.lint.Surroundings;
import io.github.lambdalayer.lint.TotalSize;
import io.github.lambdalayer.lint.UnseenArtifacts;
import io.github.lambdalayer.lint.UsedLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a function and its layers together as Lambda does, and tells what does not fit. */
final class FunctionCheck {

  private final CheckMojo mojo;
  private final PomElements pom;
  private final FunctionArtifacts artifacts;

  FunctionCheck(CheckMojo mojo) {
    this.mojo = mojo;
    this.pom = new PomElements(mojo.session, mojo.execution);
    this.artifacts = new FunctionArtifacts(mojo.project);
  }

  /** Looks at everything; what is unpacked for that is gone afterwards. */
  void run() throws IOException {
    LintSettings settings = new LintParameters(mojo).read(mojo.lint, mojo.failOn);
    LambdaRuntime runtime = runtime();
    Architecture architecture = architecture();
    Path folder = mojo.layerDirectory().resolve(".work-" + mojo.execution.getExecutionId());
    try (var work = WorkFolder.begin(folder);
        var live = new LiveLayers(mojo)) {
      var layers =
          new FunctionLayers(
              mojo,
              pom.list("layers", mojo.layers),
              new ZipLayers(mojo, live, work.path().resolve("live")));
      List<FoundLayer> found = layers.find();
      if (found.isEmpty()) {
        new FunctionReport(mojo, settings, List.of()).tellWithoutLayers(layers.misdeclared());
        throw layers.noLayer();
      }
      List<UsedLayer> used = found.stream().map(FoundLayer::layer).toList();
      List<FunctionArtifact> compared =
          artifacts.without(pom.list("allowedDifferences", mojo.allowedDifferences));
      var comparison = new FunctionComparison(used);
      var report = new FunctionReport(mojo, settings, used);
      report.compared(comparison.comparable(compared).size());
      report.add(comparison.ofLayers());
      report.add(layers.misdeclared(found));
      report.addDifferences(comparison.of(compared));
      if (runtime != null && !runtime.isKnown() && runtime.javaRelease().isEmpty()) {
        report.add(List.of(unknown(runtime)));
      }
      Optional<FunctionPackages.Apart> function = function(work.path());
      int release =
          function
              .map(FunctionPackages.Apart::release)
              .filter(own -> own > 0)
              .orElseGet(() -> CompilerRelease.of(mojo.project, mojo.session));
      var surroundings = new Surroundings(used, release, runtime, architecture);
      report.add(surroundings.check());
      size(report, function.orElse(null), surroundings);
      if (function.isPresent()) {
        var settled = new SettledJars(used, artifacts.all(), compared, settings);
        code(report, function.get(), found, surroundings, settled, work.path());
      }
      used.forEach(
          layer -> UnseenArtifacts.in(layer, artifacts.all()).ifPresent(mojo.getLog()::info));
      report.tell();
    }
  }

  private Optional<FunctionPackages.Apart> function(Path work) throws IOException {
    Optional<FunctionArchive.Found> archive = new FunctionArchive(mojo).find();
    if (archive.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FunctionPackages(mojo, artifacts.bundled(), work.resolve("function"))
            .of(archive.get()));
  }

  private void size(
      FunctionReport report, FunctionPackages.@Nullable Apart function, Surroundings surroundings) {
    var total =
        TotalSize.heaviest(function == null ? null : function.function(), surroundings.together());
    report.add(total.check().stream().toList());
    report.size(total);
    if (function == null) {
      Finding missing = new FunctionArchive(mojo).missing();
      mojo.getLog().info(missing.message() + " " + missing.fix());
      report.add(List.of(missing));
    }
  }

  private void code(
      FunctionReport report,
      FunctionPackages.Apart function,
      List<FoundLayer> found,
      Surroundings surroundings,
      SettledJars settled,
      Path work)
      throws IOException {
    var codes = new LayerCodes(mojo, work);
    var layers = new ArrayList<LayerCode>();
    for (FoundLayer layer : found) {
      layers.add(codes.of(layer));
    }
    List<UsedLayer> used = found.stream().map(FoundLayer::layer).toList();
    var review =
        new FunctionReview(
            mojo.project.getArtifactId(), function.function(), layers, surroundings, settled);
    report.add(review.findings());
    report.reviewed(review);
    report.add(
        MovableArtifacts.in(function.function(), function.bundled(), used).stream().toList());
    for (Finding unchecked : function.unchecked()) {
      mojo.getLog().info(unchecked.message() + " " + unchecked.fix());
    }
    report.add(function.unchecked());
    report.add(codes.unchecked());
  }

  private @Nullable LambdaRuntime runtime() {
    String text = Parameters.text(mojo.runtime);
    try {
      return text == null ? null : new LambdaRuntime(text);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          Messages.format(
              "<runtime> is '%s', which is no runtime identifier: write one such as java21.", text),
          e);
    }
  }

  private @Nullable Architecture architecture() {
    String text = Parameters.text(mojo.architecture);
    try {
      return text == null ? null : Architecture.parse(text);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          Messages.format("<architecture> is '%s': write x86_64 or arm64.", text), e);
    }
  }

  private static Finding unknown(LambdaRuntime runtime) {
    return Rule.UNKNOWN_RUNTIME.found(
        Messages.format("<runtime> is '%s', which this release does not know.", runtime),
        "Look whether it is in Lambda's table of runtimes.");
  }
}
