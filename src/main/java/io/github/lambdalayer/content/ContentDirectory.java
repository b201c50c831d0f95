package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerPaths;
import io.github.lambdalayer.layer.Messages;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.codehaus.plexus.util.AbstractScanner;
import org.codehaus.plexus.util.MatchPatterns;

/**
 * The folder whose tree goes to the root of the zip as it stands. Symbolic links are followed, for
 * a checkout on Windows has none. What version control and operating systems leave behind ({@code
 * .git}, {@code .DS_Store}, {@code *~} and the like: Maven's default excludes) stays out.
 */
final class ContentDirectory {

  private static final MatchPatterns DROPPINGS =
      MatchPatterns.from(normalized(AbstractScanner.DEFAULTEXCLUDES));

  private final Path root;

  ContentDirectory(Path root) {
    this.root = root;
  }

  /** What the folder holds. */
  record Scan(List<LayerEntry> entries, List<String> leftOut) {}

  Scan scan(Predicate<String> executable) throws IOException {
    var entries = new ArrayList<LayerEntry>();
    var leftOut = new ArrayList<String>();
    list(
        (path, file) ->
            entries.add(LayerEntry.ofFile(path, file, executable.test(path), "file " + file)),
        leftOut::add);
    return new Scan(entries, leftOut);
  }

  /** Takes a file. */
  @FunctionalInterface
  interface Visitor {
    void visit(String path, Path file) throws IOException;
  }

  /** The files that are taken, and those that are left out, by their place in the layer. */
  void list(Visitor taken, Consumer<String> leftOut) throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new InvalidInputException(
          Messages.format("<contentDirectory> is %s, which is no folder. Name a folder.", root));
    }
    if (!Files.exists(root)) {
      return;
    }
    for (Path file : files()) {
      String path = pathOf(file);
      if (DROPPINGS.matches(path.replace('/', File.separatorChar), true)) {
        leftOut.accept(path);
      } else {
        refuseIrregular(file);
        taken.visit(path, file);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return tree.filter(file -> !Files.isDirectory(file)).sorted().toList();
    } catch (UncheckedIOException e) {
      throw explained(e);
    }
  }

  private static void refuseIrregular(Path file) {
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          Messages.format("%s is a link to nothing. Mend the link, or remove it.", file));
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Messages.format(
              "%s is no regular file, and a layer holds nothing else. Remove it.", file));
    }
  }

  private static IOException explained(UncheckedIOException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof FileSystemLoopException) {
      throw new InvalidInputException(
          Messages.format("%s is a link that leads in a circle. Remove it.", cause.getMessage()),
          failure);
    }
    return new IOException(failure.getMessage(), failure);
  }

  /** By way of its URI, which holds the bytes of the name: Path#toString depends on the locale. */
  private String pathOf(Path file) {
    String path = root.toUri().relativize(file.toUri()).getPath();
    if (LayerPaths.objection(path).isPresent()) {
      throw new InvalidInputException(
          Messages.format(
              "%s has a backslash or a control character in its name, a drive letter at its"
                  + " beginning, or a name that is not in UTF-8, which unzips differently from"
                  + " system to system. Rename it.",
              file));
    }
    return path;
  }

  private static String[] normalized(String[] patterns) {
    return Arrays.stream(patterns)
        .map(pattern -> pattern.replace('/', File.separatorChar))
        .toArray(String[]::new);
  }
}
