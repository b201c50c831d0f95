package io.github.lambdalayer.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of the content directory in which expressions are replaced by their values.
 *
 * @param patterns Ant-style patterns of the files, relative to the content directory
 * @param filter what replaces
 */
public record Filtering(List<String> patterns, Filter filter) {

  /** No file is filtered. */
  public static final Filtering NONE =
      new Filtering(
          List.of(),
          (from, to) -> {
            throw new IllegalStateException("nothing is to be filtered");
          });

  public Filtering {
    patterns = List.copyOf(patterns);
  }

  /** Writes a file with values in the place of expressions. */
  @FunctionalInterface
  public interface Filter {

    /** Reads one file and writes the other. */
    void filter(Path from, Path to) throws IOException;
  }
}
