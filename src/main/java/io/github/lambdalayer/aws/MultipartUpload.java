package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.DigestUtils;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/**
 * Uploads a large zip in parts, each with its own checksum, so that what fails and is repeated is
 * small. An upload that does not come to its end leaves nothing.
 */
final class MultipartUpload {

  /** S3 takes parts from 5 MiB on. */
  static final long PART_BYTES = 16L << 20;

  private static final int PARTS_AT_A_TIME = 4;
  private static final long MINUTES_TO_STOP = 2;

  private final S3Client s3;
  private final S3Errors errors;
  private final String bucket;
  private final String key;

  MultipartUpload(S3Client s3, S3Errors errors, String bucket, String key) {
    this.s3 = s3;
    this.errors = errors;
    this.bucket = bucket;
    this.key = key;
  }

  /** A stretch of the zip and its digest in base64. */
  private record Part(int number, FileRegion region, String sha256) {}

  /** Uploads; the zip is read once for its checksums and once to be sent. */
  CompleteMultipartUploadResponse run(Path zip, long size, String sha256Hex) {
    List<Part> parts = parts(zip, size, sha256Hex);
    String id =
        errors.call(
            "CreateMultipartUpload",
            key,
            () ->
                s3.createMultipartUpload(
                        r ->
                            r.bucket(bucket)
                                .key(key)
                                .contentType(S3Bucket.CONTENT_TYPE)
                                .metadata(S3Bucket.metadata(sha256Hex))
                                .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                    .uploadId());
    try {
      return complete(id, sendAll(id, parts));
    } catch (LambdaCallException e) {
      throw abandoned(id, e);
    } catch (IllegalStateException e) {
      throw abandoned(id, errors.unusable("UploadPart", "failed: " + e.getCause()));
    }
  }

  /** S3 knows the digests of the parts alone, so the whole is compared here. */
  private static List<Part> parts(Path zip, long size, String sha256Hex) {
    MessageDigest whole = DigestUtils.getSha256Digest();
    var parts = new ArrayList<Part>();
    try {
      for (long offset = 0; offset < size; offset += PART_BYTES) {
        var region = new FileRegion(zip, offset, Math.min(PART_BYTES, size - offset));
        try (InputStream in = new DigestInputStream(region.open(), whole)) {
          String digest = Base64.getEncoder().encodeToString(DigestUtils.sha256(in));
          parts.add(new Part(parts.size() + 1, region, digest));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!HexFormat.of().formatHex(whole.digest()).equals(sha256Hex)) {
      throw InvalidInputException.beforeBuild(
          Messages.format(
              "%s is not the zip that was built, with SHA-256 %s: build it again.",
              zip, sha256Hex));
    }
    return parts;
  }

  private List<CompletedPart> sendAll(String id, List<Part> parts) {
    ExecutorService threads = Executors.newFixedThreadPool(PARTS_AT_A_TIME);
    try {
      List<Future<CompletedPart>> sent =
          parts.stream().map(part -> threads.submit(() -> send(id, part))).toList();
      var completed = new ArrayList<CompletedPart>();
      for (Future<CompletedPart> part : sent) {
        completed.add(part.get());
      }
      return completed;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LambdaCallException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw errors.unusable("UploadPart", "was interrupted");
    } finally {
      stop(threads);
    }
  }

  private CompletedPart send(String id, Part part) {
    var answer =
        errors.call(
            "UploadPart",
            key,
            () ->
                s3.uploadPart(
                    r ->
                        r.bucket(bucket)
                            .key(key)
                            .uploadId(id)
                            .partNumber(part.number())
                            .checksumSHA256(part.sha256()),
                    part.region().body()));
    return CompletedPart.builder()
        .partNumber(part.number())
        .eTag(answer.eTag())
        .checksumSHA256(part.sha256())
        .build();
  }

  private CompleteMultipartUploadResponse complete(String id, List<CompletedPart> parts) {
    return errors.call(
        "CompleteMultipartUpload",
        key,
        () ->
            s3.completeMultipartUpload(
                r -> r.bucket(bucket).key(key).uploadId(id).multipartUpload(u -> u.parts(parts))));
  }

  /** A part that is still under way would outlive the end of its upload. */
  private static void stop(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      threads.awaitTermination(MINUTES_TO_STOP, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private LambdaCallException abandoned(String id, LambdaCallException failure) {
    // An interrupted thread sends nothing.
    boolean interrupted = Thread.interrupted();
    try {
      abort(id);
      return failure;
    } catch (LambdaCallException e) {
      return new LambdaCallException(
          failure.kind(),
          Messages.format(
              "%s What was uploaded until then is left in the bucket, for %s",
              failure.getMessage(), e.getMessage()),
          failure);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void abort(String id) {
    errors.call(
        "AbortMultipartUpload",
        key,
        () -> {
          try {
            return s3.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(id));
          } catch (NoSuchUploadException e) {
            return e;
          }
        });
  }
}
