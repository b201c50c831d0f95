package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
   */
  public record Outcome(List<Path> written, List<Path> removed, List<Path> left) {

    public Outcome {
      written = List.copyOf(written);
      removed = List.copyOf(removed);
      left = List.copyOf(left);
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
   * @param others what this build has written already: it stays
   */
  public Outcome write(Map<Path, String> files, Set<Path> others) throws IOException {
    Map<String, Set<String>> known = list.read();
    Map<String, Set<String>> lasting = lasting(known, files, others);
    // Before the files: wherever the build ends, nothing of ours is there that is not in the list.
    list.write(merged(known, lasting));
    for (var file : files.entrySet()) {
      AtomicFile.write(file.getKey(), file.getValue());
    }
    var stale = new TreeMap<>(known);
    stale.keySet().removeAll(lasting.keySet());
    List<Path> removed = removed(stale, lasting.keySet());
    list.write(merged(lasting, stale));
    return new Outcome(
        List.copyOf(files.keySet()),
        removed,
        stale.keySet().stream().map(folder::resolve).toList());
  }

  private Map<String, Set<String>> lasting(
      Map<String, Set<String>> known, Map<Path, String> files, Set<Path> others) {
    var lasting = new TreeMap<>(known);
    lasting.keySet().retainAll(others.stream().map(this::path).toList());
    files.forEach((file, text) -> lasting.put(path(file), Set.of(Sha256.of(text).hex())));
    return lasting;
  }

  private String path(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static Map<String, Set<String>> merged(
      Map<String, Set<String>> some, Map<String, Set<String>> more) {
    var merged = new TreeMap<String, Set<String>>(some);
    more.forEach(
        (path, digests) -> {
          var all = new TreeSet<>(digests);
          all.addAll(merged.getOrDefault(path, Set.of()));
          merged.put(path, all);
        });
    return merged;
  }

  /** Removes what stands as it was written; only what does not is stale afterwards. */
  private List<Path> removed(Map<String, Set<String>> stale, Set<String> lasting)
      throws IOException {
    var removed = new ArrayList<Path>();
    var entries = stale.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Set<String>> entry = entries.next();
      Path file = folder.resolve(entry.getKey());
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || isOneOf(lasting, file)) {
        entries.remove();
      } else if (isAsWritten(file, entry.getValue())) {
        Files.delete(file);
        removeEmptyFolders(file);
        removed.add(file);
        entries.remove();
      }
    }
    return removed;
  }

  private static boolean isAsWritten(Path file, Set<String> digests) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && digests.contains(Sha256.of(file).hex());
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
