package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.ContentCollector;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.layer.InlineBody;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.JavaLib;
import io.github.lambdalayer.lint.ProjectJarTimes;
import io.github.lambdalayer.lint.RunnableRuntimes;
import io.github.lambdalayer.lint.UnzippedSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a layer: collects its content, examines it, writes the zip and the descriptor. */
public final class LayerPackager {

  /**
   * A built layer.
   *
   * @param descriptor the layer and its zip
   * @param warnings what the user should know
   * @param leftOut files of the content directory that stay out by Maven's default excludes
   */
  public record Packaged(
      LayerDescriptor descriptor, List<Finding> warnings, List<String> leftOut) {}

  /**
   * Builds the layer.
   *
   * @throws InvalidInputException if the layer would be empty, too large, or not unique in its names
   * @throws IOException if a file cannot be read or written; what stood there before stays
   */
  public Packaged pack(PackageRequest request) throws IOException {
    EntryTime time = request.outputTimestamp().map(EntryTime::of).orElse(EntryTime.DEFAULT);
    var collected = new ContentCollector().collect(request.content());
    refuse(UnzippedSize.check(collected.content()));
    LayerDefinition definition = complete(request, collected.content());
    LayerContent content = collected.contentOf(definition);
    refuse(UnzippedSize.check(content));
    LayerZip zip = LayerZipWriter.write(content, time, request.zip());
    var descriptor =
        new LayerDescriptor(definition, request.projectVersion(), request.isSnapshot(), zip);
    DescriptorFile.write(request.descriptor(), descriptor);
    var warnings = new ArrayList<>(JavaLib.check(content));
    warnings.addAll(warnings(request, descriptor));
    return new Packaged(descriptor, warnings, collected.leftOut());
  }

  private static LayerDefinition complete(PackageRequest request, LayerContent content)
      throws IOException {
    LayerDefinition definition = request.definition();
    return definition.runtimesConfigured()
        ? definition
        : definition.withDerivedRuntimes(RunnableRuntimes.of(content, request.compilerRelease()));
  }

  private static void refuse(Optional<Finding> finding) {
    if (finding.isPresent()) {
      throw new InvalidInputException(finding.get().message());
    }
  }

  private static List<Finding> warnings(PackageRequest request, LayerDescriptor built)
      throws IOException {
    var warnings = new ArrayList<Finding>();
    for (LayerArtifact artifact : request.content().artifacts()) {
      if (artifact.ofProject()) {
        ProjectJarTimes.check(artifact.file(), request.outputTimestamp()).ifPresent(warnings::add);
      }
    }
    for (LambdaRuntime runtime : built.definition().compatibleRuntimes()) {
      if (!runtime.isKnown()) {
        warnings.add(
            new Finding(
                Finding.Severity.WARNING,
                Messages.format(
                    "<compatibleRuntimes> has '%s', which this release does not know. It is passed"
                        + " on; Lambda refuses it if it is misspelt.",
                    runtime)));
      }
    }
    InlineBody body = InlineBody.of(built.definition());
    if (!body.fits(built.zip().size())) {
      warnings.add(
          new Finding(
              Finding.Severity.WARNING,
              Messages.format(
                  "The zip is too large to be sent to Lambda inline: the request would have %,d"
                      + " bytes, and %,d are accepted. This release publishes inline only, so"
                      + " lambda-layer:publish will refuse it. Leave dependencies out with"
                      + " <excludes>, or make two layers.",
                  body.length(built.zip().size()), Limits.INLINE_BODY_BYTES)));
    }
    return warnings;
  }
}
