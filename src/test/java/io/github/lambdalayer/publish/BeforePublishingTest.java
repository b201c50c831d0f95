package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.PublishBody;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens before the first write, and what is refused there. */
class BeforePublishingTest extends OnStrictEndpoint {

  @Test
  void noLayerIsWrittenWhenAnotherOneMustBeRefused() throws IOException {
    LayerDescriptor fine = layer().build();
    LayerDescriptor refused =
        new BuiltLayer(folder.resolve("other"), "other")
            .version("2-SNAPSHOT")
            .permissions("public")
            .build();
    var requests =
        List.of(
            Publishing.Wish.of(fine, Publishing.REGION),
            Publishing.Wish.of(refused, Publishing.REGION));

    assertThatThrownBy(() -> publishing.publishAll(requests))
        .isInstanceOf(InvalidInputException.class);
    assertThat(lambdaCalls()).isEmpty();
  }

  @Test
  void theProblemsOfAllLayersAreReportedTogether() throws IOException {
    LayerDescriptor one = layer().build();
    LayerDescriptor other = new BuiltLayer(folder.resolve("other"), "other").build();
    aws.fail("ListLayerVersions", Fault.EXPIRED_TOKEN);
    aws.fail("ListLayerVersions", Fault.EXPIRED_TOKEN);
    var requests =
        List.of(
            Publishing.Wish.of(one, Publishing.REGION),
            Publishing.Wish.of(other, Publishing.REGION));

    assertThatThrownBy(() -> publishing.publishAll(requests))
        .hasMessageContaining("2 of 2 targets")
        .hasMessageContaining("my-layer in eu-west-1 of 123456789012")
        .hasMessageContaining("other in eu-west-1 of 123456789012")
        .hasMessageContaining("The credentials have expired");
    assertThat(aws.calls("PublishLayerVersion")).isEmpty();
  }

  @Test
  void nothingIsWrittenAnywhereWhenOneRegionCannotBeExamined() throws IOException {
    LayerDescriptor layer = layer().build();
    aws.failIn("eu-west-1", "ListLayerVersions", Fault.ACCESS_DENIED);

    assertThatThrownBy(
            () -> publishing.publish(Publishing.Wish.of(layer, Publishing.REGION, "us-east-1")))
        .isInstanceOf(PreflightException.class)
        .hasMessageContaining("eu-west-1")
        .hasMessageContaining("Allow the action lambda:ListLayerVersions");
    assertThat(aws.calls("PublishLayerVersion")).isEmpty();
  }

  @Test
  void wrongCredentialsAreNamed() throws IOException {
    LayerDescriptor layer = layer().build();
    Publishing.credentials(StrictLambdaEndpoint.WRONG_ACCESS_KEY_ID);

    assertThatThrownBy(() -> publishing.publish(layer))
        .hasMessageContaining("UnrecognizedClientException")
        .hasMessageContaining("Check the credentials");
  }

  @Test
  void noCredentialsAreAnErrorThatSaysWhereToPutThem() throws IOException {
    LayerDescriptor layer = layer().build();
    Publishing.noCredentials();

    assertThatThrownBy(() -> publishing.publish(layer))
        .isInstanceOf(PreflightException.class)
        .hasMessageContaining("No AWS credentials were found")
        .hasMessageContaining("AWS_ACCESS_KEY_ID");
  }

  @Test
  void anEndpointThatDoesNotAnswerIsNamed() throws IOException {
    LayerDescriptor layer = layer().build();
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var nobody = new Publishing(URI.create("http://127.0.0.1:" + port), folder);

    assertThatThrownBy(() -> nobody.publish(layer))
        .isInstanceOf(PreflightException.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("check the network, proxy and <endpoint>");
  }

  @Test
  void aSnapshotIsNeverPublicByAccident() throws IOException {
    LayerDescriptor layer = layer().version("1.0-SNAPSHOT").permissions("public").build();

    assertThatThrownBy(() -> publishing.publish(layer))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1.0-SNAPSHOT")
        .hasMessageContaining("allowPublicSnapshot");
    assertThat(lambdaCalls()).isEmpty();
    assertThat(
            publishing
                .publish(
                    Publishing.Wish.of(layer, Publishing.REGION)
                        .with(new Options().allowPublicSnapshot()))
                .failures())
        .isEmpty();
  }

  @Test
  void aZipThatIsTooLargeInlineIsRefusedBeforeTheFirstCall() throws IOException {
    LayerDescriptor built = layer().build();
    LayerZip zip = built.zip();
    var large =
        new LayerDescriptor(
            built.definition(),
            "1",
            false,
            new LayerZip(zip.file(), zip.codeSha256(), 52_428_800, 52_428_800, 1));

    assertThatThrownBy(() -> publishing.publish(large))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("<bucket> is not set")
        .hasMessageContaining("52,428,800")
        .hasMessageContaining("69,905,066");
    assertThat(lambdaCalls()).isEmpty();
  }

  @Test
  void theBodyIsExactlyAsLongAsPackageReckoned() throws IOException {
    LayerDescriptor layer =
        layer().description("über \"x\"").licenseInfo("MIT").runtimes("java21").build();

    publishing.publish(layer);

    assertThat(aws.calls("PublishLayerVersion"))
        .extracting(RecordedCall::requestBytes)
        .containsExactly(PublishBody.of(layer.definition()).length(layer.zip().size()));
  }

  @Test
  void anUnchangedRunMakesThreeCallsAndNoWrite() throws IOException {
    LayerDescriptor layer = layer().permissions("public").build();
    publishing.publish(layer);
    aws.clearCalls();

    publishing.publish(layer);

    assertThat(lambdaCalls())
        .containsExactly("ListLayerVersions", "GetLayerVersion", "GetLayerVersionPolicy");
  }
}
