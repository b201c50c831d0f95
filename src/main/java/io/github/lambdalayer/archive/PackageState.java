package io.github.lambdalayer.archive;

import com.google.gson.JsonParseException;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.lint.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a build leaves for the next one: {@code target/lambda-layer/.<classifier>.state}. It says that
 * this input gave this zip and this descriptor, which stays true whatever happens to any of them.
 *
 * @param schemaVersion 1
 * @param taken the moment before any of the input was looked at, in ISO 8601
 * @param fingerprint of all that is no file
 * @param files the input files, in their order
 * @param zip the zip
 * @param descriptorSha256 the digest of the descriptor in base64
 * @param findings what the user was told
 * @param notes what was changed on the way into the layer, or is not in it
 * @param leftOut files of the content directory that stay out by Maven's default excludes
 */
record PackageState(
    int schemaVersion,
    String taken,
    String fingerprint,
    List<KnownFile> files,
    KnownFile zip,
    String descriptorSha256,
    List<Finding> findings,
    List<String> notes,
    List<String> leftOut) {

  static final int SCHEMA_VERSION = 1;

  /**
   * A file and what was in it.
   *
   * @param uri its place; unlike a path's text it is exact in every locale
   * @param stat what the file system said of it
   * @param sha256 the digest of its bytes in base64
   */
  record KnownFile(String uri, FileStat stat, String sha256) {

    private boolean isComplete() {
      return uri != null && sha256 != null && stat != null && stat.modified() != null;
    }
  }

  Instant takenAt() {
    return Instant.parse(taken);
  }

  /** Where the state of a layer is kept: beside its descriptor, and none for those who look for one. */
  static Path file(Path descriptor) {
    String name = descriptor.getFileName().toString().replaceFirst("\\.json$", "");
    return descriptor.resolveSibling("." + name + ".state");
  }

  void write(Path file) throws IOException {
    AtomicFile.write(file, Documents.toJson(this));
  }

  /** Reads a state; one that cannot be read, or makes no sense, is none. */
  static Optional<PackageState> read(Path file) {
    try {
      PackageState state = Documents.fromJson(Files.readString(file), PackageState.class);
      return Optional.ofNullable(state).filter(PackageState::isComplete);
    } catch (IOException | JsonParseException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private boolean isComplete() {
    return schemaVersion == SCHEMA_VERSION
        && Stream.of(taken, fingerprint, files, zip, descriptorSha256, findings, notes, leftOut)
            .noneMatch(Objects::isNull)
        && zip.isComplete()
        && files.stream().allMatch(file -> file != null && file.isComplete())
        && findings.stream().allMatch(one -> one != null && one.isComplete())
        && notes.stream().noneMatch(Objects::isNull)
        && leftOut.stream().noneMatch(Objects::isNull)
        && takenAt().isAfter(Instant.EPOCH);
  }
}
