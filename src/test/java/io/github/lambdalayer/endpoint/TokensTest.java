package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OTHER;
import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

final class TokensTest extends WithEndpoint {
  private static final String ROLE = "arn:aws:iam::" + OTHER + ":role/ci/publisher";

  private StsClient sts;

  @BeforeEach
  void client() {
    sts = client(AwsBasicCredentials.create("AKIA" + OWNER, "secret"));
  }

  @AfterEach
  void closeClient() {
    sts.close();
  }

  @Test
  void aCallerIsToldItsAccount() {
    GetCallerIdentityResponse identity = sts.getCallerIdentity();

    assertThat(identity.account()).isEqualTo(OWNER);
    assertThat(identity.arn()).isEqualTo("arn:aws:iam::" + OWNER + ":user/test");
    assertThat(identity.userId()).isNotBlank();
    RecordedCall call = endpoint.calls("GetCallerIdentity").get(0);
    assertThat(call.account()).isEqualTo(OWNER);
    assertThat(call.region()).isEqualTo(REGION);
    assertThat(call.requestBytes()).isPositive();
  }

  @Test
  void theCredentialsOfARoleBelongToItsAccount() {
    AssumeRoleResponse assumed = sts.assumeRole(role(ROLE).durationSeconds(900).build());

    Credentials credentials = assumed.credentials();
    assertThat(credentials.accessKeyId()).isEqualTo("ASIA" + OTHER);
    assertThat(credentials.expiration())
        .isBetween(Instant.now().plusSeconds(850), Instant.now().plusSeconds(901));
    AwsSessionCredentials session =
        AwsSessionCredentials.create(
            credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    try (StsClient inRole = client(session)) {
      assertThat(inRole.getCallerIdentity().arn())
          .isEqualTo("arn:aws:sts::" + OTHER + ":assumed-role/publisher/build")
          .isEqualTo(assumed.assumedRoleUser().arn());
      assertThat(inRole.getCallerIdentity().account()).isEqualTo(OTHER);
    }
    assertThat(endpoint.calls("AssumeRole").get(0).query()).containsEntry("RoleArn", ROLE);
  }

  @Test
  void aRoleWithAnExternalIdNeedsIt() {
    endpoint.requireExternalId(ROLE, "wanted");

    assertRefused(role(ROLE), 403, "AccessDenied");
    assertRefused(role(ROLE).externalId("other"), 403, "AccessDenied");
    assertThat(sts.assumeRole(role(ROLE).externalId("wanted").build()).credentials()).isNotNull();
  }

  @Test
  void rolesThatDoNotTrustTheCallerAreRefused() {
    assertRefused(role("arn:aws:iam::" + OTHER + ":role/denied-role"), 403, "AccessDenied");
    assertRefused(role("arn:aws-cn:iam::" + OTHER + ":role/publisher"), 403, "AccessDenied");
  }

  @Test
  void aMalformedRequestIsRefused() {
    assertRefused(role("arn:aws:iam::1:role/publisher"), 400, "ValidationError");
    assertRefused(role(ROLE).durationSeconds(899), 400, "ValidationError");
    assertRefused(role(ROLE).roleSessionName("a b"), 400, "ValidationError");
  }

  @Test
  void faultsSpeakTheProtocolOfTheService() {
    endpoint.fail("GetCallerIdentity", Fault.THROTTLE);
    endpoint.fail("GetCallerIdentity", Fault.EXPIRED_TOKEN);

    for (String code : new String[] {"Throttling", "ExpiredToken"}) {
      assertThatThrownBy(sts::getCallerIdentity)
          .isInstanceOfSatisfying(
              StsException.class, e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
  }

  @Test
  void theWrongAccessKeyIsRefused() {
    AwsCredentials wrong =
        AwsBasicCredentials.create(StrictLambdaEndpoint.WRONG_ACCESS_KEY_ID, "secret");
    try (StsClient stranger = client(wrong)) {
      assertThatThrownBy(stranger::getCallerIdentity)
          .isInstanceOfSatisfying(
              StsException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
    }
  }

  private void assertRefused(AssumeRoleRequest.Builder request, int status, String code) {
    assertThatThrownBy(() -> sts.assumeRole(request.build()))
        .isInstanceOfSatisfying(
            StsException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            });
  }

  private static AssumeRoleRequest.Builder role(String arn) {
    return AssumeRoleRequest.builder().roleArn(arn).roleSessionName("build");
  }

  private StsClient client(AwsCredentials credentials) {
    return StsClient.builder()
        .endpointOverride(endpoint.uri())
        .region(Region.of(REGION))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }
}
