package io.github.lambdalayer.unpack;

import io.github.lambdalayer.unpack.ArchiveMember.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Follows links inside an archive as a file system would, and never out of it. */
final class LinkWalk {

  static final String CIRCLE = "is a link that leads in a circle";
  private static final String OUT = "is a link that leads out of the archive";
  private static final String NOWHERE = "is a link to something that is not in the archive";

  /** As many as Linux follows. */
  static final int HOPS = 40;

  private final NavigableMap<String, ArchiveMember> members;
  private final Deque<String> todo = new ArrayDeque<>();
  private String place = "";
  private int hops;

  LinkWalk(NavigableMap<String, ArchiveMember> members) {
    this.members = members;
  }

  /**
   * Where a link leads.
   *
   * @param path the name of a file or folder that is no link, empty for the root; null if there is none
   * @param objection why there is none
   */
  record Target(@Nullable String path, @Nullable String objection) {}

  /** Follows one link and all that it meets. */
  Target follow(String name, ArchiveMember link) {
    String objection = enter(parent(name), link);
    while (objection == null && !todo.isEmpty()) {
      objection = step(todo.pop());
    }
    return objection == null ? new Target(place, null) : new Target(null, objection);
  }

  private @Nullable String step(String part) {
    if (part.isEmpty() || part.equals(".")) {
      return null;
    }
    if (part.equals("..")) {
      if (place.isEmpty()) {
        return OUT;
      }
      place = parent(place);
      return null;
    }
    String next = place.isEmpty() ? part : place + "/" + part;
    ArchiveMember member = members.get(next);
    if (member != null && member.isLink()) {
      return enter(place, member);
    }
    place = next;
    boolean isFolder = member == null || member.kind() == Kind.FOLDER;
    if (isFolder) {
      return member != null || hasChildren(next) ? null : NOWHERE;
    }
    return todo.isEmpty() ? null : NOWHERE;
  }

  private @Nullable String enter(String folder, ArchiveMember link) {
    hops++;
    if (hops > HOPS) {
      return CIRCLE;
    }
    if (link.detail().startsWith("/") || link.detail().matches("(?s)[A-Za-z]:.*")) {
      return OUT;
    }
    if (link.detail().isEmpty()) {
      return NOWHERE;
    }
    // A hard link names an entry of the archive, a symbolic one what its own folder shows.
    place = link.kind() == Kind.HARD_LINK ? "" : folder;
    List<String> parts = Arrays.asList(link.detail().split("/", -1));
    Collections.reverse(parts);
    parts.forEach(todo::push);
    return null;
  }

  private boolean hasChildren(String folder) {
    String next = members.higherKey(folder + "/");
    return next != null && next.startsWith(folder + "/");
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
  }
}
