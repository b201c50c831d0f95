package io.github.lambdalayer.content;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.codehaus.plexus.util.SelectorUtils;
import org.jspecify.annotations.Nullable;

/**
 * Files of the content directory in which expressions are replaced by their values.
 *
 * @param patterns Ant-style patterns of the files, relative to the content directory
 * @param charset the encoding of the files
 * @param values what expressions stand for
 */
public record Filtering(List<String> patterns, Charset charset, Values values) {

  /** No file is filtered. */
  public static final Filtering NONE =
      new Filtering(List.of(), StandardCharsets.UTF_8, expression -> null);

  public Filtering {
    patterns = List.copyOf(patterns);
  }

  /** What expressions stand for. */
  @FunctionalInterface
  public interface Values {

    /** The value of an expression, such as {@code project.version}; null if it has none. */
    @Nullable String of(String expression);
  }

  /** The patterns that match a path. */
  List<String> matching(String path) {
    return patterns.stream()
        .filter(pattern -> SelectorUtils.matchPath(pattern, path, "/", true))
        .toList();
  }
}
