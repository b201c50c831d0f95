package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Artifacts at their places: JARs in {@code java/lib}, and copies and unpacked archives where mappings say. */
final class Placements {

  private static final String JAVA_LIB = "java/lib/";

  private final Predicate<String> executable;
  private final Unpacker unpacker;
  private final List<Located> artifacts = new ArrayList<>();
  private final List<LayerEntry> entries = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Placements(ContentRequest request, Predicate<String> executable) {
    this.executable = executable;
    this.unpacker = new Unpacker(request.workFolder(), executable);
  }

  /**
   * Places all artifacts of a request.
   *
   * @param executable which files are executable, by their path
   */
  static Placements of(ContentRequest request, Predicate<String> executable) throws IOException {
    var placements = new Placements(request, executable);
    Map<String, Map<LayerArtifact, String>> names = names(request);
    for (LayerArtifact artifact : request.artifacts()) {
      placements.copy(artifact, JAVA_LIB, names);
    }
    // Two mappings can say the same; that is no conflict.
    for (PlacedArtifact placed : new LinkedHashSet<>(request.placed())) {
      if (placed.unpacking() != null) {
        placements.unpack(placed, placed.unpacking());
      } else {
        placements.copy(placed.artifact(), placed.to(), names);
      }
    }
    return placements;
  }

  /** The names of the artifacts that keep one, for each folder. */
  private static Map<String, Map<LayerArtifact, String>> names(ContentRequest request) {
    Map<String, Set<LayerArtifact>> folders = new LinkedHashMap<>();
    folders.put(JAVA_LIB, new LinkedHashSet<>(request.artifacts()));
    for (PlacedArtifact placed : request.placed()) {
      if (placed.unpacking() == null && isFolder(placed.to())) {
        folders.computeIfAbsent(placed.to(), to -> new LinkedHashSet<>()).add(placed.artifact());
      }
    }
    var names = new HashMap<String, Map<LayerArtifact, String>>();
    folders.forEach((folder, artifacts) -> names.put(folder, ArtifactNames.of(artifacts)));
    return names;
  }

  private static boolean isFolder(String to) {
    return to.isEmpty() || to.endsWith("/");
  }

  private void copy(
      LayerArtifact artifact, String to, Map<String, Map<LayerArtifact, String>> names)
      throws IOException {
    refuseMissing(artifact);
    String path =
        isFolder(to) ? to + names.getOrDefault(to, Map.of()).getOrDefault(artifact, "") : to;
    artifacts.add(new Located(path, artifact));
    entries.add(
        LayerEntry.ofFile(
            path, artifact.file(), executable.test(path), String.join(" -> ", artifact.trail())));
  }

  private void unpack(PlacedArtifact placed, PlacedArtifact.Unpacking unpacking)
      throws IOException {
    refuseMissing(placed.artifact());
    var unpacked = unpacker.unpack(placed, unpacking);
    artifacts.add(new Located(placed.to(), placed.artifact()));
    entries.addAll(unpacked.entries());
    if (unpacked.note() != null) {
      notes.add(unpacked.note());
    }
  }

  private static void refuseMissing(LayerArtifact artifact) {
    if (!Files.isRegularFile(artifact.file())) {
      throw new InvalidInputException(
          Messages.format(
              "%s has no %s yet (%s). Run the phase that makes it: mvn package.",
              artifact.coordinates(),
              artifact.extension().equals("jar") ? "JAR" : "file",
              artifact.file()));
    }
  }

  /** Each artifact with its place. */
  List<Located> artifacts() {
    return List.copyOf(artifacts);
  }

  /** Their files. */
  List<LayerEntry> entries() {
    return List.copyOf(entries);
  }

  /** What of archives is not in the layer, a line for each. */
  List<String> notes() {
    return List.copyOf(notes);
  }
}
