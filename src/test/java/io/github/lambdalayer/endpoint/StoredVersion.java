package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A layer version as it stood when it was asked for.
 *
 * @param codeSha256 base64 of the SHA-256 of the uploaded zip
 * @param codeSize length of the uploaded zip in bytes
 * @param description empty where none was given
 * @param licenseInfo empty where none was given
 * @param revisionId the policy's revision
 * @param zipFile the uploaded bytes, on disk until the endpoint is closed
 * @param signature what is in a zip that AWS Signer has signed
 */
public record StoredVersion(
    long version,
    Instant created,
    String codeSha256,
    long codeSize,
    String description,
    String licenseInfo,
    List<String> compatibleRuntimes,
    List<String> compatibleArchitectures,
    List<StoredStatement> statements,
    String revisionId,
    Path zipFile,
    @Nullable ZipSignature signature) {
  public StoredVersion {
    compatibleRuntimes = List.copyOf(compatibleRuntimes);
    compatibleArchitectures = List.copyOf(compatibleArchitectures);
    statements = List.copyOf(statements);
  }

  /** The uploaded bytes, read from disk at each call. */
  public byte[] zip() {
    try {
      return Files.readAllBytes(zipFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StoredVersion withStatements(List<StoredStatement> changed) {
    return new StoredVersion(
        version,
        created,
        codeSha256,
        codeSize,
        description,
        licenseInfo,
        compatibleRuntimes,
        compatibleArchitectures,
        changed,
        UUID.randomUUID().toString(),
        zipFile,
        signature);
  }
}
