package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.publish.Publishing.Wish;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Systems Manager as it is on bad days. */
class ParametersTest extends OnStrictEndpoint {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:my-layer:";

  private Wish wish(LayerDescriptor layer) {
    return Wish.of(layer, Publishing.REGION).with(new Options().parameters("/layers/{layerName}"));
  }

  private TargetResult publish(LayerDescriptor layer) {
    return publishing.publish(wish(layer)).targets().get(0);
  }

  private Map<String, String> parameters() {
    return aws.parameters().in(ACCOUNT, Publishing.REGION);
  }

  @Test
  void nothingIsWrittenBeforeTheVersionMayBeUsed() throws IOException {
    aws.fail("AddLayerVersionPermission", Fault.ACCESS_DENIED);

    assertThat(publish(layer().permissions("public").build()).status()).isEqualTo(Status.FAILED);

    assertThat(aws.calls("PutParameter")).isEmpty();
    assertThat(publish(layer().permissions("public").build()).parameters()).hasSize(2);
    assertThat(lambdaCalls().lastIndexOf("GetLayerVersionPolicy"))
        .isLessThan(lambdaCalls().indexOf("PutParameter"));
  }

  @Test
  void anUnchangedRunReadsThemOnceAndWritesNothing() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer);
    aws.clearCalls();

    assertThat(publish(layer).status()).isEqualTo(Status.KEPT);

    assertThat(aws.calls("PutParameter")).isEmpty();
    assertThat(aws.calls("GetParameters")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "THROTTLE",
        "SERVICE_EXCEPTION_500",
        "SERVICE_EXCEPTION_500_AFTER",
        "HTML_503",
        "BAD_GATEWAY_502_AFTER",
        "RESET_BEFORE",
        "ANSWER_LOST",
        "ANSWER_CUT",
        "ANSWER_GARBLED"
      })
  void whatPassesIsTriedAgain(Fault fault) throws IOException {
    aws.fail("PutParameter", fault);
    aws.fail("GetParameters", fault);

    assertThat(publish(layer().build()).status()).isEqualTo(Status.PUBLISHED);

    assertThat(parameters())
        .isEqualTo(Map.of("/layers/my-layer/latest", ARN + 1, "/layers/my-layer/1", ARN + 1));
  }

  @Test
  void aRefusalFailsTheTargetWithItsArnAndTheNextRunMendsIt() throws IOException {
    LayerDescriptor layer = layer().build();
    aws.faults().deny(ACCOUNT, "ssm:PutParameter");

    TargetResult denied = publish(layer);

    assertThat(denied.status()).isEqualTo(Status.FAILED);
    assertThat(denied.version().orElseThrow().arn()).hasToString(ARN + 1);
    assertThat(denied.reason())
        .startsWith(ARN + "1 is published and shared, but what <ssmParameter> wants is not written")
        .contains("PutParameter was answered with 400 AccessDeniedException")
        .contains("Allow the action ssm:PutParameter to this identity");
    aws.faults().allow(ACCOUNT, "ssm:PutParameter");
    TargetResult mended = publish(layer);
    assertThat(mended.status()).isEqualTo(Status.KEPT);
    assertThat(mended.parameters()).hasSize(2);
    assertThat(aws.calls("PublishLayerVersion")).hasSize(1);
  }

  @Test
  void aRunThatDiedBetweenTheTwoIsMended() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer);
    aws.parameters().delete(ACCOUNT, Publishing.REGION, "/layers/my-layer/1");

    assertThat(publish(layer).parameters()).containsExactly("/layers/my-layer/1");
  }

  @Test
  void whoMayNotReadThemLearnsItBeforeAnythingIsPublished() throws IOException {
    aws.faults().deny(ACCOUNT, "ssm:GetParameters");
    LayerDescriptor layer = layer().build();

    assertThatExceptionOfType(PreflightException.class)
        .isThrownBy(() -> publish(layer))
        .withMessageContaining("Allow the action ssm:GetParameters to this identity");
    assertThat(aws.calls("PublishLayerVersion")).isEmpty();
  }

  @Test
  void whatIsNoArnIsNeverOverwrittenNorShown() throws IOException {
    aws.parameters()
        .put(ACCOUNT, Publishing.REGION, "/layers/my-layer/latest", "String", "a secret of others");
    LayerDescriptor layer = layer().build();

    assertThatExceptionOfType(PreflightException.class)
        .isThrownBy(() -> publish(layer))
        .withMessageContaining("holds no layer's ARN: it is not overwritten")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("a secret"));
    assertThat(aws.calls("PublishLayerVersion")).isEmpty();
  }

  @Test
  void aParameterOfAnotherTypeIsNotTouched() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer);
    aws.parameters().put(ACCOUNT, Publishing.REGION, "/layers/my-layer/1", "SecureString", ARN + 1);

    assertThatExceptionOfType(PreflightException.class)
        .isThrownBy(() -> publish(layer))
        .withMessageContaining("there is a SecureString of this name");
  }

  @Test
  void twoLayersInOnePathAreRefusedBeforeAnyCall() throws IOException {
    Options one = new Options().parameters("/layers/all");
    LayerDescriptor first = new BuiltLayer(folder.resolve("a"), "first").build();
    LayerDescriptor second = new BuiltLayer(folder.resolve("b"), "second").build();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                publishing.publishAll(
                    List.of(
                        Wish.of(first, Publishing.REGION).with(one),
                        Wish.of(second, Publishing.REGION).with(one))))
        .withMessageContaining("'/layers/all' for first and for second")
        .withMessageContaining("Use {layerName} in it");
    assertThat(lambdaCalls()).isEmpty();
  }

  @Test
  void anotherRunsLayerKeepsItsParameters() throws IOException {
    Options all = new Options().parameters("/layers/all");
    LayerDescriptor first = new BuiltLayer(folder.resolve("a"), "first").build();
    LayerDescriptor second = new BuiltLayer(folder.resolve("b"), "second").build();
    publishing.publish(Wish.of(first, Publishing.REGION).with(all));

    assertThatExceptionOfType(PreflightException.class)
        .isThrownBy(() -> publishing.publish(Wish.of(second, Publishing.REGION).with(all)))
        .withMessageContaining("/layers/all/latest")
        .withMessageContaining(
            "holds the ARN of another layer, arn:aws:lambda:eu-west-1:123456789012:layer:first:1")
        .withMessageContaining("Put {layerName} into the path");
    assertThat(aws.calls("PublishLayerVersion")).hasSize(1);
    assertThat(parameters().values())
        .containsOnly("arn:aws:lambda:eu-west-1:123456789012:layer:first:1");
  }

  @Test
  void aKeptVersionTakesNoParametersOfAnotherLayerEither() throws IOException {
    LayerDescriptor layer = layer().build();
    publishing.publish(layer);
    String other = ARN.replace("my-layer", "other") + 1;
    aws.parameters().put(ACCOUNT, Publishing.REGION, "/layers/my-layer/1", "String", other);

    assertThatExceptionOfType(PreflightException.class)
        .isThrownBy(() -> publish(layer))
        .withMessageContaining("holds the ARN of another layer, " + other);
    assertThat(aws.calls("PutParameter")).isEmpty();
  }

  @Test
  void theSameLayerOfAnotherAccountIsAnotherLayer() throws IOException {
    String other = ARN.replace(ACCOUNT, "111122223333") + 1;
    aws.parameters().put(ACCOUNT, Publishing.REGION, "/layers/my-layer/latest", "String", other);
    LayerDescriptor layer = layer().build();

    assertThatExceptionOfType(PreflightException.class)
        .isThrownBy(() -> publish(layer))
        .withMessageContaining("holds the ARN of another layer, " + other);
    assertThat(aws.calls("PublishLayerVersion")).isEmpty();
  }

  @Test
  void thePlanTellsWhatWillBeWritten() throws IOException {
    LayerDescriptor layer = layer().build();

    assertThat(publishing.planAll(List.of(wish(layer))).get(0).targets().get(0).parameters())
        .containsExactly("/layers/my-layer/latest", "/layers/my-layer/{version}");
    publishing.publish(layer);
    assertThat(publishing.planAll(List.of(wish(layer))).get(0).targets().get(0).parameters())
        .containsExactly("/layers/my-layer/latest", "/layers/my-layer/1");
    assertThat(aws.calls("PutParameter")).isEmpty();
    publish(layer);
    assertThat(publishing.planAll(List.of(wish(layer))).get(0).targets().get(0).parameters())
        .isEmpty();
  }
}
