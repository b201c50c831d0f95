package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.layer.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.codehaus.plexus.archiver.ArchiverException;

/** Writes a layer's zip: the same content and time give the same bytes on every machine. */
final class LayerZipWriter {

  private LayerZipWriter() {}

  static LayerZip write(LayerContent content, EntryTime time, Path target) throws IOException {
    return write(content, new Digests(), time, target, size -> {});
  }

  /**
   * The same with a last look at it.
   *
   * @param digests what is known of the files already
   * @param check is told the length in bytes before the zip takes the place of what stands there; what it
   *     throws leaves that as it is
   * @throws IOException if a file is another one than its digest says
   */
  static LayerZip write(
      LayerContent content, Digests digests, EntryTime time, Path target, LongConsumer check)
      throws IOException {
    var archiver = new LayerArchiver(content, digests, time);
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
