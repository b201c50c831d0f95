package io.github.lambdalayer.unpack;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.unpack.ArchiveMember.Kind;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tar, as it stands or compressed. It is read from its beginning each time. */
final class TarArchive implements Archive {

  private static final int BUFFER = 1 << 16;

  /** What a compressed tar is read through. */
  @FunctionalInterface
  interface Decompression {
    InputStream of(InputStream in) throws IOException;
  }

  private final Path file;
  private final Decompression decompression;
  private final ArchiveErrors errors;

  TarArchive(Path file, Decompression decompression, ArchiveErrors errors) {
    this.file = file;
    this.decompression = decompression;
    this.errors = errors;
  }

  @Override
  public List<ArchiveMember> members() throws IOException {
    var members = new ArrayList<ArchiveMember>();
    long characters = 0;
    try (InputStream in = open()) {
      var reader = new TarReader(in);
      for (var header = next(reader); header != null; header = next(reader)) {
        characters += header.name().length() + header.link().length();
        if (members.size() > UnpackBudget.ENTRIES || characters > UnpackBudget.NAME_CHARACTERS) {
          // There is no memory for the rest; the tree says why so many are refused.
          break;
        }
        members.add(member(members.size(), header));
      }
    }
    if (characters > UnpackBudget.NAME_CHARACTERS) {
      throw errors.impossible(
          Messages.format(
              "the names in it have more than %,d characters. Use a smaller archive.",
              UnpackBudget.NAME_CHARACTERS));
    }
    return members;
  }

  private static ArchiveMember member(int index, TarReader.Header header) {
    boolean executable = (header.mode() & 0111) != 0;
    Kind kind = kind(header);
    String detail =
        switch (kind) {
          case SYMBOLIC_LINK, HARD_LINK -> header.link();
          case UNUSABLE ->
              Messages.format(
                  "is neither file, folder nor link (type '%s' of a tar)",
                  header.type() < ' ' || header.type() > '~' ? '?' : header.type());
          case FILE, FOLDER -> "";
        };
    return new ArchiveMember(index, header.name(), kind, header.size(), executable, detail);
  }

  private static Kind kind(TarReader.Header header) {
    return switch (header.type()) {
      // Before POSIX a folder was a file with a slash at its end.
      case '0', '\0', '7' -> header.name().endsWith("/") ? Kind.FOLDER : Kind.FILE;
      case '1' -> Kind.HARD_LINK;
      case '2' -> Kind.SYMBOLIC_LINK;
      case '5' -> Kind.FOLDER;
      default -> Kind.UNUSABLE;
    };
  }

  @Override
  public void extract(Map<Integer, Path> files) throws IOException {
    int left = files.size();
    try (InputStream in = open()) {
      var reader = new TarReader(in);
      for (int index = 0; left > 0; index++) {
        var header = next(reader);
        if (header == null) {
          throw errors.damaged(new IOException("it changed while it was read"));
        }
        Path target = files.get(index);
        if (target != null) {
          new MemberCopy(reader::read, header.size(), errors).to(target);
          left--;
        }
      }
    }
  }

  /** Each reading closes what it has opened. */
  @Override
  public void close() {}

  private TarReader.@Nullable Header next(TarReader reader) {
    try {
      return reader.next();
    } catch (IOException e) {
      throw errors.damaged(e);
    }
  }

  private InputStream open() throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      return new Bounded(decompression.of(raw));
    } catch (IOException e) {
      raw.close();
      throw errors.damaged(e);
    }
  }

  /** Ends a tar that unpacks to far more than any layer can hold, however little of it is wanted. */
  private final class Bounded extends FilterInputStream {

    private long left = UnpackBudget.READ_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(read);
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(skipped);
      return skipped;
    }

    private void count(long bytes) {
      left -= Math.max(bytes, 0);
      if (left < 0) {
        throw errors.impossible(
            Messages.format(
                "it has more than %,d bytes when it is unpacked. Use a smaller archive.",
                UnpackBudget.READ_BYTES));
      }
    }
  }
}
