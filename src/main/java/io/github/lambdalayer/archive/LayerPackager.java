package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.lint.Finding;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Builds a layer, or finds that an earlier build's is still what it would build. */
public final class LayerPackager {

  /**
   * A built layer.
   *
   * @param descriptor the layer and its zip
   * @param findings what the user should know
   * @param notes what was changed on the way into the layer, or is not in it, a line for each file
   * @param leftOut files of the content directory that stay out by Maven's default excludes
   * @param isUnchanged whether an earlier build's zip and descriptor were left as they are
   */
  public record Packaged(
      LayerDescriptor descriptor,
      List<Finding> findings,
      List<String> notes,
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
  @SuppressWarnings("try")
  public Packaged pack(PackageRequest request) throws IOException {
    try (var work = WorkFolder.begin(request.content().workFolder())) {
      return packed(request);
    }
  }

  private Packaged packed(PackageRequest request) throws IOException {
    var build = new LayerBuild(request, new Digests());
    Optional<InputSnapshot> before = look(request);
    if (before.isEmpty()) {
      return build.run();
    }
    var input = new UnchangedInput(request, before.get(), build.digests());
    Optional<Packaged> earlier = input.packaged();
    if (earlier.isPresent()) {
      return earlier.get();
    }
    boolean isRemembered = input.remember();
    Packaged built = build.run();
    // Of files that were changed in the meantime nobody knows which of them are in the zip.
    if (isRemembered && look(request).filter(before.get()::isLike).isPresent()) {
      input.write(built);
    }
    return built;
  }

  private Optional<InputSnapshot> look(PackageRequest request) {
    return InputSnapshot.of(request, clock.instant(), tools);
  }
}
