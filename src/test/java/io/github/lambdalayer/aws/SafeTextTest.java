package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.sts.model.StsException;

final class SafeTextTest {

  /** As AWS answers to temporary credentials with a wrong secret. */
  private static final String MISMATCH =
      """
      The request signature we calculated does not match the signature you provided.

      The Canonical String for this request should have been
      'GET
      /2018-10-31/layers/my-layer/versions

      host:lambda.eu-west-1.amazonaws.com
      x-amz-date:20260101T000000Z
      x-amz-security-token:the-token

      host;x-amz-date;x-amz-security-token
      e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

      The String-to-Sign should have been
      'AWS4-HMAC-SHA256'
      """;

  private static AwsErrorDetails details() {
    return AwsErrorDetails.builder()
        .errorCode("InvalidSignatureException")
        .errorMessage(MISMATCH)
        .build();
  }

  @Test
  void lambdasAnswerIsToldWithoutTheRequest() {
    LambdaCallException failure =
        new CallErrors("eu-west-1", "lambda")
            .of(
                "ListLayerVersions",
                LambdaException.builder().statusCode(403).awsErrorDetails(details()).build());

    assertThat(failure)
        .hasMessageContaining("does not match the signature you provided. Check the credentials")
        .hasNoCause();
    assertThat(failure.getMessage()).doesNotContain("Canonical", "the-token", "String-to-Sign");
  }

  @Test
  void thoseWhoCannotGiveCredentialsAreQuotedWithoutIt() {
    LambdaCallException failure =
        new CallErrors("eu-west-1", "lambda")
            .of(
                "ListLayerVersions",
                StsException.builder().statusCode(403).awsErrorDetails(details()).build());

    assertThat(failure).hasMessageContaining("Check the profile's role").hasNoCause();
    assertThat(failure.getMessage()).doesNotContain("the-token");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-security-token:the-token and more",
    "'X-Amz-Security-Token: the-token and more'",
    "?X-Amz-Security-Token=the-token and more"
  })
  void aTokenIsNotShownWhereverItStands(String text) {
    assertThat(SafeText.of(text))
        .doesNotContain("the-token")
        .endsWith("x-amz-security-token (not shown) and more");
  }

  @Test
  void whatIsSafeIsToldWhole() {
    String text = "The header 'host;x-amz-security-token' was not signed.";

    assertThat(SafeText.of(text)).isEqualTo(text);
    assertThat(SafeText.of(null)).isEmpty();
  }

  @Test
  void aCauseIsKeptUnlessOneOfItsOwnTellsTheToken() {
    var safe = new IOException("reset", new IOException((String) null));
    var unsafe = new IOException("failed", new IOException(MISMATCH));

    assertThat(SafeText.cause(safe)).isSameAs(safe);
    assertThat(SafeText.cause(unsafe)).isNull();
  }
}
