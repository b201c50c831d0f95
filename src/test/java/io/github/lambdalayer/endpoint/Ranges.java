package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file as an answer, whole or in part. */
final class Ranges {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private Ranges() {}

  /** As in S3, a range that cannot be read counts as none. */
  static Answer answer(Path file, @Nullable String range) throws IOException {
    long size = Files.size(file);
    Matcher matcher = RANGE.matcher(range == null ? "" : range);
    if (!matcher.matches() || matcher.group().equals("bytes=-")) {
      return new Answer(
          200, Map.of("Accept-Ranges", "bytes"), size, () -> Files.newInputStream(file));
    }
    boolean tail = matcher.group(1).isEmpty();
    long begin = tail ? Math.max(0, size - Long.parseLong(matcher.group(2))) : number(matcher, 1);
    long last =
        tail || matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, number(matcher, 2));
    if (begin >= size || last < begin) {
      throw ServiceError.user(416, "InvalidRange", "The requested range is not satisfiable");
    }
    String shown = "bytes " + begin + "-" + last + "/" + size;
    return new Answer(
        206,
        Map.of("Accept-Ranges", "bytes", "Content-Range", shown),
        last - begin + 1,
        () -> from(file, begin));
  }

  private static long number(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }

  private static InputStream from(Path file, long begin) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(begin);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
