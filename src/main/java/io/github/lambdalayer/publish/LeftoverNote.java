package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is left in buckets, noted in a file. */
record LeftoverNote(Path file) implements Leftovers {

  @Override
  public Optional<String> key() {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).trim()).filter(key -> !key.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void note(String key) {
    try {
      AtomicFile.write(file, key + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next run looks for what is not there.
      file.toFile().deleteOnExit();
    }
  }
}
