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

/** Builds a layer: collects its content, examines it, writes the zip and the descriptor. */
public final class LayerPackager {

  /**
   * A built layer.
   *
   * @param descriptor the layer and its zip
   * @param warnings what the user should know
   * @param leftOut files of the content directory that stay out by Maven's default excludes
   * @param notes what else is not in the layer, a line for each archive
   */
  public record Packaged(
      LayerDescriptor descriptor,
      List<Finding> warnings,
      List<String> leftOut,
      List<String> notes) {}

  /**
   * Builds the layer.
   *
   * @throws InvalidInputException if the layer would be empty, too large, or not unique in its names
   * @throws IOException if a file cannot be read or written; what stood there before stays
   */
  @SuppressWarnings("try")
  public Packaged pack(PackageRequest request) throws IOException {
    try (var work = WorkFolder.begin(request.content().workFolder())) {
      return packed(request);
    }
  }

  private static Packaged packed(PackageRequest request) throws IOException {
    EntryTime time = request.outputTimestamp().map(EntryTime::of).orElse(EntryTime.DEFAULT);
    var collected = new ContentCollector().collect(request.content());
    UnzippedSize.refuse(collected.content());
    LayerDefinition definition =
        RunnableRuntimes.complete(
            request.definition(), collected.content(), request.compilerRelease());
    LayerContent content = collected.contentOf(definition);
    UnzippedSize.refuse(content);
    LayerZip zip = LayerZipWriter.write(content, time, request.zip());
    var descriptor =
        new LayerDescriptor(definition, request.projectVersion(), request.isSnapshot(), zip);
    DescriptorFile.write(request.descriptor(), descriptor);
    var warnings = new Warnings(request, descriptor).of(content);
    return new Packaged(descriptor, warnings, collected.leftOut(), collected.notes());
  }
}
