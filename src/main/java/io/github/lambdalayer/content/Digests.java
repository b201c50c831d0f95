package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** The digests and checksums of one build's files, each of which is read once. */
public final class Digests {

  private static final FileScan.Sink NOBODY = (buffer, offset, length, fresh) -> offset + length;

  private final Map<Path, FileFacts> known = new ConcurrentHashMap<>();

  /** The digest that a file had when it was first read. */
  public Sha256 of(Path file) throws IOException {
    return facts(file).sha256();
  }

  /** The CRC-32 of an entry's bytes; of a file, those that it had when it was first read. */
  public long crc(LayerEntry entry) throws IOException {
    if (entry.source() instanceof LayerEntry.FileSource source) {
      return facts(source.path()).crc();
    }
    var crc = new CRC32();
    byte[] buffer = new byte[1 << 16];
    try (var in = entry.source().open()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        crc.update(buffer, 0, read);
      }
    }
    return crc.getValue();
  }

  private FileFacts facts(Path file) throws IOException {
    FileFacts facts = known.get(file);
    return facts == null ? read(file, NOBODY) : facts;
  }

  private FileFacts read(Path file, FileScan.Sink other) throws IOException {
    var sink = new FileFacts.Sink();
    FileScan.read(file, sink, other);
    FileFacts facts = sink.facts();
    // Two threads can have read it at once: what was told of it first holds.
    FileFacts earlier = known.putIfAbsent(file, facts);
    return earlier == null ? facts : earlier;
  }

  /** Shows a file's bytes to somebody, and by the way learns what is not known of it yet. */
  void readWith(Path file, FileScan.Sink other) throws IOException {
    if (known.containsKey(file)) {
      FileScan.read(file, other);
    } else {
      read(file, other);
    }
  }
}
