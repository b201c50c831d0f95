package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Brings artifacts and the content directory together. */
public final class ContentCollector {

  /**
   * What was collected.
   *
   * @param artifacts each artifact with its place, sorted
   * @param entries those artifacts and the files of the content directory
   * @param leftOut files of the content directory that stay out by Maven's default excludes
   * @param notes what else is not in the layer, a line for each archive
   */
  public record Collected(
      List<Located> artifacts, List<LayerEntry> entries, List<String> leftOut, List<String> notes) {

    public Collected {
      artifacts = artifacts.stream().sorted().distinct().toList();
    }

    /** The content without the document about it, for what is asked before that is written. */
    public LayerContent content() {
      return new LayerContent(entries);
    }

    /** The content with the document that tells what is in the layer. */
    public LayerContent contentOf(LayerDefinition definition, Digests digests) throws IOException {
      // Each licence has to be looked up in a POM, or in several.
      Parallel.map(artifacts, located -> located.artifact().licenses().names());
      var all = new ArrayList<>(entries);
      all.add(ContentDocument.entry(definition, artifacts, digests));
      return new LayerContent(all);
    }
  }

  /**
   * Collects a layer's content.
   *
   * @throws InvalidInputException if there is none, or two files want one place
   */
  public Collected collect(ContentRequest request) throws IOException {
    var executables = new Executables(request.executables());
    var placements = Placements.of(request, executables);
    var scan = new ContentDirectory(request.directory()).scan(executables);
    executables.refuseUnmatched();
    var entries = new ArrayList<LayerEntry>(placements.entries());
    entries.addAll(
        new FilteredFiles(request.filtering(), request.workFolder().resolve("filtered"))
            .in(scan.entries(), request.directory()));
    if (entries.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "The layer is empty, and Lambda refuses an empty layer: there is no JAR to put into"
                  + " java/lib and no file in %s. Add a dependency of scope compile or runtime, or"
                  + " files there. Where the module is no layer (a parent, say), configure the plugin"
                  + " in <pluginManagement> and name it in the modules that are.",
              request.directory()));
    }
    return new Collected(placements.artifacts(), entries, scan.leftOut(), placements.notes());
  }
}
