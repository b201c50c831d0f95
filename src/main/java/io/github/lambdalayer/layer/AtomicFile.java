package io.github.lambdalayer.layer;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there, so that nobody ever sees half of it. */
public final class AtomicFile {

  /** Writes the content of a file that does not exist yet. */
  @FunctionalInterface
  public interface Writer {

    /** Writes all of the file. */
    void write(Path file) throws IOException;
  }

  private AtomicFile() {}

  /** Writes a text in UTF-8. */
  public static void write(Path target, String text) throws IOException {
    write(target, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
  }

  /** Writes a file; when that fails, what stood at its place before stays. */
  public static void write(Path target, Writer writer) throws IOException {
    Path beside = target.toAbsolutePath().resolveSibling("." + target.getFileName() + ".part");
    try {
      createFolder(target);
      // Ctrl-C ends the JVM in the middle of the writer.
      beside.toFile().deleteOnExit();
      try {
        writer.write(beside);
        move(beside, target);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (ClosedByInterruptException e) {
      throw new IOException(
          Messages.format("The build was interrupted while %s was written.", target), e);
    } catch (IOException e) {
      throw new IOException(
          Messages.format(
              "%s cannot be written (%s). Nothing half-written was left. Check that its folder is"
                  + " writable, that the disk has room, and that nothing else changes the files.",
              target, e),
          e);
    }
  }

  private static void createFolder(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
