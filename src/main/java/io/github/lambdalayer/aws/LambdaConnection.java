package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The way to Lambda, in any region, with one identity. */
public final class LambdaConnection implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** A zip at the inline limit takes Lambda longer to unpack than the SDK's usual 30 seconds. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

  private final AwsSettings settings;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(CONNECT_TIMEOUT)
          .socketTimeout(ANSWER_TIMEOUT)
          .build();
  private final Map<String, LambdaLayers> regions = new HashMap<>();

  private LambdaConnection(AwsSettings settings, AwsCredentialsProvider credentials) {
    this.settings = settings;
    this.credentials = credentials;
  }

  /**
   * Finds the credentials.
   *
   * @throws InvalidInputException if there are none
   */
  public static LambdaConnection open(AwsSettings settings) {
    QuietSigner.apply();
    if (settings.endpoint() == null) {
      Endpoints.checkEnvironment();
    }
    String profile = settings.identity().profile();
    try {
      AwsCredentialsProvider credentials =
          profile == null
              ? DefaultCredentialsProvider.builder().build()
              : ProfileCredentialsProvider.builder().profileName(profile).build();
      // What is wrong with them is said before anything else is tried.
      credentials.resolveCredentials();
      return new LambdaConnection(settings, credentials);
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      // Files that cannot be parsed and roles that cannot be assumed come as any of these.
      throw noCredentials(profile, e);
    }
  }

  private static InvalidInputException noCredentials(
      @Nullable String profile, RuntimeException cause) {
    // The SDK adds a print of the whole file.
    String reason = String.valueOf(cause.getMessage()).split(": ProfileFile", 2)[0];
    if (profile != null) {
      return new InvalidInputException(
          Messages.format(
              "<profile> is '%s', and it gave no credentials: %s. Try it with: aws sts"
                  + " get-caller-identity --profile %s",
              profile, reason, profile),
          cause);
    }
    Optional<String> broken = brokenProfile();
    if (broken.isPresent()) {
      return new InvalidInputException(broken.get(), cause);
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

  /**
   * The region to use where the user names none.
   *
   * @param allowUnknown whether a well-formed region passes that this release does not know yet
   */
  public String defaultRegion(boolean allowUnknown) {
    return Regions.fromChain(settings.identity().profile(), allowUnknown);
  }

  /** The layers of one region; closed with this connection. */
  public LambdaLayers in(String region) {
    try {
      return regions.computeIfAbsent(region, this::connect);
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      throw new InvalidInputException(
          Messages.format(
              "No client for Lambda in %s can be made: %s. Check AWS_ENDPOINT_URL,"
                  + " AWS_ENDPOINT_URL_LAMBDA and ~/.aws/config.",
              region, e.getMessage()),
          e);
    }
  }

  private LambdaLayers connect(String region) {
    String endpoint = settings.endpoint() == null ? "Lambda" : String.valueOf(settings.endpoint());
    return new LambdaLayers(
        client(region, AwsRetryStrategy.standardRetryStrategy()),
        // A repeated PublishLayerVersion whose first answer was lost makes a second version.
        client(region, AwsRetryStrategy.doNotRetry()),
        new CallErrors(region, endpoint));
  }

  private LambdaClient client(String region, RetryStrategy retries) {
    var client =
        LambdaClient.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .httpClient(http)
            .overrideConfiguration(configuration(retries));
    if (settings.endpoint() != null) {
      client.endpointOverride(settings.endpoint());
    }
    return client.build();
  }

  private ClientOverrideConfiguration configuration(RetryStrategy retries) {
    var configuration =
        ClientOverrideConfiguration.builder()
            .retryStrategy(retries)
            .addExecutionInterceptor(new InlineBodyInterceptor())
            .putAdvancedOption(
                SdkAdvancedClientOption.USER_AGENT_SUFFIX, "lambda-layer-maven-plugin");
    if (settings.identity().profile() != null) {
      configuration.defaultProfileName(settings.identity().profile());
    }
    return configuration.build();
  }

  @Override
  public void close() {
    regions.values().forEach(LambdaLayers::close);
    http.close();
    if (credentials instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }
}
