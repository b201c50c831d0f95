package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

final class SignerTest {

  private static final String REGION = "eu-west-1";
  private static final String OTHER = "111122223333";

  @Test
  void profilesOfOneNameInTwoAccountsAreTwo() {
    Duration minute = Duration.ofSeconds(60);
    try (var aws = StrictLambdaEndpoint.start();
        var clients =
            new Clients(
                new AwsSettings(
                    Identity.DEFAULT, aws.uri(), null, new Timing(minute, minute, new FakePace())),
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIATEST", "not-a-secret")),
                Clients.http(null))) {
      String own = aws.signer().profile(StrictLambdaEndpoint.DEFAULT_ACCOUNT, REGION, "release");
      String other = aws.signer().profile(OTHER, REGION, "release");
      Signer signer = Signer.in(clients, REGION);

      assertThat(signer.profile("release", null).version()).isEqualTo(own);
      assertThat(signer.profile("release", OTHER).version()).isEqualTo(other);
      assertThat(signer.profile("release", null).version()).isEqualTo(own);
      assertThat(aws.calls("GetSigningProfile")).hasSize(2);
    }
  }
}
