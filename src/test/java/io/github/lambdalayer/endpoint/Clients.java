package io.github.lambdalayer.endpoint;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** SDK clients of the endpoint under test. */
final class Clients {
  static final String OWNER = "111111111111";
  static final String OTHER = "222222222222";

  private Clients() {}

  /** A client of an account that never repeats a call. */
  static LambdaClient client(StrictLambdaEndpoint endpoint, String account, String region) {
    return builder(endpoint, "AKIA" + account, region)
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  static LambdaClientBuilder builder(
      StrictLambdaEndpoint endpoint, String accessKeyId, String region) {
    return LambdaClient.builder()
        .endpointOverride(endpoint.uri())
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)));
  }

  static PublishLayerVersionRequest.Builder request(String layerName, byte[] zip) {
    return PublishLayerVersionRequest.builder()
        .layerName(layerName)
        .content(content -> content.zipFile(SdkBytes.fromByteArrayUnsafe(zip)));
  }

  static PublishLayerVersionResponse publish(LambdaClient client, String layerName) {
    return client.publishLayerVersion(request(layerName, Zips.of("a.txt", "a")).build());
  }
}
