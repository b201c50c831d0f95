package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.output.WrittenList.Entry;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder that templates are written to. A template of an earlier configuration does not stay there to
 * be deployed by mistake; but what somebody else has put there stays, and what was changed since.
 */
public final class TemplateFolder {

  private final Path folder;
  private final WrittenList list;

  /**
   * What has become of the templates.
   *
   * @param written all that were asked for
   * @param removed what an earlier build has written
   * @param left what an earlier build has written and somebody has changed since
   * @param overwritten which of the written were something else than what was written earlier
   * @param contested which of the written another execution of the POM has written in this build, with another
   *     text, each with that execution's id
   */
  public record Outcome(
      List<Path> written,
      List<Path> removed,
      List<Path> left,
      List<Path> overwritten,
      Map<Path, String> contested) {

    public Outcome {
      written = List.copyOf(written);
      removed = List.copyOf(removed);
      left = List.copyOf(left);
      overwritten = List.copyOf(overwritten);
      contested = Collections.unmodifiableSortedMap(new TreeMap<>(contested));
    }
  }

  /** A folder, which need not be there yet. */
  public TemplateFolder(Path folder) {
    this.folder = folder;
    this.list = new WrittenList(folder);
  }

  /**
   * Writes templates, each in place of an earlier one, and removes those of earlier builds.
   *
   * @param files the texts by their files, which are in this folder
   * @param run the execution that writes them
   */
  public Outcome write(Map<Path, String> files, TemplateRun run) throws IOException {
    SortedMap<String, Entry> known = list.read();
    SortedMap<String, Entry> stale = stale(known, files, run);
    var lasting = new TreeMap<>(known);
    lasting.keySet().removeAll(stale.keySet());
    files.forEach((file, text) -> lasting.put(path(file), Entry.of(run.execution(), text)));
    // Before the files: wherever the build ends, nothing of ours is there that is not in the list.
    var all = new TreeMap<>(known);
    lasting.forEach((path, entry) -> all.merge(path, entry, (earlier, later) -> later.or(earlier)));
    list.write(all);
    List<Path> overwritten = written(files, known);
    List<Path> removed = removed(stale, lasting.keySet());
    lasting.putAll(stale);
    list.write(lasting);
    List<Path> left = stale.keySet().stream().map(folder::resolve).toList();
    return new Outcome(
        List.copyOf(files.keySet()), removed, left, overwritten, contested(files, known, run));
  }

  /** Of an earlier build nobody knows what the other execution would write now. */
  private Map<Path, String> contested(
      Map<Path, String> files, Map<String, Entry> known, TemplateRun run) {
    var contested = new TreeMap<Path, String>();
    for (var file : files.entrySet()) {
      Entry earlier = known.get(path(file.getKey()));
      if (earlier != null
          && run.written().contains(file.getKey())
          && run.isRival(earlier.execution())
          && !earlier.digests().contains(Sha256.of(file.getValue()).hex())) {
        contested.put(file.getKey(), earlier.execution());
      }
    }
    return contested;
  }

  private SortedMap<String, Entry> stale(
      Map<String, Entry> known, Map<Path, String> files, TemplateRun run) {
    var stale = new TreeMap<>(known);
    stale.values().removeIf(entry -> !run.mayRemove(entry.execution()));
    Stream.concat(files.keySet().stream(), run.written().stream())
        .map(this::path)
        .forEach(stale::remove);
    return stale;
  }

  private String path(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Writes files; those are told of that had another text than anything known. */
  private List<Path> written(Map<Path, String> files, Map<String, Entry> known) throws IOException {
    var overwritten = new ArrayList<Path>();
    for (var entry : files.entrySet()) {
      Path file = entry.getKey();
      Entry text = Entry.of("", entry.getValue());
      Entry earlier = known.get(path(file));
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          && !isAsWritten(file, earlier == null ? text : text.or(earlier))) {
        overwritten.add(file);
      }
      AtomicFile.write(file, entry.getValue());
    }
    return overwritten;
  }

  /** Removes what stands as it was written; only what does not is stale afterwards. */
  private List<Path> removed(Map<String, Entry> stale, Set<String> lasting) throws IOException {
    var removed = new ArrayList<Path>();
    var entries = stale.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Entry> entry = entries.next();
      Path file = folder.resolve(entry.getKey());
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || isOneOf(lasting, file)) {
        entries.remove();
      } else if (isAsWritten(file, entry.getValue()) && isReachedWithoutLinks(file)) {
        Files.delete(file);
        removeEmptyFolders(file);
        removed.add(file);
        entries.remove();
      }
    }
    return removed;
  }

  /** Whoever has put a link in place of a folder has files behind it that are theirs. */
  private boolean isReachedWithoutLinks(Path file) throws IOException {
    Path parent = folder.toRealPath().resolve(folder.relativize(file)).resolve("..").normalize();
    return parent.toRealPath().equals(parent.toRealPath(LinkOption.NOFOLLOW_LINKS));
  }

  private static boolean isAsWritten(Path file, Entry entry) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && entry.digests().contains(Sha256.of(file).hex());
  }

  /** Names that differ in capitals alone are one file on some machines. */
  private boolean isOneOf(Set<String> lasting, Path file) throws IOException {
    for (String path : lasting) {
      Path other = folder.resolve(path);
      if (path.equalsIgnoreCase(path(file))
          && Files.exists(other)
          && Files.isSameFile(other, file)) {
        return true;
      }
    }
    return false;
  }

  /** A package of Java's leaves folders behind. */
  private void removeEmptyFolders(Path removed) throws IOException {
    for (Path at = removed.getParent(); at != null && isInside(at); at = at.getParent()) {
      try {
        Files.delete(at);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  private boolean isInside(Path at) {
    return !at.equals(folder)
        && at.startsWith(folder)
        && Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS);
  }
}
