package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OTHER;
import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CodeSigningConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.CodeVerificationFailedException;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

final class FunctionRefusalsTest extends WithEndpoint {

  private static final String NAME = "orders";
  private static final String PROFILE =
      "arn:aws:signer:eu-west-1:111111111111:/signing-profiles/mine/abc";

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

  private String status() {
    return lambda.getFunctionConfiguration(g -> g.functionName(NAME)).lastUpdateStatusAsString();
  }

  private static <T extends Throwable> void refused(
      Class<T> type, ThrowingCallable call, String said) {
    assertThatExceptionOfType(type).isThrownBy(call).withMessageContaining(said);
  }

  @Test
  void anotherRevisionIsRefused() {
    put(layer("sdk"));
    String revision = endpoint.functions().revision(OWNER, REGION, NAME);
    endpoint.functions().rivalBeforeNextUpdate(OWNER, REGION, NAME);
    ThrowingCallable update =
        () ->
            lambda.updateFunctionConfiguration(
                u -> u.functionName(NAME).layers(List.of()).revisionId(revision));

    refused(PreconditionFailedException.class, update, "RevisionId");
    refused(PreconditionFailedException.class, update, "RevisionId");
    assertThat(layers()).hasSize(1);
  }

  @Test
  void whatNoFunctionCanHaveIsRefused() {
    put();
    String[] six = IntStream.range(0, 6).mapToObj(i -> layer("l-" + i)).toArray(String[]::new);
    String gone = layer("gone");
    endpoint.deleteVersion(OWNER, REGION, "gone", 1);

    refused(InvalidParameterValueException.class, () -> update(six), "more than 5 layers");
    refused(
        InvalidParameterValueException.class,
        () -> update(layer("sdk"), layer("sdk")),
        "Two different versions of the same layer");
    refused(InvalidParameterValueException.class, () -> update(gone), "does not exist");
    refused(
        InvalidParameterValueException.class,
        () -> update(gone.replace(REGION, "us-east-1")),
        "same region");
    assertThat(layers()).isEmpty();
  }

  @Test
  void aDeletedVersionStaysOnTheFunctionThatHasItAndCannotBeNamedAgain() {
    String old = layer("sdk");
    put(old);
    endpoint.deleteVersion(OWNER, REGION, "sdk", 1);

    lambda.updateFunctionConfiguration(u -> u.functionName(NAME).description("other"));
    assertThat(layers()).containsExactly(old);
    refused(
        InvalidParameterValueException.class, () -> update(old, layer("more")), "does not exist");
  }

  @Test
  void aForeignVersionNeedsAGrant() {
    String arn = layer("sdk");
    endpoint.functions().put(OTHER, REGION, FunctionSpec.of(NAME));
    try (LambdaClient other = Clients.client(endpoint, OTHER, REGION)) {
      ThrowingCallable update =
          () -> other.updateFunctionConfiguration(u -> u.functionName(NAME).layers(arn));
      refused(LambdaException.class, update, "not authorized to perform: lambda:GetLayerVersion");
      endpoint.addStatement(OWNER, REGION, "sdk", 1, "grant", OTHER, null);
      other.updateFunctionConfiguration(u -> u.functionName(NAME).layers(arn));
    }
    assertThat(endpoint.functions().layers(OTHER, REGION, NAME)).containsExactly(arn);
  }

  @Test
  void codeAndLayersTogetherHaveALimitUnzipped() {
    String arn = layer("sdk");
    endpoint.functions().put(OWNER, REGION, FunctionSpec.of(NAME).size(10, 262_143_999));
    update(arn);
    endpoint.functions().put(OWNER, REGION, FunctionSpec.of(NAME).size(10, 262_144_000));

    refused(
        InvalidParameterValueException.class,
        () -> update(arn),
        "maximum allowed size of 262144000 bytes. The actual size is 262144001 bytes");
  }

  @Test
  void anImageTakesNoLayers() {
    endpoint.functions().put(OWNER, REGION, FunctionSpec.of(NAME).image());

    refused(InvalidParameterValueException.class, () -> update(layer("sdk")), "Image");
    var shown = lambda.getFunctionConfiguration(get -> get.functionName(NAME));
    assertThat(shown.packageTypeAsString()).isEqualTo("Image");
    assertThat(shown.runtimeAsString()).isNull();
  }

  @Test
  void aFunctionThatIsNotReadyTakesNoUpdate() {
    put();
    endpoint.functions().state(OWNER, REGION, NAME, "Pending");
    refused(ResourceConflictException.class, () -> update(), "state: Pending");
    endpoint.functions().state(OWNER, REGION, NAME, "Active");
    endpoint.functions().startUpdate(OWNER, REGION, NAME, 0);
    refused(ResourceConflictException.class, () -> update(), "An update is in progress");
    assertThat(status()).isEqualTo("Successful");
    update();
  }

  @Test
  void enforcedCodeSigningTakesSignedLayersOnly() {
    put();
    String arn = layer("sdk");
    String config = endpoint.functions().requireSignature(OWNER, REGION, NAME, true, PROFILE);

    refused(
        CodeVerificationFailedException.class, () -> update(arn), "Check the provided signature");
    endpoint.functions().sign(arn, "another profile");
    refused(
        CodeVerificationFailedException.class, () -> update(arn), "Check the provided signature");
    endpoint.functions().sign(arn, PROFILE);
    update(arn);
    assertThat(
            lambda
                .getCodeSigningConfig(
                    get ->
                        get.codeSigningConfigArn(
                            lambda
                                .getFunctionCodeSigningConfig(f -> f.functionName(NAME))
                                .codeSigningConfigArn()))
                .codeSigningConfig()
                .allowedPublishers()
                .signingProfileVersionArns())
        .containsExactly(PROFILE);
    assertThat(status()).isEqualTo("InProgress");
    assertThat(status()).isEqualTo("Successful");
    endpoint.functions().removeSigningConfig(config);
    refused(CodeSigningConfigNotFoundException.class, () -> update(arn), "cannot be found");
  }

  @Test
  void codeSigningThatOnlyWarnsTakesEverything() {
    put();
    endpoint.functions().requireSignature(OWNER, REGION, NAME, false, PROFILE);
    String arn = layer("sdk");
    update(arn);
    assertThat(layers()).containsExactly(arn);
  }

  @Test
  void oneFunctionCanBeThrottledAlone() {
    put();
    endpoint.functions().throttle(OWNER, REGION, NAME, true);
    refused(TooManyRequestsException.class, () -> update(), "Rate exceeded");
    endpoint.functions().throttle(OWNER, REGION, NAME, false);
    update();
  }
}
