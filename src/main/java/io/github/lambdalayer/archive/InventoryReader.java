package io.github.lambdalayer.archive;

import io.github.lambdalayer.archive.LayerInventory.Folder;
import io.github.lambdalayer.archive.LayerInventory.Jar;
import io.github.lambdalayer.archive.LayerInventory.Native;
import io.github.lambdalayer.archive.LayerInventory.StoredFile;
import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.NativeCode;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads the inventory of a zip. A stored JAR is read where it stands, and is never unpacked. */
final class InventoryReader {

  private static final int PERMISSIONS = 0777;

  private final LayerName layer;
  private final List<StoredFile> files = new ArrayList<>();
  private final List<Jar> jars = new ArrayList<>();
  private final List<Native> natives = new ArrayList<>();
  private final ClassOverlaps overlaps = new ClassOverlaps();

  InventoryReader(LayerName layer) {
    this.layer = layer;
  }

  LayerInventory read(Path file) throws IOException {
    try (LayerZipReader zip = LayerZipReader.open(file)) {
      for (ZipArchiveEntry entry : zip.files()) {
        int mode = entry.getUnixMode() & PERMISSIONS;
        files.add(
            new StoredFile(entry.getName(), entry.getSize(), entry.getCompressedSize(), mode));
        if (entry.getName().endsWith(".jar")) {
          readJar(zip, entry);
        } else if (JarContents.canBeNative(entry)) {
          try (InputStream in = zip.open(entry)) {
            addNative("", entry, in);
          }
        }
      }
      natives.sort(Comparator.comparing(Native::jar).thenComparing(Native::name));
      List<ContentDocument.Item> artifacts =
          zip
              .contents()
              .readableDocument(layer)
              .map(ContentDocument::artifacts)
              .orElse(List.of())
              .stream()
              .sorted(Comparator.comparing(ContentDocument.Item::path))
              .toList();
      return new LayerInventory(files, jars, natives, overlaps.list(), artifacts);
    }
  }

  private void readJar(LayerZipReader zip, ZipArchiveEntry entry) throws IOException {
    Optional<SeekableByteChannel> stored = zip.stored(entry);
    if (stored.isPresent()) {
      readJar(entry.getName(), stored.get());
      return;
    }
    // The directory of a JAR stands at its end: a deflated one is unpacked, and gone before the
    // next.
    Path unpacked = Files.createTempFile("lambda-layer-", ".jar");
    try {
      try (InputStream in = zip.open(entry)) {
        Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      }
      try (SeekableByteChannel channel = Files.newByteChannel(unpacked)) {
        readJar(entry.getName(), channel);
      }
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private void readJar(String path, SeekableByteChannel channel) {
    boolean isLoaded = LayerEntry.isJar(path) && ClassOverlaps.isFound(path);
    int known = natives.size();
    try (ZipFile jar =
        ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get()) {
      List<ZipArchiveEntry> members =
          Collections.list(jar.getEntries()).stream().filter(e -> !e.isDirectory()).toList();
      for (ZipArchiveEntry member : members) {
        if (JarContents.canBeNative(member) && jar.canReadEntryData(member)) {
          try (InputStream in = jar.getInputStream(member)) {
            addNative(path, member, in);
          }
        }
      }
      if (isLoaded) {
        overlaps.add(path, members);
      }
      jars.add(new Jar(path, isLoaded, folders(members), null));
    } catch (IOException | IllegalArgumentException e) {
      natives.subList(known, natives.size()).clear();
      jars.add(new Jar(path, isLoaded, List.of(), reason(e)));
    }
  }

  /** The library wraps what is wrong, and says which temporary file it was: that is no news. */
  private static String reason(Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage());
  }

  private void addNative(String jar, ZipArchiveEntry entry, InputStream in) throws IOException {
    NativeCode.of(in.readNBytes(NativeCode.HEAD))
        .ifPresent(code -> natives.add(new Native(jar, entry.getName(), entry.getSize(), code)));
  }

  private static List<Folder> folders(List<ZipArchiveEntry> members) {
    var folders = new TreeMap<String, Folder>();
    for (ZipArchiveEntry member : members) {
      String name = member.getName();
      var one =
          new Folder(
              name.substring(0, Math.max(0, name.lastIndexOf('/'))),
              member.getCompressedSize(),
              member.getSize(),
              1,
              name.endsWith(".class") ? 1 : 0);
      folders.merge(one.name(), one, InventoryReader::sum);
    }
    return List.copyOf(folders.values());
  }

  private static Folder sum(Folder one, Folder other) {
    return new Folder(
        one.name(),
        one.zipped() + other.zipped(),
        one.size() + other.size(),
        one.files() + other.files(),
        one.classes() + other.classes());
  }
}
