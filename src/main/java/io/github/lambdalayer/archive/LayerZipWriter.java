package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.codehaus.plexus.archiver.ArchiverException;

/** Writes a layer's zip: the same content and time give the same bytes on every machine. */
final class LayerZipWriter {

  private LayerZipWriter() {}

  static LayerZip write(LayerContent content, EntryTime time, Path target) throws IOException {
    return write(content, time, target, size -> {});
  }

  /**
   * The same with a last look at it.
   *
   * @param check is told the length in bytes before the zip takes the place of what stands there; what it
   *     throws leaves that as it is
   */
  static LayerZip write(LayerContent content, EntryTime time, Path target, LongConsumer check)
      throws IOException {
    AtomicFile.write(
        target,
        file -> {
          archive(content, time, file);
          check.accept(Files.size(file));
        });
    return new LayerZip(
        target,
        Sha256.of(target).base64(),
        Files.size(target),
        content.unzippedSize(),
        content.entries().size());
  }

  private static void archive(LayerContent content, EntryTime time, Path file) throws IOException {
    var archiver = new LayerArchiver(content, time);
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
