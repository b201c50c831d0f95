package io.github.lambdalayer.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

final class S3UploadsTest extends WithBuckets {
  private static final int PART = 8 << 20;

  @Test
  void twentyMegabytesComeInParts() {
    byte[] content = new byte[20_000_000];
    new Random(1).nextBytes(content);
    String id = begin();
    List<CompletedPart> parts = new ArrayList<>();
    for (int from = 0; from < content.length; from += PART) {
      byte[] part = Arrays.copyOfRange(content, from, Math.min(content.length, from + PART));
      parts.add(upload(id, parts.size() + 1, part));
    }
    assertThat(endpoint.s3().multipartUploads(BUCKET)).containsExactly(KEY);
    complete(id, parts);

    HeadObjectResponse head = s3.headObject(get -> get.bucket(BUCKET).key(KEY));
    assertThat(head.eTag()).matches("\"[0-9a-f]{32}-3\"");
    assertThat(head.metadata()).containsEntry("digest", "abc");
    assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY)).asByteArrayUnsafe())
        .isEqualTo(content);
    assertThat(endpoint.s3().multipartUploads(BUCKET)).isEmpty();
    assertThat(endpoint.calls("UploadPart"))
        .extracting(RecordedCall::requestBytes)
        .allSatisfy(bytes -> assertThat(bytes).isGreaterThan(3_000_000));
  }

  @Test
  void allPartsButTheLastHaveFiveMebibytes() {
    String id = begin();
    List<CompletedPart> parts = List.of(upload(id, 1, new byte[100]), upload(id, 2, new byte[1]));

    assertRefused(() -> complete(id, parts), 400, "EntityTooSmall");
    complete(id, parts.subList(0, 1));
    assertThat(endpoint.s3().objects(BUCKET)).containsExactly(KEY);
  }

  @Test
  void thePartsMustBeThoseThatCame() {
    String id = begin();
    CompletedPart part = upload(id, 1, new byte[10]);
    CompletedPart other = part.toBuilder().eTag("\"" + "0".repeat(32) + "\"").build();
    CompletedPart missing = part.toBuilder().partNumber(2).build();

    assertRefused(() -> complete(id, List.of(other)), 400, "InvalidPart");
    assertRefused(() -> complete(id, List.of(missing)), 400, "InvalidPart");
    assertRefused(() -> complete(id, List.of(part, part)), 400, "InvalidPartOrder");
    assertRefused(() -> complete("unknown", List.of(part)), 404, "NoSuchUpload");
    assertThat(endpoint.s3().objects(BUCKET)).isEmpty();
  }

  @Test
  void anAbortedUploadLeavesNothing() {
    String id = begin();
    upload(id, 1, new byte[10]);
    s3.abortMultipartUpload(abort -> abort.bucket(BUCKET).key(KEY).uploadId(id));

    assertThat(endpoint.s3().multipartUploads(BUCKET)).isEmpty();
    assertRefused(() -> upload(id, 2, new byte[10]), 404, "NoSuchUpload");
  }

  @Test
  void anUploadThatMustNotOverwriteStaysOpen() {
    put(KEY, new byte[1]);
    String id = begin();
    CompletedPart part = upload(id, 1, new byte[10]);

    assertRefused(
        () ->
            s3.completeMultipartUpload(
                complete ->
                    complete
                        .bucket(BUCKET)
                        .key(KEY)
                        .uploadId(id)
                        .ifNoneMatch("*")
                        .multipartUpload(upload -> upload.parts(part))),
        412,
        "PreconditionFailed");
    assertThat(endpoint.s3().multipartUploads(BUCKET)).containsExactly(KEY);
  }

  private String begin() {
    return s3.createMultipartUpload(
            create -> create.bucket(BUCKET).key(KEY).metadata(Map.of("digest", "abc")))
        .uploadId();
  }

  private CompletedPart upload(String id, int number, byte[] content) {
    String etag =
        s3.uploadPart(
                part -> part.bucket(BUCKET).key(KEY).uploadId(id).partNumber(number),
                RequestBody.fromBytes(content))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private void complete(String id, List<CompletedPart> parts) {
    s3.completeMultipartUpload(
        complete ->
            complete
                .bucket(BUCKET)
                .key(KEY)
                .uploadId(id)
                .multipartUpload(upload -> upload.parts(parts)));
  }
}
