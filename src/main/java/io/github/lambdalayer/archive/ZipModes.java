package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Place;
import io.github.lambdalayer.lint.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Whether Lambda may read what is in a zip of another tool. It runs functions as a user of its own, so
 * files need read permission for all, and folders read and search.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html">
 *     troubleshooting deployment</a>
 */
final class ZipModes {

  private static final int READ = 0444;
  private static final int READ_AND_SEARCH = 0555;
  private static final int PERMISSIONS = 07777;
  private static final int MOST = 10;

  private ZipModes() {}

  /** One error for all of them. */
  static List<Finding> check(Path zip, List<ZipArchiveEntry> entries) {
    List<ZipArchiveEntry> unreadable = entries.stream().filter(ZipModes::isUnreadable).toList();
    if (unreadable.isEmpty()) {
      return List.of();
    }
    String listed =
        unreadable.stream().limit(MOST).map(ZipModes::line).collect(Collectors.joining(", "));
    int more = unreadable.size() - MOST;
    return List.of(
        Rule.UNREADABLE_MODE.found(
            new Place(unreadable.get(0).getName(), "the zip " + zip),
            Messages.format(
                "Lambda refuses the zip with 'Layer conversion failed: Some files do not have read"
                    + " permissions': %s%s.",
                listed, more > 0 ? Messages.format(" and %,d more", more) : ""),
            "Give files mode 644 (programs 755) and folders 755 (chmod -R a+rX), and zip them again."));
  }

  /** Zips made on Windows have no modes, and neither have some of other tools. */
  private static boolean isUnreadable(ZipArchiveEntry entry) {
    int needed = entry.isDirectory() ? READ_AND_SEARCH : READ;
    return entry.getUnixMode() != 0 && (entry.getUnixMode() & needed) != needed;
  }

  private static String line(ZipArchiveEntry entry) {
    return Messages.format("%s (mode %03o)", entry.getName(), entry.getUnixMode() & PERMISSIONS);
  }
}
