package io.github.lambdalayer.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder for files that exist while a layer is packed: neither before nor afterwards. */
final class WorkFolder implements Closeable {

  private final Path folder;

  private WorkFolder(Path folder) {
    this.folder = folder;
  }

  /** Removes what a run that died has left there. */
  static WorkFolder fresh(Path folder) throws IOException {
    var fresh = new WorkFolder(folder);
    fresh.close();
    return fresh;
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new Removal());
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
