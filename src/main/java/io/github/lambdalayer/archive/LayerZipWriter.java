package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.layer.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.codehaus.plexus.archiver.ArchiverException;

/** Writes a layer's zip: the same content and time give the same bytes on every machine. */
final class LayerZipWriter {

  private final LayerContent content;
  private final Digests digests;
  private final EntryTime time;
  private final LongConsumer check;

  /**
   * A writer for one content.
   *
   * @param digests what is known of the files already
   * @param check is told the length in bytes before the zip takes the place of what stands there; what it
   *     throws leaves that as it is
   */
  LayerZipWriter(LayerContent content, Digests digests, EntryTime time, LongConsumer check) {
    this.content = content;
    this.digests = digests;
    this.time = time;
    this.check = check;
  }

  static LayerZip write(LayerContent content, EntryTime time, Path target) throws IOException {
    return new LayerZipWriter(content, new Digests(), time, size -> {}).store(target);
  }

  /**
   * Writes the zip with all files as they are.
   *
   * @throws IOException if a file is another one than its digest says
   */
  LayerZip store(Path target) throws IOException {
    return write(target, new LayerArchiver(content, digests, time, false, Long.MAX_VALUE));
  }

  /** Writes the zip with files deflated that become smaller by it. */
  LayerZip deflate(Path target) throws IOException {
    return write(target, new LayerArchiver(content, digests, time, true, Long.MAX_VALUE));
  }

  /**
   * Writes the zip with files deflated, if it has no more bytes then.
   *
   * @return the zip; nothing where it would have more, and then nothing was written
   */
  Optional<LayerZip> deflate(Path target, long most) throws IOException {
    try {
      return Optional.of(write(target, new LayerArchiver(content, digests, time, true, most)));
    } catch (IOException e) {
      if (e.getCause() instanceof LayerArchiver.TooLargeException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private LayerZip write(Path target, LayerArchiver archiver) throws IOException {
    AtomicFile.write(
        target,
        file -> {
          archive(archiver, file);
          check.accept(Files.size(file));
        });
    return new LayerZip(
        target,
        archiver.sha256().base64(),
        Files.size(target),
        content.unzippedSize(),
        content.entries().size());
  }

  private static void archive(LayerArchiver archiver, Path file) throws IOException {
    // What a run left that was killed is in the way.
    Files.deleteIfExists(file);
    archiver.setDestFile(file.toFile());
    try {
      archiver.createArchive();
    } catch (ArchiverException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(e.getMessage(), e);
    }
  }
}
