package io.github.lambdalayer.archive;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipEntry;
import org.codehaus.plexus.archiver.AbstractArchiver;
import org.jspecify.annotations.Nullable;

/**
 * The Plexus archiver of layers. Plexus' own ZipArchiver writes META-INF and folders before all files,
 * and every byte twice and through Java; this one writes entries in the order of their names, each once,
 * and has the operating system move the bytes of stored ones.
 */
final class LayerArchiver extends AbstractArchiver {

  private static final int FILE_MODE = 0100644;
  private static final int EXECUTABLE_MODE = 0100755;
  private static final int FOLDER_MODE = 0040755;

  /** What is moved at a time, so that the digest can follow. */
  private static final long STEP = 4 << 20;

  private final LayerContent content;
  private final Digests digests;
  private final boolean isDeflated;
  private final long most;
  private final ZipRecords records;
  private final List<ZipRecords.Entry> written = new ArrayList<>();
  private @Nullable Sha256 sha256;

  /**
   * An archiver for one zip.
   *
   * @param isDeflated whether files are deflated that become smaller by it
   * @param most a zip that would have more bytes is given up
   */
  LayerArchiver(
      LayerContent content, Digests digests, EntryTime time, boolean isDeflated, long most) {
    this.content = content;
    this.digests = digests;
    this.isDeflated = isDeflated;
    this.most = most;
    this.records = new ZipRecords(time.dosTime());
  }

  /** Thrown where the zip would become too large. */
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    TooLargeException() {
      super("the zip is given up");
    }
  }

  /** The length of the zip if nothing is deflated. */
  static long storedSize(LayerContent content) {
    long size = ZipRecords.endLength(content.entries().size() + content.folders().size());
    for (String folder : content.folders()) {
      size += ZipRecords.length(folder);
    }
    for (LayerEntry entry : content.entries()) {
      size += ZipRecords.length(entry.path()) + entry.size();
    }
    return size;
  }

  /** The digest of the zip that was written. */
  Sha256 sha256() {
    if (sha256 == null) {
      throw new IllegalStateException("nothing was written");
    }
    return sha256;
  }

  @Override
  protected void execute() throws IOException {
    ZipRecords.refuseTooLarge(storedSize(content));
    Path zip = getDestFile().toPath();
    try (FileChannel out = FileChannel.open(zip, CREATE_NEW, WRITE);
        var digest = new ZipDigest(zip);
        var deflation = new Deflation()) {
      Deque<String> folders = new ArrayDeque<>(content.folders());
      for (LayerEntry entry : content.entries()) {
        // A folder's name begins like those of its files and is shorter, so it is written first.
        while (!folders.isEmpty() && entry.path().startsWith(folders.peek())) {
          header(out, digest, folders.remove(), FOLDER_MODE, 0, 0);
        }
        if (!isDeflated || !deflate(out, digest, deflation, entry)) {
          store(out, digest, entry);
        }
      }
      writeDirectory(out, digest);
      refuseTooLarge(out);
      sha256 = digest.end();
    }
  }

  private void header(FileChannel out, ZipDigest digest, String path, int mode, long crc, long size)
      throws IOException {
    var entry = new ZipRecords.Entry(path, mode, ZipEntry.STORED, crc, size, size, out.position());
    written.add(entry);
    digest.wrote(write(out, records.local(entry)));
  }

  private static int mode(LayerEntry entry) {
    return entry.executable() ? EXECUTABLE_MODE : FILE_MODE;
  }

  /**
   * Writes an entry deflated.
   *
   * @return whether it was; not where it would not become smaller
   */
  private boolean deflate(FileChannel out, ZipDigest digest, Deflation deflation, LayerEntry entry)
      throws IOException {
    long start = out.position();
    int header = ZipRecords.localLength(entry.path());
    out.position(start + header);
    long compressed;
    try (InputStream in = entry.source().open()) {
      compressed = deflation.write(in, out, entry.size());
    }
    if (compressed >= entry.size()) {
      out.truncate(start).position(start);
      return false;
    }
    refuseChanged(entry, deflation.size());
    var record =
        new ZipRecords.Entry(
            entry.path(),
            mode(entry),
            ZipEntry.DEFLATED,
            deflation.crc(),
            compressed,
            entry.size(),
            start);
    if (deflation.crc() != digests.crc(entry)) {
      throw ZipDigest.changed(entry.path());
    }
    written.add(record);
    out.write(records.local(record), start);
    digest.wrote(header + compressed);
    refuseTooLarge(out);
    return true;
  }

  private void refuseTooLarge(FileChannel out) throws IOException {
    if (out.position() > most) {
      throw new TooLargeException();
    }
  }

  private void store(FileChannel out, ZipDigest digest, LayerEntry entry) throws IOException {
    if (out.position() + entry.size() > most) {
      throw new TooLargeException();
    }
    long crc = digests.crc(entry);
    header(out, digest, entry.path(), mode(entry), crc, entry.size());
    if (entry.source() instanceof LayerEntry.FileSource source) {
      move(source.path(), out, digest, entry, crc);
    } else {
      try (InputStream in = entry.source().open()) {
        long length = write(out, ByteBuffer.wrap(in.readAllBytes()));
        refuseChanged(entry, length);
        digest.wrote(length, entry.path(), crc);
      }
    }
  }

  private static void move(Path file, FileChannel out, ZipDigest digest, LayerEntry entry, long crc)
      throws IOException {
    try (FileChannel in = FileChannel.open(file, READ)) {
      refuseChanged(entry, in.size());
      for (long at = 0; at < entry.size(); ) {
        long moved = in.transferTo(at, Math.min(STEP, entry.size() - at), out);
        if (moved <= 0) {
          // Some file systems cannot do it.
          moved = copy(in, at, entry.size() - at, out);
        }
        if (moved <= 0) {
          refuseChanged(entry, at);
          throw new EOFException(entry.path());
        }
        at += moved;
        digest.wrote(moved, entry.path(), at == entry.size() ? crc : -1);
      }
    }
  }

  private static long copy(FileChannel in, long at, long most, FileChannel out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(1 << 16, most));
    return in.read(bytes, at) < 0 ? 0 : write(out, bytes.flip());
  }

  private static void refuseChanged(LayerEntry entry, long length) throws IOException {
    if (length != entry.size()) {
      throw new IOException(
          Messages.format(
              "%s was changed while the layer was built: it has %,d bytes, and had %,d",
              entry.path(), length, entry.size()));
    }
  }

  private void writeDirectory(FileChannel out, ZipDigest digest) throws IOException {
    long offset = out.position();
    int length = written.stream().mapToInt(ZipRecords::directoryLength).sum();
    ByteBuffer directory = ByteBuffer.allocate(length);
    written.forEach(entry -> records.directory(directory, entry));
    digest.wrote(write(out, directory.flip()));
    digest.wrote(write(out, ZipRecords.end(written.size(), offset, length)));
  }

  private static long write(FileChannel out, ByteBuffer bytes) throws IOException {
    long length = bytes.remaining();
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    return length;
  }

  @Override
  protected void close() {
    // What is opened is closed where it was opened.
  }

  @Override
  protected String getArchiveType() {
    return "zip";
  }
}
