package io.github.lambdalayer.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder of files that exist for one build alone. Who needs it makes it; it is gone afterwards, after
 * Ctrl-C too. What a build that was killed has left is removed by the next one.
 */
public final class WorkFolder implements Closeable {

  private final Path folder;
  private final Thread atExit;

  private WorkFolder(Path folder) {
    this.folder = folder;
    this.atExit = new Thread(this::removeQuietly, "lambda-layer-work-folder");
  }

  /**
   * The folder, which does not exist: who uses it makes it.
   *
   * @throws IOException if what an earlier build has left cannot be removed
   */
  public static WorkFolder begin(Path folder) throws IOException {
    remove(folder);
    var work = new WorkFolder(folder);
    Runtime.getRuntime().addShutdownHook(work.atExit);
    return work;
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is ending, and the hook runs already: the folder must be gone all the same.
      remove(folder);
      return;
    }
    remove(folder);
  }

  private void removeQuietly() {
    try {
      remove(folder);
    } catch (IOException e) {
      // Nobody is left to be told; the next build removes it first.
    }
  }

  /** Links are removed and not followed: what they lead to is not this build's. */
  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
