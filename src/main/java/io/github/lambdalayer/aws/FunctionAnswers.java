package io.github.lambdalayer.aws;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.lambdalayer.aws.FunctionVersion.UsedLayer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;

/** Lambda's answers about functions as this plugin knows them. */
final class FunctionAnswers {

  private static final String IMAGE = "Image";

  /** What Lambda runs a function on that names no architecture. */
  private static final String DEFAULT_ARCHITECTURE = "x86_64";

  private final CallErrors errors;

  FunctionAnswers(CallErrors errors) {
    this.errors = errors;
  }

  /**
   * The fields of an answer by the names that the API gives them: three operations tell of a function in the
   * same ones, and the SDK has a class for each.
   */
  private interface Fields {

    <T> Optional<T> get(String name, Class<T> type);

    private String text(String name) {
      return get(name, String.class).orElse("");
    }

    private List<?> list(String name) {
      return get(name, List.class).orElse(List.of());
    }
  }

  FunctionVersion listed(FunctionConfiguration item) {
    return function("ListFunctions", item::getValueForField);
  }

  FunctionVersion function(GetFunctionConfigurationResponse answer) {
    return function("GetFunctionConfiguration", answer::getValueForField);
  }

  FunctionVersion function(UpdateFunctionConfigurationResponse answer) {
    return function("UpdateFunctionConfiguration", answer::getValueForField);
  }

  private FunctionVersion function(String operation, Fields answer) {
    String arn = answer.text("FunctionArn");
    String name = answer.text("FunctionName");
    if (arn.isEmpty() || name.isEmpty()) {
      // What answered with success and without an ARN is a proxy's page, not Lambda.
      throw errors.unusable(operation, null);
    }
    Set<String> architectures =
        answer.list("Architectures").stream().map(String.class::cast).collect(toUnmodifiableSet());
    return new FunctionVersion(
        unqualified(arn),
        name,
        answer.get("Version", String.class).orElse(FunctionVersion.LATEST),
        answer.text("Runtime"),
        architectures.isEmpty() ? Set.of(DEFAULT_ARCHITECTURE) : architectures,
        answer.get("CodeSize", Long.class).orElse(0L),
        IMAGE.equals(answer.text("PackageType")),
        answer.list("Layers").stream().map(layer -> used(operation, (Layer) layer)).toList(),
        answer.text("RevisionId"),
        new FunctionStatus(
            answer.text("State"),
            answer.text("StateReason"),
            answer.text("LastUpdateStatus"),
            answer.text("LastUpdateStatusReason")));
  }

  /** Lists end an ARN with the version, other answers do not: {@code …:function:NAME[:VERSION]}. */
  private static String unqualified(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length == 8 ? arn.substring(0, arn.lastIndexOf(':')) : arn;
  }

  private UsedLayer used(String operation, Layer layer) {
    if (layer.arn() == null) {
      throw errors.unusable(operation, null);
    }
    return new UsedLayer(layer.arn(), Objects.requireNonNullElse(layer.codeSize(), 0L));
  }

  Invocation invocation(InvokeResponse answer) {
    if (answer.statusCode() == null) {
      throw errors.unusable("Invoke", null);
    }
    return new Invocation(
        text(answer.functionError()),
        answer.payload() == null ? "" : answer.payload().asUtf8String());
  }

  static String codeSigningArn(GetFunctionCodeSigningConfigResponse answer) {
    return text(answer.codeSigningConfigArn());
  }

  CodeSigning codeSigning(GetCodeSigningConfigResponse answer) {
    var config = answer.codeSigningConfig();
    if (config == null || config.codeSigningConfigArn() == null) {
      throw errors.unusable("GetCodeSigningConfig", null);
    }
    var policies = config.codeSigningPolicies();
    var publishers = config.allowedPublishers();
    return new CodeSigning(
        config.codeSigningConfigArn(),
        policies != null && "Enforce".equals(policies.untrustedArtifactOnDeploymentAsString()),
        publishers == null ? List.of() : publishers.signingProfileVersionArns());
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
