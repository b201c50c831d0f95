package io.github.lambdalayer.unpack;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.unpack.ArchiveMember.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip of any name, read by its directory, which alone tells what is in it. */
final class ZipArchive implements Archive {

  /** As long as a path can be. */
  private static final int LINK_BYTES = 4096;

  /** Without the name. */
  private static final int LOCAL_HEADER_BYTES = 30;

  private final ArchiveErrors errors;
  private final DirectoryBound channel;
  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;

  private ZipArchive(ArchiveErrors errors, DirectoryBound channel, ZipFile zip) {
    this.errors = errors;
    this.channel = channel;
    this.zip = zip;
    this.entries = Collections.list(zip.getEntries());
  }

  static ZipArchive open(Path file, ArchiveErrors errors) throws IOException {
    var channel = new DirectoryBound(Files.newByteChannel(file), errors);
    try {
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              .setIgnoreLocalFileHeader(true)
              .setUseUnicodeExtraFields(false)
              .get();
      channel.lift();
      return new ZipArchive(errors, channel, zip);
    } catch (IOException | IllegalArgumentException e) {
      channel.close();
      throw errors.damaged(e);
    }
  }

  @Override
  public List<ArchiveMember> members() throws IOException {
    refuseOverlaps();
    var members = new ArrayList<ArchiveMember>();
    for (ZipArchiveEntry entry : entries) {
      members.add(member(members.size(), entry));
    }
    return members;
  }

  /** Entries that share bytes make much of little, and no packer writes them. */
  private void refuseOverlaps() {
    List<ZipArchiveEntry> inPlace =
        entries.stream()
            .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
            .toList();
    long end = 0;
    for (ZipArchiveEntry entry : inPlace) {
      if (entry.getLocalHeaderOffset() < end) {
        throw errors.unsafe(entry.getName(), "has bytes that belong to another entry too");
      }
      end =
          entry.getLocalHeaderOffset()
              + LOCAL_HEADER_BYTES
              + entry.getRawName().length
              + Math.max(entry.getCompressedSize(), 0);
    }
  }

  private ArchiveMember member(int index, ZipArchiveEntry entry) {
    // The library guesses encodings, and makes slashes of some backslashes.
    String name = new String(entry.getRawName(), StandardCharsets.UTF_8);
    int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
    boolean executable = (entry.getUnixMode() & 0111) != 0;
    String objection = objection(entry, type);
    if (type == UnixStat.LINK_FLAG && objection.isEmpty()) {
      return new ArchiveMember(index, name, Kind.SYMBOLIC_LINK, 0, false, target(entry));
    }
    boolean isFolder = name.endsWith("/") || type == UnixStat.DIR_FLAG;
    Kind kind = isFolder ? Kind.FOLDER : objection.isEmpty() ? Kind.FILE : Kind.UNUSABLE;
    return new ArchiveMember(
        index, name, kind, kind == Kind.FILE ? entry.getSize() : 0, executable, objection);
  }

  private static String objection(ZipArchiveEntry entry, int type) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return "is encrypted";
    }
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      return Messages.format(
          "is compressed with method %d, and only stored and deflated entries are read",
          entry.getMethod());
    }
    boolean isKnown =
        type == 0
            || type == UnixStat.FILE_FLAG
            || type == UnixStat.DIR_FLAG
            || type == UnixStat.LINK_FLAG;
    return isKnown ? "" : "is neither file, folder nor link";
  }

  /** The target of a link is what its file would hold. */
  private String target(ZipArchiveEntry entry) {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(LINK_BYTES), StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      throw errors.damaged(e);
    }
  }

  @Override
  public void extract(Map<Integer, Path> files) throws IOException {
    for (var file : files.entrySet()) {
      ZipArchiveEntry entry = entries.get(file.getKey());
      try (InputStream in = open(entry)) {
        long crc = new MemberCopy(in::read, entry.getSize(), errors).to(file.getValue());
        if (crc != entry.getCrc()) {
          throw errors.damaged(
              new IOException("the checksum of '" + entry.getName() + "' is wrong"));
        }
      }
    }
  }

  private InputStream open(ZipArchiveEntry entry) {
    try {
      return zip.getInputStream(entry);
    } catch (IOException | IllegalArgumentException e) {
      throw errors.damaged(e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
    channel.close();
  }
}
