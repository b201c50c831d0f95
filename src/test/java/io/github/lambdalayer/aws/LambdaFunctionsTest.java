package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.endpoint.Zips;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LambdaFunctionsTest {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final String REGION = "eu-west-1";
  private static final String LAYER = "arn:aws:lambda:eu-west-1:" + ACCOUNT + ":layer:sdk:1";

  private StrictLambdaEndpoint aws;
  private AwsConnection connection;
  private LambdaFunctions functions;

  @BeforeEach
  void start() {
    aws = StrictLambdaEndpoint.start();
    SystemCredentials.set();
    connection =
        AwsConnection.open(
            new AwsSettings(
                Identity.DEFAULT,
                aws.uri(),
                null,
                new Timing(Duration.ofSeconds(5), Duration.ofSeconds(5), Pace.REAL)),
            new RegionChoice(List.of(REGION), List.of(), false));
    functions = connection.functionsIn(REGION);
    aws.publishByHand(ACCOUNT, REGION, "sdk", Zips.of("a.txt", "a"), "");
  }

  @AfterEach
  void stop() {
    connection.close();
    aws.close();
    SystemCredentials.clear();
  }

  private void put(FunctionSpec spec) {
    aws.functions().put(ACCOUNT, REGION, spec);
  }

  private FunctionVersion get() {
    return functions.find("orders").orElseThrow();
  }

  @Test
  void allFunctionsAndTheirPublishedVersionsAreListed() {
    IntStream.range(10, 70).forEach(i -> put(FunctionSpec.of("f-" + i).publish(LAYER)));
    List<FunctionVersion> all = functions.list();

    assertThat(all).hasSize(120);
    assertThat(all.get(0).isLatest()).isTrue();
    assertThat(all.get(0).arn()).endsWith(":function:f-10");
    assertThat(all.get(0).status().state()).isEmpty();
    assertThat(all.get(1)).hasToString("f-10:1");
    assertThat(all.get(1).arn()).endsWith(":function:f-10");
    assertThat(all.get(1).layerArns()).containsExactly(LAYER);
    assertThat(aws.calls("ListFunctions")).hasSize(3);
  }

  @Test
  void aFunctionIsReadWithAllThatCounts() {
    put(
        FunctionSpec.of("orders")
            .runtime("java17")
            .architecture("arm64")
            .layers(LAYER)
            .size(77, 100)
            .tag("team", "web"));
    FunctionVersion orders = get();

    assertThat(orders.runtime()).isEqualTo("java17");
    assertThat(orders.architectures()).containsExactly("arm64");
    assertThat(orders.codeSize()).isEqualTo(77);
    assertThat(orders.isImage()).isFalse();
    assertThat(orders.layers().get(0).codeSize()).isPositive();
    assertThat(orders.status().isUpdating()).isFalse();
    assertThat(functions.tags(orders.arn())).containsEntry("team", "web");
    assertThat(functions.find("none")).isEmpty();
  }

  @Test
  void layersOfAwsItselfAreKnownByTheirNames() {
    String own = "arn:aws:lambda:::awslayer:AmazonLinux1803";
    put(FunctionSpec.of("orders").layers(own, LAYER));

    assertThat(functions.list()).singleElement().matches(f -> f.layerArns().contains(own));
    assertThat(functions.update("orders", List.of(LAYER, own), get().revision()).layerArns())
        .containsExactly(LAYER, own);
  }

  @Test
  void anUpdateGivesTheWholeList() {
    put(FunctionSpec.of("orders"));
    FunctionVersion changed = functions.update("orders", List.of(LAYER), get().revision());

    assertThat(changed.layerArns()).containsExactly(LAYER);
    assertThat(changed.status().isUpdating()).isTrue();
    get();
    assertThat(get().status().update()).isEqualTo("Successful");
    functions.update("orders", List.of(), get().revision());
    assertThat(get().layerArns()).isEmpty();
  }

  @Test
  void aLostAnswerIsNotRepeated() {
    put(FunctionSpec.of("orders"));
    String revision = get().revision();
    aws.fail("UpdateFunctionConfiguration", Fault.ANSWER_LOST);

    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> functions.update("orders", List.of(LAYER), revision))
        .matches(e -> e.kind() == LambdaCallException.Kind.UNCERTAIN);
    assertThat(aws.calls("UpdateFunctionConfiguration")).hasSize(1);
    assertThat(get().layerArns()).containsExactly(LAYER);
  }

  @Test
  void aLostRevisionIsAConflict() {
    put(FunctionSpec.of("orders"));
    String revision = get().revision();
    aws.functions().rivalBeforeNextUpdate(ACCOUNT, REGION, "orders");

    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> functions.update("orders", List.of(LAYER), revision))
        .matches(LambdaCallException::isConflict)
        .withMessageContaining("Somebody else has changed the function meanwhile.");
  }

  @Test
  void anInvocationTellsTheFunctionsError() {
    put(FunctionSpec.of("orders"));
    assertThat(functions.invoke("orders", "{}").hasFailed()).isFalse();
    aws.functions().answer(ACCOUNT, REGION, "orders", "Unhandled", "{\"errorMessage\":\"no\"}");

    assertThat(functions.invoke("orders", "{}"))
        .isEqualTo(new Invocation("Unhandled", "{\"errorMessage\":\"no\"}"));
  }

  @Test
  void codeSigningIsExplained() {
    put(FunctionSpec.of("orders"));
    assertThat(functions.codeSigning("orders")).isEmpty();
    String arn = aws.functions().requireSignature(ACCOUNT, REGION, "orders", true, "profile");

    assertThat(functions.codeSigning("orders"))
        .contains(new CodeSigning(arn, true, List.of("profile")));
    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> functions.update("orders", List.of(LAYER), get().revision()))
        .matches(e -> e.code().equals("CodeVerificationFailedException"))
        .withMessageContaining("Sign the layer with one of the allowed profiles");
  }

  @ParameterizedTest
  @CsvSource({
    "CodeSigningConfigNotFoundException, not there any more",
    "InvalidCodeSignatureException, changed the zip after it was signed",
    "ResourceConflictException, wait until it is done",
    "ResourceNotReadyException, try again in a while",
    "ResourceNotFoundException, deleted the function"
  })
  void everyRefusalHasAFix(String code, String fix) {
    assertThat(CallErrors.fix("UpdateFunctionConfiguration", code, 400, "")).contains(fix);
  }

  @Test
  void theActionThatIsMissingIsNamedAsPoliciesNameIt() {
    assertThat(CallErrors.fix("Invoke", "AccessDeniedException", 403, ""))
        .contains("lambda:InvokeFunction");
    assertThat(CallErrors.fix("ListTags", "AccessDeniedException", 403, ""))
        .contains("lambda:ListTags");
  }

  @Test
  void whatIsWrongWithALayerIsNoMatterOfPackage() {
    assertThat(
            CallErrors.fix(
                "UpdateFunctionConfiguration", "InvalidParameterValueException", 400, ""))
        .isEmpty();
    assertThat(CallErrors.fix("PublishLayerVersion", "InvalidParameterValueException", 400, ""))
        .isNotEmpty();
  }
}
