package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a signed zip tells of its signing.
 *
 * @param jobArn the signing job
 * @param profileVersionArn the version of the profile that it was signed with
 */
public record ZipSignature(String jobArn, String profileVersionArn) {

  /** The signature in a zip; null without one. */
  static @Nullable ZipSignature of(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(SigningObjects.SIGNATURE);
      if (entry == null) {
        return null;
      }
      JsonObject signature = Json.parse(zip.getInputStream(entry).readAllBytes());
      return new ZipSignature(
          String.valueOf(Json.string(signature, "job")),
          String.valueOf(Json.string(signature, "profile")));
    }
  }
}
