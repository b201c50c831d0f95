package io.github.lambdalayer.aws;

import com.google.gson.JsonParseException;
import io.github.lambdalayer.layer.InlineBody;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Permission;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentOutput;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * The layers of one region. All methods throw {@link LambdaCallException} when a call does not
 * succeed.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">Lambda API</a>
 */
public final class LambdaLayers {

  private final LambdaClient lambda;
  private final LambdaClient once;
  private final CallErrors errors;

  /**
   * Over two clients.
   *
   * @param lambda repeats calls as the SDK does: for calls that can be repeated
   * @param once never repeats a call
   */
  LambdaLayers(LambdaClient lambda, LambdaClient once, CallErrors errors) {
    this.lambda = lambda;
    this.once = once;
    this.errors = errors;
  }

  /** The newest version that is live, if the layer has one. */
  public Optional<LiveVersion> newest(LayerName name) {
    var listed =
        call(
            "ListLayerVersions",
            () ->
                found(() -> lambda.listLayerVersions(r -> r.layerName(name.value()).maxItems(1))));
    return listed
        .flatMap(answer -> answer.layerVersions().stream().findFirst())
        .map(newest -> get(name, number(newest.version())));
  }

  private long number(@Nullable Long version) {
    if (version == null) {
      throw errors.unusable("ListLayerVersions", null);
    }
    return version;
  }

  /** One version. */
  public LiveVersion get(LayerName name, long version) {
    var answer =
        call(
            "GetLayerVersion",
            () -> lambda.getLayerVersion(r -> r.layerName(name.value()).versionNumber(version)));
    return live(
        "GetLayerVersion",
        answer.layerVersionArn(),
        answer.content(),
        answer.description(),
        answer.licenseInfo(),
        answer.compatibleRuntimesAsStrings(),
        answer.compatibleArchitecturesAsStrings());
  }

  /**
   * Makes a new version. The call is made once: after {@link LambdaCallException.Kind#UNCERTAIN} a
   * version may exist or not.
   *
   * @param size the zip's length in bytes
   */
  public LiveVersion publish(LayerDefinition layer, Path zip, long size) {
    var upload = new InlineBodyInterceptor.Upload(InlineBody.of(layer), zip, size);
    var answer =
        call(
            "PublishLayerVersion",
            () ->
                once.publishLayerVersion(
                    r ->
                        r.layerName(layer.name().value())
                            .overrideConfiguration(
                                c ->
                                    c.putExecutionAttribute(
                                        InlineBodyInterceptor.UPLOAD, upload))));
    return live(
        "PublishLayerVersion",
        answer.layerVersionArn(),
        answer.content(),
        answer.description(),
        answer.licenseInfo(),
        answer.compatibleRuntimesAsStrings(),
        answer.compatibleArchitecturesAsStrings());
  }

  /** Who may use a version. */
  public LayerPolicy policy(LayerName name, long version) {
    var answer =
        call(
            "GetLayerVersionPolicy",
            () ->
                found(
                    () ->
                        lambda.getLayerVersionPolicy(
                            r -> r.layerName(name.value()).versionNumber(version))));
    return answer.map(policy -> parsed(policy.policy())).orElse(LayerPolicy.NONE);
  }

  /**
   * Adds a statement. Where one of that id is there already, nothing is changed: a repeated call
   * finds its own first attempt so, and the caller reads the policy back in any case.
   */
  public void grant(LayerName name, long version, Permission permission) {
    call(
        "AddLayerVersionPermission",
        () -> {
          try {
            return lambda.addLayerVersionPermission(
                r ->
                    r.layerName(name.value())
                        .versionNumber(version)
                        .statementId(permission.statementId())
                        .action("lambda:GetLayerVersion")
                        .principal(permission.principal())
                        .organizationId(permission.organizationId().orElse(null)));
          } catch (ResourceConflictException e) {
            return e;
          }
        });
  }

  private LayerPolicy parsed(@Nullable String policy) {
    try {
      return LayerPolicy.parse(Objects.requireNonNullElse(policy, ""));
    } catch (JsonParseException | IllegalStateException e) {
      throw errors.unusable("GetLayerVersionPolicy", e);
    }
  }

  private <T> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw errors.of(operation, e);
    }
  }

  private static <T> Optional<T> found(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  private LiveVersion live(
      String operation,
      @Nullable String arn,
      @Nullable LayerVersionContentOutput content,
      @Nullable String description,
      @Nullable String licenseInfo,
      List<String> runtimes,
      List<String> architectures) {
    if (arn == null
        || content == null
        || content.codeSha256() == null
        || content.codeSize() == null) {
      // What answered with success and without an ARN is a proxy's page, not Lambda.
      throw errors.unusable(operation, null);
    }
    return new LiveVersion(
        parsed(operation, arn),
        content.codeSha256(),
        content.codeSize(),
        description == null ? "" : description,
        licenseInfo == null ? "" : licenseInfo,
        Set.copyOf(runtimes),
        Set.copyOf(architectures));
  }

  private LayerVersionArn parsed(String operation, String arn) {
    try {
      return LayerVersionArn.parse(arn);
    } catch (IllegalArgumentException e) {
      throw errors.unusable(operation, e);
    }
  }

  void close() {
    lambda.close();
    once.close();
  }
}
