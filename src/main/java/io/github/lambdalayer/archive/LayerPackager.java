package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.ContentCollector;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.RunnableRuntimes;
import io.github.lambdalayer.lint.UnzippedSize;
import java.io.IOException;
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
    var warnings = new Warnings(request, descriptor).of(content);
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
}
