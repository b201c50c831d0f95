package io.github.lambdalayer.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

final class MotoServerTest {

  @Test
  @EnabledIf("io.github.lambdalayer.endpoint.MotoServer#available")
  void aServerAnswersForgetsAndEnds() {
    URI uri;
    try (MotoServer moto = MotoServer.start();
        LambdaClient lambda = client(moto)) {
      uri = moto.uri();
      assertThat(Clients.publish(lambda, "sdk").version()).isEqualTo(1);
      moto.reset();
      assertThat(lambda.listLayers().layers()).isEmpty();
    }
    assertThatThrownBy(() -> RawCall.send(HttpRequest.newBuilder(uri)))
        .hasCauseInstanceOf(ConnectException.class);
  }

  private static LambdaClient client(MotoServer moto) {
    return LambdaClient.builder()
        .endpointOverride(moto.uri())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
