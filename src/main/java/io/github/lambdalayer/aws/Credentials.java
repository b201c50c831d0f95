package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The credentials of an identity, found and tried. */
final class Credentials implements AutoCloseable {

  private final AwsCredentialsProvider provider;
  private final @Nullable Credentials base;
  private final @Nullable StsClient sts;

  private Credentials(
      AwsCredentialsProvider provider, @Nullable Credentials base, @Nullable StsClient sts) {
    this.provider = provider;
    this.base = base;
    this.sts = sts;
  }

  /**
   * Finds them, and assumes the role if there is one.
   *
   * @throws InvalidInputException if there are none, or the role cannot be assumed
   */
  static Credentials find(AwsSettings settings, SdkHttpClient http) {
    Identity identity = settings.identity();
    Credentials base = new Credentials(base(identity), null, null);
    AssumedRole role = identity.role();
    return role == null ? base : assume(settings, role, base, http);
  }

  String accessKeyId() {
    return provider.resolveCredentials().accessKeyId();
  }

  AwsCredentialsProvider provider() {
    return provider;
  }

  private static AwsCredentialsProvider base(Identity identity) {
    AccessKey key = identity.accessKey();
    if (key != null) {
      return StaticCredentialsProvider.create(
          key.sessionToken() == null
              ? AwsBasicCredentials.create(key.id(), key.secret())
              : AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken()));
    }
    String profile = identity.profile();
    try {
      AwsCredentialsProvider credentials =
          profile == null
              ? DefaultCredentialsProvider.builder().build()
              : ProfileCredentialsProvider.builder().profileName(profile).build();
      // What is wrong with them is said before anything else is tried.
      credentials.resolveCredentials();
      return credentials;
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      // Files that cannot be parsed and roles that cannot be assumed come as any of these.
      throw none(profile, e);
    }
  }

  private static Credentials assume(
      AwsSettings settings, AssumedRole role, Credentials base, SdkHttpClient http) {
    var clients = new Clients(settings, base.provider(), http);
    StsClient sts =
        clients
            .of(
                StsClient.builder(),
                Partitions.homeRegion(Partitions.of(role.arn()), settings.identity().profile()),
                AwsRetryStrategy.standardRetryStrategy())
            .build();
    var provider =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .refreshRequest(
                request ->
                    request
                        .roleArn(role.arn())
                        .externalId(role.externalId())
                        .roleSessionName(role.sessionName()))
            .build();
    try {
      provider.resolveCredentials();
      return new Credentials(provider, base, sts);
    } catch (SdkException e) {
      sts.close();
      throw refused(role, e);
    }
  }

  private static InvalidInputException refused(AssumedRole role, SdkException cause) {
    AwsErrorDetails details =
        cause instanceof AwsServiceException answer ? answer.awsErrorDetails() : null;
    String code = details == null ? "" : String.valueOf(details.errorCode());
    String said = SafeText.of(details == null ? cause.getMessage() : details.errorMessage());
    String fix =
        code.contains("AccessDenied")
            ? "Let its trust policy name who builds here, with the <externalId> that it asks for, and"
                + " allow sts:AssumeRole there."
            : "Check the credentials that assume it, and the network.";
    return new InvalidInputException(
        Messages.format(
            "<roleArn> is '%s', and it cannot be assumed: %s %s",
            role.arn(), Messages.sentence(said), fix),
        SafeText.cause(cause));
  }

  private static InvalidInputException none(@Nullable String profile, RuntimeException cause) {
    // The SDK adds a print of the whole file.
    String reason = SafeText.of(cause.getMessage()).split(": ProfileFile", 2)[0];
    if (profile != null) {
      return new InvalidInputException(
          Messages.format(
              "<profile> is '%s', and it gave no credentials: %s. Try it with: aws sts"
                  + " get-caller-identity --profile %s",
              profile, reason, profile),
          SafeText.cause(cause));
    }
    Optional<String> broken = brokenProfile();
    if (broken.isPresent()) {
      return new InvalidInputException(broken.get(), SafeText.cause(cause));
    }
    boolean searched = reason.startsWith("Unable to load credentials from any");
    return new InvalidInputException(
        "No AWS credentials were found in the environment, the system properties, ~/.aws, a web"
            + " identity, a container or this machine"
            + (searched ? "" : " (" + reason + ")")
            + ". Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with <profile>,"
            + " -DlambdaLayer.profile or AWS_PROFILE; mvn -X tells what was tried.",
        cause);
  }

  /** The chain does not say what is wrong with the profile that the environment names. */
  private static Optional<String> brokenProfile() {
    String named = System.getProperty("aws.profile", System.getenv("AWS_PROFILE"));
    if (named == null || named.isBlank()) {
      return Optional.empty();
    }
    try (var provider = ProfileCredentialsProvider.create(named)) {
      provider.resolveCredentials();
      return Optional.empty();
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      return Optional.of(
          Messages.format(
              "AWS_PROFILE is '%s', and it gave no credentials: %s. Try it with: aws sts"
                  + " get-caller-identity --profile %s",
              named, String.valueOf(e.getMessage()).split(": ProfileFile", 2)[0], named));
    }
  }

  @Override
  public void close() {
    if (provider instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
    if (sts != null) {
      sts.close();
    }
    if (base != null) {
      base.close();
    }
  }
}
