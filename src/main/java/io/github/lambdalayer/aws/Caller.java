package io.github.lambdalayer.aws;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Whose credentials these are.
 *
 * @param account the account; null where STS cannot be reached and the credentials do not say
 * @param partition the partition
 * @param key the account, or where it is not known, what stands for it
 */
record Caller(@Nullable String account, String partition, String key) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Finds out; where nothing else says it, STS is asked, and whether that answers is no condition for
   * publishing.
   *
   * @param region a region of the partition
   */
  static Caller of(Clients clients, String region) {
    AssumedRole role = clients.settings().identity().role();
    if (role != null) {
      String account = role.account();
      return new Caller(account, Partitions.of(role.arn()), account);
    }
    AwsCredentials credentials = clients.credentials().resolveCredentials();
    String partition = Partitions.ofRegion(region);
    // What the environment says of the account (AWS_ACCOUNT_ID) need not be that of the
    // credentials.
    String account = credentials.accountId().orElse(null);
    return asked(clients, region, new Caller(account, partition, credentials.accessKeyId()));
  }

  private static Caller asked(Clients clients, String region, Caller otherwise) {
    try (StsClient sts =
        clients.of(StsClient.builder(), region, AwsRetryStrategy.standardRetryStrategy()).build()) {
      GetCallerIdentityResponse caller =
          sts.getCallerIdentity(r -> r.overrideConfiguration(c -> c.apiCallTimeout(PATIENCE)));
      String account = caller.account();
      String arn = caller.arn();
      return account == null || arn == null
          ? otherwise
          : new Caller(account, Partitions.of(arn), account);
    } catch (SdkException e) {
      // A network without STS; and what is wrong with the credentials, Lambda will say.
      return otherwise;
    }
  }
}
