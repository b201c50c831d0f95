package io.github.lambdalayer.content;

import io.github.lambdalayer.content.PlacedArtifact.Unpacking;
import io.github.lambdalayer.layer.Folders;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.unpack.Archive;
import io.github.lambdalayer.unpack.ArchiveErrors;
import io.github.lambdalayer.unpack.ArchiveMember;
import io.github.lambdalayer.unpack.ArchiveTree;
import io.github.lambdalayer.unpack.Archives;
import io.github.lambdalayer.unpack.UnpackBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks archives to entries of the layer. Their bytes go to files with numbers for names, so no name in an
 * archive is ever a path on disk; of the mode only the x bit is taken, for the rest depends on who packed.
 */
final class Unpacker {

  private final Path workFolder;
  private final Predicate<String> executable;
  private final UnpackBudget budget = new UnpackBudget();
  private int archives;

  Unpacker(Path workFolder, Predicate<String> executable) {
    this.workFolder = workFolder;
    this.executable = executable;
  }

  /**
   * What came out of an archive.
   *
   * @param entries its files
   * @param note what is not among them, for the log; null if all are
   */
  record Unpacked(List<LayerEntry> entries, @Nullable String note) {}

  /** A file that is wanted, by its place in the layer. */
  private record Wanted(String path, ArchiveTree.File file) {}

  /**
   * Unpacks one archive.
   *
   * @throws InvalidInputException if it is unsafe, damaged, too large, or nothing in it is wanted
   */
  Unpacked unpack(PlacedArtifact placed, Unpacking unpacking) throws IOException {
    LayerArtifact artifact = placed.artifact();
    var errors = new ArchiveErrors(artifact.coordinates(), artifact.file());
    try (Archive archive = Archives.open(artifact.extension(), errors)) {
      var choice = new Choice(placed, unpacking, errors);
      for (ArchiveTree.File file : new ArchiveTree(archive.members(), errors, budget).files()) {
        choice.offer(file);
      }
      List<Wanted> wanted = choice.wanted();
      Map<Integer, Path> files = places(wanted, errors);
      archive.extract(files);
      return new Unpacked(entries(wanted, files, artifact), choice.note());
    }
  }

  /** One file on disk for each that is wanted, however many links lead to it. */
  private Map<Integer, Path> places(List<Wanted> wanted, ArchiveErrors errors) throws IOException {
    Path folder = Folders.create(workFolder.resolve("unpacked-" + archives++));
    var files = new TreeMap<Integer, Path>();
    for (Wanted one : wanted) {
      ArchiveMember source = one.file().source();
      if (files.put(source.index(), folder.resolve(String.valueOf(source.index()))) == null) {
        budget.takeBytes(source.size(), errors);
      }
    }
    return files;
  }

  private List<LayerEntry> entries(
      List<Wanted> wanted, Map<Integer, Path> files, LayerArtifact artifact) throws IOException {
    var entries = new ArrayList<LayerEntry>();
    for (Wanted one : wanted) {
      ArchiveMember source = one.file().source();
      // Asked in any case: a pattern must know what it has matched.
      boolean byPlace = executable.test(one.path());
      entries.add(
          LayerEntry.ofFile(
              one.path(),
              files.getOrDefault(source.index(), workFolder),
              byPlace || source.executable(),
              String.join(" -> ", artifact.trail()) + ", " + one.file().name() + " in it"));
    }
    return entries;
  }

  /** Sorts the files of one archive. */
  private static final class Choice {

    private final PlacedArtifact placed;
    private final Unpacking unpacking;
    private final ArchiveErrors errors;
    private final UnpackPatterns patterns;
    private final List<Wanted> wanted = new ArrayList<>();
    private int strippedAway;
    private int leftOut;

    Choice(PlacedArtifact placed, Unpacking unpacking, ArchiveErrors errors) {
      this.placed = placed;
      this.unpacking = unpacking;
      this.errors = errors;
      this.patterns = new UnpackPatterns(unpacking);
    }

    void offer(ArchiveTree.File file) {
      String stripped = patterns.stripped(file.name());
      if (stripped.isEmpty()) {
        strippedAway++;
      } else if (!patterns.test(stripped)) {
        leftOut++;
      } else {
        String path = placed.to() + stripped;
        String objection =
            path.startsWith(ContentDocument.FOLDER)
                ? "would stand where the documents about layers are"
                : file.objection();
        if (objection != null) {
          throw errors.unusable(file.name(), stripped, objection);
        }
        wanted.add(new Wanted(path, file));
      }
    }

    List<Wanted> wanted() {
      patterns.refuseUnmatched(placed.artifact());
      if (wanted.isEmpty()) {
        throw errors.impossible(
            Messages.format(
                "nothing of it goes into the layer: of its files those with fewer folders than"
                    + " <stripComponents> takes off (%d of them; it is %d) and those that <includes>"
                    + " and <excludes> leave out (%d) stay out. Correct its <mapping>, or leave it out.",
                strippedAway, unpacking.stripComponents(), leftOut));
      }
      return wanted;
    }

    @Nullable String note() {
      if (strippedAway + leftOut == 0) {
        return null;
      }
      return Messages.format(
          "Left out of %s: %d of its %s (%d with fewer folders than <stripComponents> takes"
              + " off, %d by <includes> and <excludes>).",
          placed.artifact().coordinates(),
          strippedAway + leftOut,
          Messages.counted(strippedAway + leftOut + wanted.size(), "file"),
          strippedAway,
          leftOut);
    }
  }
}
