package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.output.VersionsDocument.Layer;
import io.github.lambdalayer.output.VersionsDocument.Target;
import io.github.lambdalayer.output.VersionsDocument.Version;
import java.util.ArrayList;
import java.util.List;

/** What {@code versions} tells people: a few lines for each version, none wider than asked for. */
public final class VersionsTable {

  /** Of longer lists the table shows the beginning; the JSON has all. */
  private static final int SHOWN = 8;

  private static final int DIGEST = 12;

  private final int width;
  private final List<String> lines = new ArrayList<>();

  private VersionsTable(int width) {
    this.width = width;
  }

  /**
   * The lines.
   *
   * @param width the most characters of a line, 60 or more
   */
  public static List<String> lines(VersionsDocument document, int width) {
    var table = new VersionsTable(width);
    for (Layer layer : document.layers()) {
      layer.targets().forEach(target -> table.add(layer, target));
    }
    return List.copyOf(table.lines);
  }

  private void add(Layer layer, Target target) {
    List<Version> versions = target.versions();
    add("", 2, head(layer, target) + ": " + count(target));
    if (versions.isEmpty()) {
      return;
    }
    int digits = Math.max(2, Long.toString(versions.get(0).version()).length());
    lines.add(row(digits, "no", "date", "size", "sha256", "description"));
    versions.forEach(version -> add(digits, version, target.usersUnknown() != null));
    if (target.usersUnknown() != null) {
      add("  ", 2, "Which functions use them is not known: " + target.usersUnknown());
    }
  }

  private static String head(Layer layer, Target target) {
    String account = target.account() == null ? "" : " of " + target.account();
    return layer.layerName() + " in " + target.region() + account;
  }

  private static String count(Target target) {
    if (target.problem() != null) {
      return "not known: " + target.problem();
    }
    int count = target.versions().size();
    return count == 0 ? "no versions" : Messages.counted(count, "version");
  }

  private void add(int digits, Version version, boolean usersUnknown) {
    String created = version.created();
    String start =
        row(
            digits,
            Long.toString(version.version()),
            created == null ? "?" : created.substring(0, 10),
            Limits.humanBytes(version.codeSize()),
            digest(version),
            "");
    String description = description(version);
    int indent = digits + 4;
    if (start.length() + description.length() <= width) {
      lines.add((start + description).stripTrailing());
    } else {
      lines.add(start.stripTrailing());
      add(" ".repeat(indent), indent, description);
    }
    addInside(indent, version);
    String platforms = platforms(version);
    if (!platforms.isEmpty()) {
      add(" ".repeat(indent), indent + 2, "for " + platforms);
    }
    if (!version.permissions().isEmpty()) {
      add(" ".repeat(indent), indent + 2, "granted to " + some(version.permissions()));
    }
    List<String> users = version.users();
    if (users != null && !users.isEmpty()) {
      add(" ".repeat(indent), indent + 2, "used by " + some(users));
    } else if (users == null && !usersUnknown) {
      add(" ".repeat(indent), indent + 2, "used by: not known");
    }
  }

  private void addInside(int indent, Version version) {
    List<String> artifacts = version.artifacts();
    if (artifacts == null && version.artifactsUnknown() == null) {
      // Where the zip was not read, the release is that of the description.
      return;
    }
    add(
        " ".repeat(indent),
        indent + 2,
        version.release() == null ? "release not known" : "release " + version.release());
    if (artifacts != null) {
      add(
          " ".repeat(indent),
          indent + 2,
          artifacts.isEmpty() ? "with no artifact of Maven's" : "with " + some(artifacts));
    } else {
      add(" ".repeat(indent), indent + 2, "artifacts not known: " + version.artifactsUnknown());
    }
  }

  /** The beginning of the digest: enough to tell contents apart. */
  static String digest(Version version) {
    String digest = version.codeSha256();
    return digest.substring(0, Math.min(DIGEST, digest.length()));
  }

  static String description(Version version) {
    return version.padding() ? "(padding, without content)" : version.description().strip();
  }

  private static String platforms(Version version) {
    String runtimes = String.join(", ", version.runtimes());
    String architectures = String.join(", ", version.architectures());
    return architectures.isEmpty()
        ? runtimes
        : (runtimes.isEmpty() ? "any runtime" : runtimes) + " on " + architectures;
  }

  private void add(String first, int indent, String text) {
    lines.addAll(Wrapped.lines(first, indent, text, width));
  }

  private static String some(List<String> items) {
    String shown = String.join(", ", items.subList(0, Math.min(SHOWN, items.size())));
    return items.size() > SHOWN ? shown + " and " + (items.size() - SHOWN) + " more" : shown;
  }

  private static String row(
      int digits, String number, String date, String size, String digest, String description) {
    return Messages.format("  %" + digits + "s  %-10s  %9s  %-12s  ", number, date, size, digest)
        + description;
  }
}
