package io.github.lambdalayer.archive;

import static java.util.stream.Collectors.toMap;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.CompressException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads a layer's zip by its directory, which stands at its end, and the document about its content:
 * of a zip that is far away, nothing else is fetched.
 */
public final class LayerZipReader implements Closeable {

  /** All documents of a zip together; one of a layer with thousand JARs has some 400 kB. */
  private static final long DOCUMENT_BYTES = 16L << 20;

  private final String origin;
  private final SeekableByteChannel channel;
  private final ZipFile zip;

  private LayerZipReader(String origin, SeekableByteChannel channel, ZipFile zip) {
    this.origin = origin;
    this.channel = channel;
    this.zip = zip;
  }

  /**
   * Reads what a zip on disk holds.
   *
   * @throws InvalidInputException if it does not exist or is no zip
   */
  public static LayerContents read(Path file) throws IOException {
    try (LayerZipReader reader = open(file)) {
      return reader.contents();
    }
  }

  /**
   * Reads what a zip holds, and closes the channel.
   *
   * @param channel the bytes of the zip
   * @param origin which zip it is, for people
   * @throws InvalidInputException if it is no zip
   * @throws IOException if the channel cannot be read: what it throws, if that is a type of its own
   */
  public static LayerContents read(SeekableByteChannel channel, String origin) throws IOException {
    try (LayerZipReader reader = open(channel, origin)) {
      return reader.contents();
    }
  }

  static LayerZipReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Messages.format(
              "<file> is %s, which %s. Name the zip of a layer: -DlambdaLayer.file=<path>.",
              file, Files.exists(file) ? "is no file" : "does not exist"));
    }
    return open(Files.newByteChannel(file), file.toString());
  }

  private static LayerZipReader open(SeekableByteChannel channel, String origin)
      throws IOException {
    try {
      ZipFile zip =
          ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
      return new LayerZipReader(origin, channel, zip);
    } catch (IOException | IllegalArgumentException e) {
      channel.close();
      throw explained(origin, e);
    }
  }

  /** Its files, sorted by path. */
  List<ZipArchiveEntry> files() {
    return entries().stream().filter(entry -> !entry.isDirectory()).toList();
  }

  /** Its files and folders, sorted by path. */
  List<ZipArchiveEntry> entries() {
    return Collections.list(zip.getEntries()).stream()
        .sorted(Comparator.comparing(ZipArchiveEntry::getName))
        .toList();
  }

  /** The unzipped bytes of a file, never more than its directory entry says. */
  InputStream open(ZipArchiveEntry entry) throws IOException {
    if (!zip.canReadEntryData(entry)) {
      throw new InvalidInputException(
          Messages.format(
              "%s in %s is encrypted, or zipped in a way that Lambda does not know. Build the zip"
                  + " with stored or deflated entries.",
              entry.getName(), origin));
    }
    try {
      return new EntryStream(zip.getInputStream(entry), entry, origin);
    } catch (IOException | IllegalArgumentException e) {
      throw explained(origin, e);
    }
  }

  /**
   * The bytes of a stored file where they stand in the zip, to be read at any place.
   *
   * @return nothing where they are deflated
   */
  Optional<SeekableByteChannel> stored(ZipArchiveEntry entry) throws IOException {
    if (entry.getMethod() != ZipEntry.STORED || !zip.canReadEntryData(entry)) {
      return Optional.empty();
    }
    // Only this lets the library find out where they begin.
    zip.getRawInputStream(entry).close();
    return Optional.of(new ChannelRegion(channel, entry.getDataOffset(), entry.getSize()));
  }

  LayerContents contents() throws IOException {
    List<LayerContents.Entry> entries =
        files().stream()
            .map(e -> new LayerContents.Entry(e.getName(), e.getSize(), e.getCrc()))
            .toList();
    return new LayerContents(origin, channel.size(), entries, documents());
  }

  private Map<String, String> documents() throws IOException {
    var texts = new TreeMap<String, String>();
    long bytes = 0;
    for (var document : documentEntries().entrySet()) {
      bytes += document.getValue().getSize();
      if (bytes > DOCUMENT_BYTES) {
        throw new InvalidInputException(
            Messages.format(
                "The documents in %s of %s have more than %,d bytes, which no layer of this plugin"
                    + " has. Remove them from the zip.",
                ContentDocument.FOLDER, origin, DOCUMENT_BYTES));
      }
      try (InputStream in = open(document.getValue())) {
        texts.put(document.getKey(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw explained(origin, e);
      }
    }
    return texts;
  }

  private Map<String, ZipArchiveEntry> documentEntries() {
    int prefix = ContentDocument.FOLDER.length();
    return files().stream()
        .filter(entry -> entry.getName().matches("META-INF/lambda-layer/[^/]+\\.json"))
        .collect(
            toMap(
                e -> e.getName().substring(prefix, e.getName().length() - ".json".length()),
                e -> e,
                (first, second) -> second,
                TreeMap::new));
  }

  /** What is wrong with the zip, which the user can mend, apart from what is wrong with reading it. */
  private static IOException explained(String origin, Exception thrown) {
    // Opening wraps all that goes wrong into an IOException.
    Exception failure =
        thrown instanceof IOException && thrown.getCause() instanceof Exception cause
            ? cause
            : thrown;
    // The library has no type of its own for every damage.
    if (failure.getClass() == IOException.class
        || failure instanceof ZipException
        || failure instanceof CompressException
        || failure instanceof EOFException
        || failure instanceof IllegalArgumentException) {
      throw new InvalidInputException(
          Messages.format(
              "%s is no zip, or a damaged one (%s). Build it again, or name another file.",
              origin, failure.getMessage()),
          failure);
    }
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  @Override
  public void close() throws IOException {
    zip.close();
    channel.close();
  }
}
