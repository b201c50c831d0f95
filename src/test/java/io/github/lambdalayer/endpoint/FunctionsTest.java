package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OTHER;
import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ResourceNotReadyException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

final class FunctionsTest extends WithEndpoint {

  private static final String NAME = "orders";

  private String layer(String name) {
    return Clients.publish(lambda, name).layerVersionArn();
  }

  private void put(String... layers) {
    endpoint.functions().put(OWNER, REGION, FunctionSpec.of(NAME).layers(layers));
  }

  private List<String> layers() {
    return endpoint.functions().layers(OWNER, REGION, NAME);
  }

  private void update(String... layers) {
    lambda.updateFunctionConfiguration(u -> u.functionName(NAME).layers(layers));
  }

  private static <T extends Throwable> void refused(
      Class<T> type, ThrowingCallable call, String said) {
    assertThatExceptionOfType(type).isThrownBy(call).withMessageContaining(said);
  }

  @Test
  void aFunctionIsShownAsItIs() {
    String arn = layer("sdk");
    endpoint
        .functions()
        .put(
            OWNER,
            REGION,
            FunctionSpec.of(NAME)
                .runtime("java17")
                .architecture("arm64")
                .layers(arn)
                .tag("a", "b"));

    var shown = lambda.getFunctionConfiguration(get -> get.functionName(NAME));

    assertThat(shown.functionArn()).endsWith(OWNER + ":function:" + NAME);
    assertThat(shown.runtimeAsString()).isEqualTo("java17");
    assertThat(shown.architecturesAsStrings()).containsExactly("arm64");
    assertThat(shown.layers()).extracting(Layer::arn).containsExactly(arn);
    assertThat(shown.layers().get(0).codeSize()).isPositive();
    assertThat(shown.stateAsString()).isEqualTo("Active");
    assertThat(shown.lastUpdateStatusAsString()).isEqualTo("Successful");
    assertThat(lambda.listTags(list -> list.resource(shown.functionArn())).tags())
        .containsEntry("a", "b");
  }

  @Test
  void aListHasPagesOfFiftyAndNoStates() {
    IntStream.range(0, 40)
        .forEach(
            i ->
                endpoint
                    .functions()
                    .put(OWNER, REGION, FunctionSpec.of("f-" + i).publish().publish()));
    var all = new ArrayList<FunctionConfiguration>();
    String marker = null;
    int pages = 0;
    do {
      String from = marker;
      var page =
          lambda.listFunctions(list -> list.functionVersion("ALL").maxItems(10_000).marker(from));
      all.addAll(page.functions());
      marker = page.nextMarker();
      pages++;
    } while (marker != null);

    assertThat(pages).isEqualTo(3);
    assertThat(all).hasSize(120);
    assertThat(all).extracting(FunctionConfiguration::functionArn).doesNotHaveDuplicates();
    assertThat(all.get(0).functionArn()).endsWith(":function:f-0:$LATEST");
    assertThat(all.get(1).version()).isEqualTo("1");
    assertThat(all.get(0).stateAsString()).isNull();
    assertThat(lambda.listFunctions().functions()).hasSize(40);
  }

  @Test
  void anotherAccountSeesNothingOfIt() {
    put();
    try (LambdaClient other = Clients.client(endpoint, OTHER, REGION)) {
      assertThat(other.listFunctions().functions()).isEmpty();
      refused(
          ResourceNotFoundException.class,
          () -> other.getFunctionConfiguration(get -> get.functionName(NAME)),
          "Function not found");
    }
  }

  @Test
  void anUpdateIsUnderWayUntilItWasReadOftenEnough() {
    put(layer("sdk"));
    String next = layer("sdk");
    endpoint.functions().updateReads(OWNER, REGION, NAME, 2);
    String first = endpoint.functions().revision(OWNER, REGION, NAME);
    var changed = lambda.updateFunctionConfiguration(u -> u.functionName(NAME).layers(next));

    assertThat(changed.lastUpdateStatusAsString()).isEqualTo("InProgress");
    assertThat(changed.revisionId()).isNotEqualTo(first);
    refused(ResourceConflictException.class, () -> update(), "An update is in progress");
    assertThat(status()).isEqualTo("InProgress");
    assertThat(status()).isEqualTo("InProgress");
    assertThat(status()).isEqualTo("Successful");
    assertThat(layers()).containsExactly(next);
    assertThat(endpoint.functions().revision(OWNER, REGION, NAME))
        .isNotEqualTo(changed.revisionId());
  }

  private String status() {
    return lambda.getFunctionConfiguration(g -> g.functionName(NAME)).lastUpdateStatusAsString();
  }

  @Test
  void aFailedUpdateLeavesWhatWasThere() {
    String before = layer("sdk");
    put(before);
    endpoint.functions().updateReads(OWNER, REGION, NAME, 0);
    endpoint.functions().failNextUpdate(OWNER, REGION, NAME, "no room");
    update(layer("sdk"));
    var shown = lambda.getFunctionConfiguration(g -> g.functionName(NAME));

    assertThat(shown.lastUpdateStatusAsString()).isEqualTo("Failed");
    assertThat(shown.lastUpdateStatusReason()).isEqualTo("no room");
    assertThat(layers()).containsExactly(before);
  }

  @Test
  void invocationsAnswerWhatTheTestSays() {
    put();
    assertThat(invoke("{}").functionError()).isNull();
    endpoint.functions().answer(OWNER, REGION, NAME, "Unhandled", "{\"errorMessage\":\"no\"}");
    assertThat(invoke("{\"a\":1}").functionError()).isEqualTo("Unhandled");
    assertThat(invoke("[]").payload().asUtf8String()).isEqualTo("{\"errorMessage\":\"no\"}");
    refused(InvalidRequestContentException.class, () -> invoke("{"), "json");
    endpoint.functions().state(OWNER, REGION, NAME, "Inactive");
    refused(ResourceNotReadyException.class, () -> invoke("{}"), "inactive");
    invoke("{}");
  }

  private software.amazon.awssdk.services.lambda.model.InvokeResponse invoke(String event) {
    return lambda.invoke(i -> i.functionName(NAME).payload(SdkBytes.fromUtf8String(event)));
  }

  @Test
  void invocationsDoNotCountForTheRate() {
    put();
    endpoint.limitRate(1);
    invoke("{}");
    invoke("{}");
    status();
    refused(TooManyRequestsException.class, this::status, "Rate exceeded");
  }
}
