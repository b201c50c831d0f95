package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.codehaus.plexus.archiver.AbstractArchiver;
import org.jspecify.annotations.Nullable;

/**
 * The Plexus archiver of layers. Plexus' own ZipArchiver writes META-INF and folders before all
 * files and every byte twice; this one writes entries in the order of their names, each once and
 * stored: JARs are deflated already, and deflated bytes differ between JDKs.
 */
final class LayerArchiver extends AbstractArchiver {

  private static final int FILE_MODE = UnixStat.FILE_FLAG | 0644;
  private static final int EXECUTABLE_MODE = UnixStat.FILE_FLAG | 0755;
  private static final int FOLDER_MODE = UnixStat.DIR_FLAG | 0755;
  private static final int BUFFER = 1 << 16;

  private final LayerContent content;
  private final long time;
  private @Nullable OutputStream file;

  LayerArchiver(LayerContent content, EntryTime time) {
    this.content = content;
    this.time = time.wallClockMillis();
  }

  @Override
  protected void execute() throws IOException {
    var buffered = new BufferedOutputStream(Files.newOutputStream(getDestFile().toPath()), BUFFER);
    file = buffered;
    var out = new ZipArchiveOutputStream(buffered);
    Deque<String> folders = new ArrayDeque<>(content.folders());
    for (LayerEntry entry : content.entries()) {
      // A folder's name begins like those of its files and is shorter, so it is written first.
      while (!folders.isEmpty() && entry.path().startsWith(folders.peek())) {
        writeFolder(out, folders.remove());
      }
      writeFile(out, entry);
    }
    out.finish();
  }

  private void writeFolder(ZipArchiveOutputStream out, String path) throws IOException {
    put(out, new Header(path, time), FOLDER_MODE, 0, 0);
    out.closeArchiveEntry();
  }

  private void writeFile(ZipArchiveOutputStream out, LayerEntry entry) throws IOException {
    int mode = entry.executable() ? EXECUTABLE_MODE : FILE_MODE;
    put(out, new Header(entry.path(), time), mode, entry.size(), crc(entry));
    try (InputStream in = entry.source().open()) {
      in.transferTo(out);
    }
    out.closeArchiveEntry();
  }

  private void put(
      ZipArchiveOutputStream out, ZipArchiveEntry header, int mode, long size, long crc)
      throws IOException {
    header.setMethod(ZipArchiveEntry.STORED);
    header.setUnixMode(mode);
    header.setSize(size);
    header.setCrc(crc);
    out.putArchiveEntry(header);
  }

  /** Has its time in the header alone: setTime adds an extra field with UTC from 2097 on. */
  private static final class Header extends ZipArchiveEntry {

    private final long time;

    Header(String path, long time) {
      super(path);
      this.time = time;
    }

    @Override
    public long getTime() {
      return time;
    }
  }

  /** A stored entry's header comes before its bytes and holds their checksum. */
  private static long crc(LayerEntry entry) throws IOException {
    var crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = entry.source().open()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        crc.update(buffer, 0, read);
      }
    }
    return crc.getValue();
  }

  /** Closes the file alone: closing an unfinished zip would hide why it is unfinished. */
  @Override
  protected void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }

  @Override
  protected String getArchiveType() {
    return "zip";
  }
}
