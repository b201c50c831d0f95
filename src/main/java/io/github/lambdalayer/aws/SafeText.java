package io.github.lambdalayer.aws;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service said, without what must not stand in a log: to a signature that does not match it
 * answers with the request that it had expected to be signed, session token and all.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html">
 *     Troubleshooting Signature Version 4</a>
 */
final class SafeText {

  private static final String REQUEST = "the canonical string";

  /** As a header's line, and as a part of a query. */
  private static final Pattern TOKEN =
      Pattern.compile("x-amz-security-token\\s*[:=]\\s*[^\\s'\"<&]*", Pattern.CASE_INSENSITIVE);

  private SafeText() {}

  /** The text; empty for null. */
  static String of(@Nullable String said) {
    if (said == null) {
      return "";
    }
    int request = said.toLowerCase(Locale.ROOT).indexOf(REQUEST);
    String kept = request < 0 ? said : said.substring(0, request);
    return TOKEN.matcher(kept).replaceAll("x-amz-security-token (not shown)");
  }

  /** What a failure came from, which a debugging build prints with all its causes; null if that is not safe. */
  static @Nullable Throwable cause(@Nullable Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      String message = t.getMessage();
      if (message != null && !of(message).equals(message)) {
        return null;
      }
    }
    return cause;
  }
}
