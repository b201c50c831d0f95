package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** What AWS Signer reads from and writes to buckets. */
final class SigningObjects {
  static final String SIGNATURE = "META_INF/aws_signer_signature_v1.0.SF";

  private final S3Buckets buckets;
  private final Path directory;

  SigningObjects(S3Buckets buckets, Path directory) {
    this.buckets = buckets;
    this.directory = directory;
  }

  /** The object that is to be signed. */
  S3Object source(Call call, JsonObject from) {
    S3Bucket bucket = bucket(call, Json.string(from, "bucketName"));
    String version = Json.string(from, "version");
    if (!bucket.versioned() || version == null || version.equals("null")) {
      throw ServiceError.invalid("Source bucket must have versioning enabled: " + bucket.name());
    }
    try {
      return bucket.get(String.valueOf(Json.string(from, "key")), version);
    } catch (ServiceError e) {
      throw ServiceError.invalid("Source object cannot be read: " + e.message());
    }
  }

  /** A bucket that the caller may use, in the region. */
  S3Bucket bucket(Call call, @Nullable String name) {
    S3Bucket bucket;
    try {
      bucket = buckets.find(String.valueOf(name));
    } catch (ServiceError e) {
      throw ServiceError.invalid("There is no bucket " + name);
    }
    if (!bucket.region().equals(call.caller().region())) {
      throw ServiceError.invalid("Cross-Region signing is not supported: " + name);
    }
    if (!bucket.usableBy(call.caller().account())) {
      throw ServiceError.accessDenied("Access denied to the bucket " + name);
    }
    return bucket;
  }

  /** The same entries and one more. */
  void sign(S3Object source, JsonObject signature, S3Bucket destination, String key)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(Files.newInputStream(source.file()));
        var out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(out);
      }
      out.putNextEntry(new ZipEntry(SIGNATURE));
      out.write(signature.toString().getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.createTempFile(directory, "signed", ".zip");
    Files.write(file, bytes.toByteArray());
    destination.put(
        new S3Object(
            key,
            "null",
            false,
            file,
            Files.size(file),
            "\"signed\"",
            Map.of("Content-Type", "application/zip"),
            Map.of(),
            Instant.now()),
        false);
  }
}
