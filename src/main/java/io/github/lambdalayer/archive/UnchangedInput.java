package io.github.lambdalayer.archive;

import static java.util.stream.Collectors.toSet;

import io.github.lambdalayer.archive.PackageState.KnownFile;
import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a layer is still what an earlier build made of the same input. Files whose length, time and
 * key are the same are not read again: an edit that forges all of them is not seen.
 */
final class UnchangedInput {

  /**
   * The coarsest clock of a file system in use. A file that was modified so short a time before it was
   * looked at can have been modified once more without another time.
   */
  private static final Duration RESOLUTION = Duration.ofSeconds(2);

  private final PackageRequest request;
  private final InputSnapshot input;
  private final Digests digests;
  private final Path file;

  UnchangedInput(PackageRequest request, InputSnapshot input, Digests digests) {
    this.request = request;
    this.input = input;
    this.digests = digests;
    this.file = PackageState.file(request.descriptor());
  }

  /**
   * What the earlier build made, if it would be made again.
   *
   * @throws IOException if the state had to be brought up to date and cannot be written
   */
  Optional<LayerPackager.Packaged> packaged() throws IOException {
    Optional<PackageState> then = PackageState.read(file);
    Optional<PackageState> now = then.flatMap(this::confirmed);
    if (then.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    LayerDescriptor descriptor;
    try {
      descriptor = DescriptorFile.readOf(request.zip(), request.descriptor());
    } catch (IOException | InvalidInputException e) {
      return Optional.empty();
    }
    if (!now.equals(then)) {
      now.get().write(file);
    }
    return Optional.of(
        new LayerPackager.Packaged(
            descriptor, now.get().findings(), now.get().notes(), now.get().leftOut(), true));
  }

  /** The state with what the file system says today, if all of it is still true. */
  private Optional<PackageState> confirmed(PackageState then) {
    try {
      if (!then.fingerprint().equals(input.fingerprint())
          || !Sha256.of(request.descriptor()).base64().equals(then.descriptorSha256())) {
        return Optional.empty();
      }
      List<KnownFile> files = confirmedFiles(then);
      Optional<KnownFile> zip = confirmedZip(then);
      if (files.size() != input.files().size() || zip.isEmpty()) {
        return Optional.empty();
      }
      boolean isAsItWas = files.equals(then.files()) && zip.get().equals(then.zip());
      return Optional.of(
          isAsItWas && !anyRecent(then) ? then : state(input.taken(), files, zip.get(), then));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private PackageState state(
      Instant taken, List<KnownFile> files, KnownFile zip, PackageState then) {
    return new PackageState(
        then.schemaVersion(),
        taken.toString(),
        then.fingerprint(),
        files,
        zip,
        then.descriptorSha256(),
        then.findings(),
        then.notes(),
        then.leftOut());
  }

  /** Fewer than there are where one of them is new, gone or another. */
  private List<KnownFile> confirmedFiles(PackageState then) throws IOException {
    var confirmed = new ArrayList<KnownFile>();
    if (then.files().size() != input.files().size()) {
      return confirmed;
    }
    Iterator<KnownFile> known = then.files().iterator();
    for (Map.Entry<Path, FileStat> present : input.files().entrySet()) {
      KnownFile old = known.next();
      if (!old.uri().equals(uri(present.getKey())) || !isSame(present, old, then.takenAt())) {
        return confirmed;
      }
      confirmed.add(new KnownFile(old.uri(), present.getValue(), old.sha256()));
    }
    return confirmed;
  }

  private boolean isSame(Map.Entry<Path, FileStat> present, KnownFile old, Instant taken)
      throws IOException {
    FileStat stat = present.getValue();
    if (stat.equals(old.stat()) && !isRecent(stat, taken)) {
      return true;
    }
    return stat.size() == old.stat().size()
        && digests.of(present.getKey()).base64().equals(old.sha256());
  }

  private static boolean isRecent(FileStat stat, Instant taken) {
    return stat.modifiedAt().isAfter(taken.minus(RESOLUTION));
  }

  private boolean anyRecent(PackageState then) {
    return input.files().values().stream().anyMatch(stat -> isRecent(stat, then.takenAt()));
  }

  /** It is always recent; publish reads all of it anyway before it believes the descriptor. */
  private Optional<KnownFile> confirmedZip(PackageState then) throws IOException {
    KnownFile old = then.zip();
    FileStat stat = FileStat.of(request.zip());
    boolean isSame =
        stat.equals(old.stat())
            || (stat.size() == old.stat().size()
                && Sha256.of(request.zip()).base64().equals(old.sha256()));
    return isSame && Files.isRegularFile(request.zip())
        ? Optional.of(new KnownFile(old.uri(), stat, old.sha256()))
        : Optional.empty();
  }

  /**
   * Reads the input, but for JARs of the class path that were not modified just now: those are read when
   * they are examined. Whatever is changed between here and the end of the build then differs from what
   * is remembered, or has another time.
   *
   * @return whether all of it can be read; building tells what is wrong
   */
  boolean remember() {
    try {
      Set<Path> examined =
          request.content().artifacts().stream().map(LayerArtifact::file).collect(toSet());
      for (Map.Entry<Path, FileStat> file : input.files().entrySet()) {
        if (!examined.contains(file.getKey()) || isRecent(file.getValue(), input.taken())) {
          digests.of(file.getKey());
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Leaves word of what was built from the input that was remembered. */
  void write(LayerPackager.Packaged built) throws IOException {
    var files = new ArrayList<KnownFile>();
    for (Map.Entry<Path, FileStat> present : input.files().entrySet()) {
      String digest = digests.of(present.getKey()).base64();
      files.add(new KnownFile(uri(present.getKey()), present.getValue(), digest));
    }
    LayerZip zip = built.descriptor().zip();
    new PackageState(
            PackageState.SCHEMA_VERSION,
            input.taken().toString(),
            input.fingerprint(),
            files,
            new KnownFile(uri(zip.file()), FileStat.of(zip.file()), zip.codeSha256()),
            Sha256.of(request.descriptor()).base64(),
            built.findings(),
            built.notes(),
            built.leftOut())
        .write(file);
  }

  private static String uri(Path path) {
    return path.toUri().toString();
  }
}
