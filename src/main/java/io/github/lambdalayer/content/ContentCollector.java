package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
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
   */
  public record Collected(List<Located> artifacts, List<LayerEntry> entries, List<String> leftOut) {

    public Collected {
      artifacts = artifacts.stream().sorted().toList();
    }

    /** The content without the document about it, for what is asked before that is written. */
    public LayerContent content() {
      return new LayerContent(entries);
    }

    /** The content with the document that tells what is in the layer. */
    public LayerContent contentOf(LayerDefinition definition, Digests digests) throws IOException {
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
    var artifacts = new ArrayList<Located>();
    var entries = new ArrayList<LayerEntry>();
    for (var named : JarNames.of(request.artifacts()).entrySet()) {
      LayerArtifact artifact = named.getKey();
      String path = "java/lib/" + named.getValue();
      artifacts.add(new Located(path, artifact));
      entries.add(jarEntry(path, artifact));
    }
    var executables = new Executables(request.executables());
    var scan = new ContentDirectory(request.directory()).scan(executables);
    executables.refuseUnmatched(request.directory().toString());
    entries.addAll(scan.entries());
    if (entries.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "The layer is empty, and Lambda refuses an empty layer: there is no JAR to put into"
                  + " java/lib and no file in %s. Add a dependency of scope compile or runtime, or"
                  + " files there. Where the module is no layer (a parent, say), configure the plugin"
                  + " in <pluginManagement> and name it in the modules that are.",
              request.directory()));
    }
    return new Collected(artifacts, entries, scan.leftOut());
  }

  private static LayerEntry jarEntry(String path, LayerArtifact artifact) throws IOException {
    if (!Files.isRegularFile(artifact.file())) {
      throw new InvalidInputException(
          Messages.format(
              "%s has no JAR yet (%s). Run the phase that makes it: mvn package.",
              artifact.coordinates(), artifact.file()));
    }
    return LayerEntry.ofFile(path, artifact.file(), false, String.join(" -> ", artifact.trail()));
  }
}
