package io.github.lambdalayer.unpack;

import io.github.lambdalayer.layer.LayerPaths;
import io.github.lambdalayer.unpack.ArchiveMember.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of an archive by safe names, with links resolved: one to a file is that file once more, one to
 * a folder is each file of it.
 */
public final class ArchiveTree {

  private final NavigableMap<String, ArchiveMember> members = new TreeMap<>();
  private final ArchiveErrors errors;
  private final UnpackBudget budget;

  /**
   * A file that can be chosen.
   *
   * @param name its name in the archive, without {@code ./}
   * @param source whose bytes it has; the entry itself if it cannot be used
   * @param objection why it cannot be used, or null
   */
  public record File(String name, ArchiveMember source, @Nullable String objection) {}

  /**
   * Checks all names.
   *
   * @throws io.github.lambdalayer.layer.InvalidInputException if one is unsafe or there twice, or lies
   *     below something that is no folder
   */
  public ArchiveTree(List<ArchiveMember> entries, ArchiveErrors errors, UnpackBudget budget) {
    this.errors = errors;
    this.budget = budget;
    entries.forEach(this::add);
    members.forEach(this::refuseBelowOther);
  }

  private void add(ArchiveMember member) {
    budget.takeEntry(member.name(), errors);
    LayerPaths.objection(member.name())
        .ifPresent(
            objection -> {
              throw errors.unsafe(member.name(), objection);
            });
    String name = String.join("/", parts(member.name()));
    if (name.isEmpty()) {
      if (member.kind() != Kind.FOLDER) {
        throw errors.unsafe(member.name(), "has no name");
      }
      return;
    }
    ArchiveMember other = members.put(name, member);
    if (other != null && (other.kind() != Kind.FOLDER || member.kind() != Kind.FOLDER)) {
      throw errors.unsafe(member.name(), "stands in it twice");
    }
  }

  private void refuseBelowOther(String name, ArchiveMember member) {
    for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
      ArchiveMember above = members.get(name.substring(0, at));
      if (above != null && above.kind() != Kind.FOLDER) {
        throw errors.unsafe(
            member.name(),
            (above.isLink() ? "lies below the link '" : "lies below the file '")
                + LayerPaths.shown(above.name())
                + "'");
      }
    }
  }

  private static List<String> parts(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .toList();
  }

  /** All files, and what would be one if it could be used. */
  public List<File> files() {
    var files = new ArrayList<File>();
    members.forEach((name, member) -> addTo(files, name, name, member, List.of()));
    return files;
  }

  /**
   * Adds what an entry stands for.
   *
   * @param shown its name by way of the links that led to it
   * @param real its own name
   * @param entered the folders that those links led to
   */
  private void addTo(
      List<File> files, String shown, String real, ArchiveMember member, List<String> entered) {
    switch (member.kind()) {
      case FOLDER -> {}
      case FILE -> files.add(new File(shown, member, null));
      case UNUSABLE -> files.add(new File(shown, member, member.detail()));
      case SYMBOLIC_LINK, HARD_LINK -> addLink(files, shown, real, member, entered);
    }
  }

  private void addLink(
      List<File> files, String shown, String real, ArchiveMember link, List<String> entered) {
    var target = new LinkWalk(members).follow(real, link);
    ArchiveMember found = target.path() == null ? null : members.get(target.path());
    if (target.path() == null) {
      files.add(new File(shown, link, target.objection()));
    } else if (found != null && found.kind() != Kind.FOLDER) {
      addTo(files, shown, target.path(), found, entered);
    } else {
      addFolder(files, shown, real, link, target.path(), entered);
    }
  }

  private void addFolder(
      List<File> files,
      String shown,
      String real,
      ArchiveMember link,
      String folder,
      List<String> entered) {
    if (folder.isEmpty() || real.startsWith(folder + "/") || entered.contains(folder)) {
      files.add(new File(shown, link, LinkWalk.CIRCLE));
      return;
    }
    if (entered.size() >= LinkWalk.HOPS) {
      files.add(new File(shown, link, "is a link behind more than 40 other links"));
      return;
    }
    var deeper = new ArrayList<>(entered);
    deeper.add(folder);
    // '0' follows '/': these are all names that begin with the folder's.
    Map<String, ArchiveMember> inside = members.subMap(folder + "/", folder + "0");
    inside.forEach(
        (name, member) -> {
          String below = shown + name.substring(folder.length());
          budget.takeEntry(below, errors);
          addTo(files, below, name, member, deeper);
        });
  }
}
