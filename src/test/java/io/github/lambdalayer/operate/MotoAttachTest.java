package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.MotoServer;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.endpoint.Zips;
import io.github.lambdalayer.operate.MoveResult.Status;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Layer;

/** The same on moto, which others wrote, as far as it has functions with layers. */
@EnabledIf("io.github.lambdalayer.endpoint.MotoServer#available")
final class MotoAttachTest {

  private static final List<String> NAMES = List.of("orders-api", "orders-mail", "orders-web");

  @TempDir Path folder;
  private MotoServer moto;
  private LambdaClient lambda;
  private AttachScene scene;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    moto = MotoServer.start();
    scene = new AttachScene(moto.uri(), folder.resolve("state"));
    scene.regions = List.of("eu-west-1");
    scene.functions = "orders-*";
    lambda =
        LambdaClient.builder()
            .endpointOverride(moto.uri())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    String first = publish("my-layer", "1");
    String below = publish("below", "1");
    makeRole();
    NAMES.forEach(name -> make(name, below, first));
    make("other", below, first);
    publish("my-layer", "2");
  }

  @AfterEach
  void stop() {
    lambda.close();
    moto.close();
    SystemCredentials.clear();
  }

  private String publish(String name, String content) {
    SdkBytes zip = SdkBytes.fromByteArray(Zips.of("text", name + content));
    return lambda
        .publishLayerVersion(p -> p.layerName(name).content(c -> c.zipFile(zip)))
        .layerVersionArn();
  }

  private void makeRole() throws IOException, InterruptedException {
    String credential = "AKIATEST/20260101/us-east-1/iam/aws4_request";
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(moto.uri())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential="
                            + credential
                            + ", SignedHeaders=host, Signature=0")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "Action=CreateRole&Version=2010-05-08&RoleName=runner"
                                + "&AssumeRolePolicyDocument=%7B%7D"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void make(String name, String... layers) {
    SdkBytes code = SdkBytes.fromByteArray(Zips.of("code", name));
    lambda.createFunction(
        f ->
            f.functionName(name)
                .runtime("java21")
                .handler("example.Handler")
                .role("arn:aws:iam::123456789012:role/runner")
                .code(c -> c.zipFile(code))
                .tags(Map.of("team", name))
                .layers(layers));
  }

  /** The layer versions of a function, such as {@code my-layer:1}. */
  private List<String> layers(String name) {
    return lambda.getFunctionConfiguration(g -> g.functionName(name)).layers().stream()
        .map(Layer::arn)
        .map(arn -> arn.replaceFirst(".*:layer:", ""))
        .toList();
  }

  @Test
  void functionsMoveThereAndBack() {
    assertThat(scene.run()).hasSize(3).extracting(MoveResult::status).containsOnly(Status.MOVED);
    assertThat(layers("orders-api")).containsExactly("below:1", "my-layer:2");
    assertThat(layers("other")).containsExactly("below:1", "my-layer:1");

    scene.version = "1";
    scene.functions = "tag:team=orders-mail";
    scene.run();
    assertThat(layers("orders-mail")).containsExactly("below:1", "my-layer:1");
    assertThat(layers("orders-api")).containsExactly("below:1", "my-layer:2");
  }

  @Test
  void allGoBackWhenOneHasGoneMeanwhile() {
    List<MoveResult> results =
        scene.run(plan -> lambda.deleteFunction(d -> d.functionName("orders-web")));

    assertThat(results)
        .extracting(MoveResult::status)
        .isSubsetOf(Status.RESTORED, Status.UNTOUCHED);
    assertThat(layers("orders-api")).containsExactly("below:1", "my-layer:1");
    assertThat(layers("orders-mail")).containsExactly("below:1", "my-layer:1");
  }
}
