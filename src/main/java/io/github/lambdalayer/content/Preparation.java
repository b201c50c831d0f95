package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes what was collected fit for Lambda: scripts get LF, and on request JARs lose foreign native code, and
 * are written again with stored entries.
 */
public final class Preparation {

  private final NativeLibraries nativeLibraries;
  private final Set<Architecture> wanted;
  private final JarEntries jarEntries;
  private final Path folder;
  private int written;

  /**
   * Prepares for some architectures.
   *
   * @param request what becomes of native code, and where files may be put
   * @param architectures those that the layer is for; none stands for all of Lambda's
   */
  public Preparation(ContentRequest request, List<Architecture> architectures) {
    this.nativeLibraries = request.nativeLibraries();
    this.jarEntries = request.jarEntries();
    this.wanted =
        Set.copyOf(architectures.isEmpty() ? List.of(Architecture.values()) : architectures);
    this.folder = request.workFolder().resolve("prepared");
  }

  /**
   * What is ready to be packed.
   *
   * @param collected the content as it goes into the layer
   * @param survey what was found in it before anything was left out
   * @param unixScripts scripts whose lines ended in CRLF
   * @param jars JARs with native code to leave out
   * @param repacked JARs that were to be written again with stored entries
   */
  public record Prepared(
      ContentCollector.Collected collected,
      Survey survey,
      List<String> unixScripts,
      List<StrippedJar> jars,
      List<RepackedJar> repacked) {}

  /**
   * Looks at everything, and changes what has to be changed.
   *
   * @param digests learns the digests of the files by the way
   */
  public Prepared prepare(ContentCollector.Collected collected, Digests digests)
      throws IOException {
    Survey survey = Survey.of(collected.content(), digests);
    var entries = new ArrayList<LayerEntry>();
    var scripts = new ArrayList<String>();
    var jars = new ArrayList<StrippedJar>();
    var repacked = new ArrayList<RepackedJar>();
    for (LayerEntry entry : collected.entries()) {
      LooseFile file = survey.files().get(entry.path());
      JarContents jar = survey.jars().get(entry.path());
      // A JAR can begin with a script that starts it.
      if (jar != null) {
        LayerEntry left = withoutForeign(entry, jar, jars);
        entries.add(repacked(left, jar, repacked));
      } else if (file != null && file.kind() == LooseFile.Kind.SCRIPT) {
        entries.add(withUnixLines(entry, scripts));
      } else {
        entries.add(entry);
      }
    }
    return new Prepared(
        new ContentCollector.Collected(
            located(collected.artifacts(), entries),
            entries,
            collected.leftOut(),
            collected.notes()),
        survey,
        List.copyOf(scripts),
        List.copyOf(jars),
        List.copyOf(repacked));
  }

  private LayerEntry withUnixLines(LayerEntry entry, List<String> scripts) throws IOException {
    if (!UnixLines.isNeededBy(entry.source())) {
      return entry;
    }
    scripts.add(entry.path());
    Path file = newFile();
    UnixLines.write(entry.source(), file);
    return LayerEntry.ofFile(entry.path(), file, entry.executable(), entry.origin());
  }

  /** By a number: the name of an entry need not be one on this machine. */
  private Path newFile() throws IOException {
    return Folders.create(folder).resolve(String.valueOf(written++));
  }

  private LayerEntry withoutForeign(LayerEntry entry, JarContents jar, List<StrippedJar> jars)
      throws IOException {
    if (nativeLibraries == NativeLibraries.KEEP) {
      return entry;
    }
    Set<String> foreign =
        jar.natives().stream()
            .filter(file -> !file.code().runsOnAny(wanted))
            .map(JarContents.NativeFile::name)
            .collect(Collectors.toSet());
    if (foreign.isEmpty() || !(entry.source() instanceof LayerEntry.FileSource source)) {
      return entry;
    }
    Path file = newFile();
    StrippedJar.Outcome outcome = strip(jar, source.path(), file, foreign);
    boolean isDone = outcome == StrippedJar.Outcome.STRIPPED;
    LayerEntry result =
        isDone ? LayerEntry.ofFile(entry.path(), file, entry.executable(), entry.origin()) : entry;
    jars.add(new StrippedJar(entry.path(), outcome, foreign.size(), entry.size() - result.size()));
    return result;
  }

  private static StrippedJar.Outcome strip(JarContents jar, Path from, Path to, Set<String> foreign)
      throws IOException {
    if (jar.signed()) {
      return StrippedJar.Outcome.SIGNED;
    }
    return JarRewriter.write(from, to, foreign, JarEntries.KEEP)
        ? StrippedJar.Outcome.STRIPPED
        : StrippedJar.Outcome.UNUSUAL;
  }

  /** A signature is one of the data, and so a signed JAR stays what it is. */
  private LayerEntry repacked(LayerEntry entry, JarContents jar, List<RepackedJar> repacked)
      throws IOException {
    if (jarEntries == JarEntries.KEEP
        || jar.deflated() == 0
        || !(entry.source() instanceof LayerEntry.FileSource source)) {
      return entry;
    }
    Path file = newFile();
    boolean isDone = JarRewriter.write(source.path(), file, Set.of(), JarEntries.REPACK);
    LayerEntry result =
        isDone ? LayerEntry.ofFile(entry.path(), file, entry.executable(), entry.origin()) : entry;
    repacked.add(new RepackedJar(entry.path(), isDone, result.size() - entry.size()));
    return result;
  }

  /** The document about the content tells the digest of what is in the layer. */
  private static List<Located> located(List<Located> artifacts, List<LayerEntry> entries) {
    // Of an archive that was unpacked no entry has the path: its folder is none.
    Map<String, Path> files = new HashMap<>();
    for (LayerEntry entry : entries) {
      if (entry.source() instanceof LayerEntry.FileSource source) {
        files.put(entry.path(), source.path());
      }
    }
    return artifacts.stream()
        .map(a -> new Located(a.path(), a.artifact(), files.getOrDefault(a.path(), a.file())))
        .toList();
  }
}
