package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.ParameterPath;
import io.github.lambdalayer.publish.PublishOptions;
import io.github.lambdalayer.publish.SigningProfile;
import io.github.lambdalayer.publish.Upload;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the parameters of a goal that publishes mean. */
final class PublishSetup {

  private final AbstractPublishMojo mojo;

  PublishSetup(AbstractPublishMojo mojo) {
    this.mojo = mojo;
  }

  /** How to publish. */
  PublishOptions options() {
    return new PublishOptions(
        mojo.force,
        mojo.allowPublicSnapshot,
        mojo.removeOtherGrants,
        mojo.alignVersions,
        mojo.failFast,
        new AwsSetup(mojo).threads(),
        new Upload(
            route(),
            Parameters.text(mojo.bucket),
            Parameters.keyPrefix(mojo.keyPrefix),
            mojo.keepObject),
        signing(),
        parameters(),
        mojo.layerDirectory());
  }

  private @Nullable SigningProfile signing() {
    String profile = Parameters.text(mojo.signingProfile);
    return profile == null
        ? null
        : SigningProfile.parse(
            profile, AwsSetup.seconds("signingTimeout", mojo.signingTimeout, 86_400));
  }

  private @Nullable ParameterPath parameters() {
    String path = Parameters.text(mojo.ssmParameter);
    return path == null ? null : new ParameterPath(path);
  }

  private Upload.Route route() {
    return Arrays.stream(Upload.Route.values())
        .filter(route -> text(route).equals(mojo.upload.trim()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format(
                        "<upload> is '%s': write one of %s.",
                        mojo.upload,
                        Arrays.stream(Upload.Route.values())
                            .map(PublishSetup::text)
                            .collect(Collectors.joining(", ")))));
  }

  private static String text(Upload.Route route) {
    return route.name().toLowerCase(Locale.ROOT);
  }
}
