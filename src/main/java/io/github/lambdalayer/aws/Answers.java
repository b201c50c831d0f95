package io.github.lambdalayer.aws;

import com.google.gson.JsonParseException;
import io.github.lambdalayer.layer.LayerVersionArn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionPolicyResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentOutput;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** Lambda's answers as this plugin knows them; what says success and holds nothing is refused. */
final class Answers {

  private static final DateTimeFormatter CREATED =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  private final CallErrors errors;

  Answers(CallErrors errors) {
    this.errors = errors;
  }

  LiveVersion version(GetLayerVersionResponse answer) {
    return version(
        "GetLayerVersion",
        answer.layerVersionArn(),
        answer.content(),
        answer.description(),
        answer.licenseInfo(),
        answer.compatibleRuntimesAsStrings(),
        answer.compatibleArchitecturesAsStrings());
  }

  LiveVersion version(GetLayerVersionByArnResponse answer) {
    return version(
        "GetLayerVersionByArn",
        answer.layerVersionArn(),
        answer.content(),
        answer.description(),
        answer.licenseInfo(),
        answer.compatibleRuntimesAsStrings(),
        answer.compatibleArchitecturesAsStrings());
  }

  LiveVersion version(PublishLayerVersionResponse answer) {
    return version(
        "PublishLayerVersion",
        answer.layerVersionArn(),
        answer.content(),
        answer.description(),
        answer.licenseInfo(),
        answer.compatibleRuntimesAsStrings(),
        answer.compatibleArchitecturesAsStrings());
  }

  private LiveVersion version(
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
        Objects.requireNonNullElse(description, ""),
        Objects.requireNonNullElse(licenseInfo, ""),
        Set.copyOf(runtimes),
        Set.copyOf(architectures),
        content.location(),
        content.signingJobArn() == null || content.signingProfileVersionArn() == null
            ? null
            : new LiveVersion.Signature(
                content.signingProfileVersionArn(), content.signingJobArn()));
  }

  private LayerVersionArn parsed(String operation, String arn) {
    try {
      return LayerVersionArn.parse(arn);
    } catch (IllegalArgumentException e) {
      throw errors.unusable(operation, e);
    }
  }

  LambdaLayers.Listed listed(LayerVersionsListItem item) {
    String operation = "ListLayerVersions";
    if (item.version() == null || item.layerVersionArn() == null) {
      throw errors.unusable(operation, null);
    }
    return new LambdaLayers.Listed(
        parsed(operation, item.layerVersionArn()),
        Objects.requireNonNullElse(item.description(), ""),
        created(item.createdDate()),
        item.compatibleRuntimesAsStrings(),
        item.compatibleArchitecturesAsStrings());
  }

  /** Such as {@code 2018-11-27T15:10:45.123+0000}. */
  private static @Nullable Instant created(@Nullable String text) {
    try {
      return text == null ? null : Instant.from(CREATED.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }

  LayerPolicy policy(GetLayerVersionPolicyResponse answer) {
    try {
      return LayerPolicy.parse(
          Objects.requireNonNullElse(answer.policy(), ""), answer.revisionId());
    } catch (JsonParseException | IllegalStateException e) {
      throw errors.unusable("GetLayerVersionPolicy", e);
    }
  }

  CodeStorage storage(GetAccountSettingsResponse answer) {
    if (answer.accountLimit() == null
        || answer.accountUsage() == null
        || answer.accountLimit().totalCodeSize() == null
        || answer.accountUsage().totalCodeSize() == null) {
      throw errors.unusable("GetAccountSettings", null);
    }
    return new CodeStorage(
        answer.accountUsage().totalCodeSize(), answer.accountLimit().totalCodeSize());
  }
}
