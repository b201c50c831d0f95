package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.ContentCollector;
import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.RunnableRuntimes;
import io.github.lambdalayer.lint.UnzippedSize;
import java.io.IOException;
import java.time.Clock;
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
   * @param isUnchanged whether an earlier build's zip and descriptor were left as they are
   */
  public record Packaged(
      LayerDescriptor descriptor,
      List<Finding> warnings,
      List<String> leftOut,
      boolean isUnchanged) {

    /** What was made, for the log. */
    public String summary() {
      return (isUnchanged ? "Unchanged since it was built. " : "") + descriptor.summary();
    }
  }

  private final List<String> tools;
  private final Clock clock;

  public LayerPackager() {
    this(BuildTools.present(), Clock.systemUTC());
  }

  LayerPackager(List<String> tools, Clock clock) {
    this.tools = List.copyOf(tools);
    this.clock = clock;
  }

  /**
   * Builds the layer, unless an earlier build has left it there and nothing has changed since.
   *
   * @throws InvalidInputException if the layer would be empty, too large, or not unique in its names
   * @throws IOException if a file cannot be read or written; what stood there before stays
   */
  public Packaged pack(PackageRequest request) throws IOException {
    var digests = new Digests();
    Optional<InputSnapshot> before = look(request);
    if (before.isEmpty()) {
      return build(request, digests);
    }
    var input = new UnchangedInput(request, before.get(), digests);
    Optional<Packaged> earlier = input.packaged();
    if (earlier.isPresent()) {
      return earlier.get();
    }
    boolean isRemembered = input.remember();
    Packaged built = build(request, digests);
    // Of files that were changed in the meantime nobody knows which of them are in the zip.
    if (isRemembered && look(request).filter(before.get()::isLike).isPresent()) {
      input.write(built);
    }
    return built;
  }

  private Optional<InputSnapshot> look(PackageRequest request) {
    return InputSnapshot.of(request, clock.instant(), tools);
  }

  private static Packaged build(PackageRequest request, Digests digests) throws IOException {
    EntryTime time = request.outputTimestamp().map(EntryTime::of).orElse(EntryTime.DEFAULT);
    var collected = new ContentCollector().collect(request.content());
    UnzippedSize.refuse(collected.content());
    LayerDefinition definition =
        RunnableRuntimes.complete(
            request.definition(), collected.content(), request.compilerRelease());
    LayerContent content = collected.contentOf(definition, digests);
    UnzippedSize.refuse(content);
    LayerZip zip = LayerZipWriter.write(content, time, request.zip());
    var descriptor =
        new LayerDescriptor(definition, request.projectVersion(), request.isSnapshot(), zip);
    DescriptorFile.write(request.descriptor(), descriptor);
    var warnings = new Warnings(request, descriptor).of(content);
    return new Packaged(descriptor, warnings, collected.leftOut(), false);
  }
}
