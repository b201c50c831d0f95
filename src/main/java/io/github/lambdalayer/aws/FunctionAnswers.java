package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.FunctionVersion.UsedLayer;
import java.util.List;
import java.util.Objects;
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

  FunctionVersion listed(FunctionConfiguration item) {
    return function(
        "ListFunctions",
        item.functionArn(),
        item.functionName(),
        item.version(),
        item.runtimeAsString(),
        item.architecturesAsStrings(),
        item.codeSize(),
        item.packageTypeAsString(),
        item.layers(),
        item.revisionId(),
        status(
            item.stateAsString(),
            item.stateReason(),
            item.lastUpdateStatusAsString(),
            item.lastUpdateStatusReason()));
  }

  FunctionVersion function(GetFunctionConfigurationResponse answer) {
    return function(
        "GetFunctionConfiguration",
        answer.functionArn(),
        answer.functionName(),
        answer.version(),
        answer.runtimeAsString(),
        answer.architecturesAsStrings(),
        answer.codeSize(),
        answer.packageTypeAsString(),
        answer.layers(),
        answer.revisionId(),
        status(
            answer.stateAsString(),
            answer.stateReason(),
            answer.lastUpdateStatusAsString(),
            answer.lastUpdateStatusReason()));
  }

  FunctionVersion function(UpdateFunctionConfigurationResponse answer) {
    return function(
        "UpdateFunctionConfiguration",
        answer.functionArn(),
        answer.functionName(),
        answer.version(),
        answer.runtimeAsString(),
        answer.architecturesAsStrings(),
        answer.codeSize(),
        answer.packageTypeAsString(),
        answer.layers(),
        answer.revisionId(),
        status(
            answer.stateAsString(),
            answer.stateReason(),
            answer.lastUpdateStatusAsString(),
            answer.lastUpdateStatusReason()));
  }

  private FunctionVersion function(
      String operation,
      @Nullable String arn,
      @Nullable String name,
      @Nullable String version,
      @Nullable String runtime,
      List<String> architectures,
      @Nullable Long codeSize,
      @Nullable String packageType,
      List<Layer> layers,
      @Nullable String revision,
      FunctionStatus status) {
    if (arn == null || name == null) {
      // What answered with success and without an ARN is a proxy's page, not Lambda.
      throw errors.unusable(operation, null);
    }
    return new FunctionVersion(
        unqualified(arn),
        name,
        Objects.requireNonNullElse(version, FunctionVersion.LATEST),
        text(runtime),
        architectures.isEmpty() ? Set.of(DEFAULT_ARCHITECTURE) : Set.copyOf(architectures),
        Objects.requireNonNullElse(codeSize, 0L),
        IMAGE.equals(packageType),
        layers.stream().map(layer -> used(operation, layer)).toList(),
        text(revision),
        status);
  }

  private static FunctionStatus status(
      @Nullable String state,
      @Nullable String stateReason,
      @Nullable String update,
      @Nullable String updateReason) {
    return new FunctionStatus(text(state), text(stateReason), text(update), text(updateReason));
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
