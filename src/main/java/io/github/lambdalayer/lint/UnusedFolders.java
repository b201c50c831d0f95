package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folders that only other runtimes look into than those that the user names. A custom runtime can use
 * anything, and of one that is not known nothing is said.
 */
final class UnusedFolders {

  /** Folders of a family of runtimes, those of a single version with it. */
  private enum Family {
    JAVA("(java/lib/)()[^/]+\\.jar", "java.*", ""),
    NODE("(nodejs/(?:node(\\d+)/)?node_modules/).*", "nodejs.*", "nodejs%s\\.x"),
    PYTHON("(python/(?:lib/python(\\d+\\.\\d+)/site-packages/)?).*", "python.*", "python%s"),
    RUBY("(ruby/(?:lib/|gems/(\\d+\\.\\d+)\\.\\d+/)).*", "ruby.*", "ruby%s");

    private final Pattern paths;
    private final Pattern runtimes;
    private final String version;

    Family(String paths, String runtimes, String version) {
      this.paths = Pattern.compile(paths);
      this.runtimes = Pattern.compile(runtimes);
      this.version = version;
    }

    /** Whether one of these runtimes looks into a folder. */
    boolean isUsed(String folderVersion, List<LambdaRuntime> named) {
      Pattern looking =
          folderVersion.isEmpty()
              ? runtimes
              : Pattern.compile(Messages.format(version, Pattern.quote(folderVersion)));
      return named.stream().anyMatch(runtime -> looking.matcher(runtime.id()).matches());
    }
  }

  private UnusedFolders() {}

  /** A warning for each such folder. */
  static List<Finding> check(LintedLayer layer) {
    List<LambdaRuntime> named = layer.definition().compatibleRuntimes();
    if (!layer.definition().runtimesConfigured()
        || named.stream().anyMatch(r -> !r.isKnown() || r.id().startsWith("provided"))) {
      return List.of();
    }
    var folders = new TreeMap<String, List<LayerEntry>>();
    for (LayerEntry entry : layer.content().entries()) {
      for (Family family : Family.values()) {
        Matcher match = family.paths.matcher(entry.path());
        if (match.matches()
            && !family.isUsed(match.group(2) == null ? "" : match.group(2), named)) {
          folders.computeIfAbsent(match.group(1), f -> new ArrayList<>()).add(entry);
        }
      }
    }
    return folders.entrySet().stream()
        .map(folder -> finding(folder.getKey(), folder.getValue(), named))
        .toList();
  }

  private static Finding finding(String folder, List<LayerEntry> files, List<LambdaRuntime> named) {
    return Rule.UNUSED_FOLDER.found(
        new Place(folder, files.get(0).origin()),
        Messages.format(
            "No runtime that <compatibleRuntimes> names (%s) looks into %s, where the layer has %,d %s:"
                + " %s.",
            Lists.inLine(named, LambdaRuntime::id),
            folder,
            files.size(),
            files.size() == 1 ? "file" : "files",
            Lists.inLine(files, LayerEntry::path)),
        "Leave them out, or add the runtimes that they are for.");
  }
}
