package io.github.lambdalayer.layer;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths of files in a layer, in archives and in zips that others have made: what is no relative path with
 * {@code /} between folders means different places on different systems.
 */
public final class LayerPaths {

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern ABOVE = Pattern.compile("(.*/)?\\.\\.(/.*)?", Pattern.DOTALL);

  /** Linux takes no longer path, and no longer name of a file or folder in it, in bytes of UTF-8. */
  private static final int PATH_BYTES = 4095;

  private static final int NAME_BYTES = 255;
  private static final char UNDECODED = '\ufffd';

  private LayerPaths() {}

  /**
   * What is wrong with a path.
   *
   * @return how a sentence about the path goes on, such as {@code is absolute}; nothing if it is safe
   */
  public static Optional<String> objection(String path) {
    if (path.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return Optional.of("has a control character in its name");
    }
    if (path.indexOf('\\') >= 0) {
      return Optional.of("has a backslash in its name");
    }
    if (path.indexOf(UNDECODED) >= 0) {
      return Optional.of("has a name that is not in UTF-8");
    }
    if (path.startsWith("/")) {
      return Optional.of("has an absolute name");
    }
    if (DRIVE.matcher(path).matches()) {
      return Optional.of("has a drive letter in its name");
    }
    if (ABOVE.matcher(path).matches()) {
      return Optional.of("has '..' in its name");
    }
    return isTooLong(path)
        ? Optional.of("has a longer name than Linux takes (4,095 bytes, and 255 in each folder)")
        : Optional.empty();
  }

  private static boolean isTooLong(String path) {
    int part = 0;
    int all = 0;
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      all++;
      part = b == '/' ? 0 : part + 1;
      if (all > PATH_BYTES || part > NAME_BYTES) {
        return true;
      }
    }
    return false;
  }

  /** A path as it can be shown: control characters would write anything into a log. */
  public static String shown(String path) {
    String safe = path.replaceAll("\\p{Cntrl}", "?");
    return safe.length() <= 200 ? safe : safe.substring(0, 200) + "…";
  }
}
