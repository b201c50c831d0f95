package io.github.lambdalayer.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that are made where they are needed. */
public final class Folders {

  private Folders() {}

  /**
   * Makes a folder, and those that it is in.
   *
   * @return the folder
   * @throws IOException if it cannot be made; Java's own message is nothing but a path
   */
  public static Path create(Path folder) throws IOException {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          Messages.format(
              "%s cannot be made (%s). Check that the folder that it belongs in is writable, that no"
                  + " file has its name, and that the disk has room.",
              folder, e),
          e);
    }
  }

  /**
   * Makes the folder that a file will be in.
   *
   * @throws IOException if it cannot be made
   */
  public static void createFor(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      create(folder);
    }
  }
}
