package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.LambdaCallException.Kind;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3ErrorsTest {

  private static LambdaCallException of(String operation, SdkException cause) {
    return new S3Errors("layers", "eu-west-1", "S3", S3Access.RETRIES)
        .of(operation, "java/core/0a1b.zip", cause);
  }

  private static SdkException answer(int status, @Nullable String code, String region) {
    var response = SdkHttpResponse.builder().statusCode(status);
    if (!region.isEmpty()) {
      response.putHeader("x-amz-bucket-region", region);
    }
    return S3Exception.builder()
        .statusCode(status)
        .requestId("0A1B")
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage(code == null ? null : "So it is")
                .sdkHttpResponse(response.build())
                .build())
        .build();
  }

  @Test
  void aRefusalNamesTheActionAndTheResource() {
    var failure = of("PutObject", answer(403, "AccessDenied", "eu-west-1"));

    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure)
        .hasMessage(
            "PutObject was answered with 403 AccessDenied on bucket layers in eu-west-1 (request"
                + " 0A1B): So it is. Allow the action s3:PutObject on"
                + " arn:aws:s3:::layers/java/core/* to this identity.");
  }

  @Test
  void theRequestThatWasExpectedIsNotShownNorKept() {
    AwsErrorDetails details =
        AwsErrorDetails.builder()
            .errorCode("SignatureDoesNotMatch")
            .errorMessage(
                "No match.\nThe Canonical String for this request should have been\n"
                    + "'PUT\nx-amz-security-token:the-token'")
            .build();

    var failure =
        of("PutObject", S3Exception.builder().statusCode(403).awsErrorDetails(details).build());

    assertThat(failure).hasMessageContaining("No match. Check the credentials").hasNoCause();
    assertThat(failure.getMessage()).doesNotContain("Canonical", "the-token");
  }

  @ParameterizedTest
  @CsvSource({
    "HeadBucket, s3:ListBucket on arn:aws:s3:::layers to",
    "GetBucketPolicy, s3:GetBucketPolicy on arn:aws:s3:::layers to",
    "GetBucketVersioning, s3:GetBucketVersioning on arn:aws:s3:::layers to",
    "HeadObject, s3:GetObject on arn:aws:s3:::layers/java/core/* to",
    "CopyObject, s3:PutObject on arn:aws:s3:::layers/java/core/* to",
    "UploadPart, s3:PutObject on arn:aws:s3:::layers/java/core/* to",
    "AbortMultipartUpload, s3:AbortMultipartUpload on arn:aws:s3:::layers/java/core/* to",
    "DeleteObject, s3:DeleteObject and s3:DeleteObjectVersion on arn:aws:s3:::layers/java/core/* to"
  })
  void everyCallHasItsAction(String operation, String action) {
    // The answer to a HEAD has no body, so no code.
    assertThat(of(operation, answer(403, null, "")))
        .hasMessageContaining("Allow the action " + action);
  }

  @ParameterizedTest
  @CsvSource({"301, PermanentRedirect", "400, AuthorizationHeaderMalformed", "403, ", "301, "})
  void aBucketElsewhereIsKnownFromWhateverAnswer(int status, @Nullable String code) {
    var failure = of("HeadBucket", answer(status, code, "us-west-2"));

    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure)
        .hasMessageStartingWith(
            "<bucket> is 'layers' in eu-west-1, and that bucket is in us-west-2");
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchBucket, REFUSED, There is no bucket 'layers'",
    "400, ExpiredToken, REFUSED, The credentials have expired",
    "403, InvalidAccessKeyId, REFUSED, Check the credentials",
    "400, BadDigest, REFUSED, build it again",
    "503, SlowDown, THROTTLED, S3 asks for fewer calls",
    "500, InternalError, UNCERTAIN, So it is."
  })
  void everyCodeHasItsFix(int status, String code, Kind kind, String fix) {
    var failure = of("PutObject", answer(status, code, ""));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining(fix);
  }

  @Test
  void whatDidNotReachS3WasNotSent() {
    var failure = of("PutObject", SdkClientException.create("no", new ConnectException("refused")));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(failure).hasMessageStartingWith("PutObject could not be sent to S3 in eu-west-1");
  }
}
