package io.github.lambdalayer.operate;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.archive.LayerZipReader;
import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.LiveLayer;
import io.github.lambdalayer.publish.Target;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the versions that functions are to have. */
final class WantedLayers {

  private final AttachRequest request;
  private final Map<String, Long> unzipped = new ConcurrentHashMap<>();

  WantedLayers(AttachRequest request) {
    this.request = request;
  }

  /** The account that has the layers which a function is to use. */
  String owner(FunctionVersion function) {
    return Objects.requireNonNullElse(request.owner(), function.account());
  }

  /**
   * The version of a layer that functions of a target are to have.
   *
   * @param user one of them
   * @throws InvalidInputException if there is no such version
   */
  WantedLayer find(Target target, LayerName name, FunctionVersion user) {
    String owner = owner(user);
    if (request.version().isNone()) {
      return new WantedLayer(name, owner, null, 0);
    }
    OptionalLong number = number(target, name, owner);
    LiveVersion version =
        number.isEmpty()
            ? newest(target, name, owner, user)
            : named(
                target,
                user,
                new LayerVersionArn(
                    user.partition(), target.region(), owner, name, number.getAsLong()));
    return new WantedLayer(name, owner, version, unzipped(target, version));
  }

  private OptionalLong number(Target target, LayerName name, String owner) {
    return request.version().isNewest()
        ? request.published().version(name, owner, target.region())
        : request.version().in(target.region());
  }

  private static LiveVersion newest(
      Target target, LayerName name, String owner, FunctionVersion user) {
    if (!owner.equals(user.account())) {
      throw new InvalidInputException(
          Messages.format(
              "Only the account %s can say which version of %s is the newest: name one with"
                  + " -DlambdaLayer.version.",
              owner, name));
    }
    return LiveLayer.read(target.layers(), name)
        .newest()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format(
                        "There is no version of %s: publish it, or name the account that has it with"
                            + " -DlambdaLayer.owner.",
                        name)));
  }

  private static LiveVersion named(Target target, FunctionVersion user, LayerVersionArn arn) {
    return find(target, user.account(), arn)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format(
                        "There is no version %d of %s. lambda-layer:versions lists those that there"
                            + " are; name one with -DlambdaLayer.version.",
                        arn.version(), arn.layerName())));
  }

  /**
   * A version, if it is live: by its name where it is the account's own, for emulators know nothing of
   * ARNs.
   */
  static Optional<LiveVersion> find(Target target, String account, LayerVersionArn arn) {
    return arn.account().equals(account)
        ? target.layers().find(arn.layerName(), arn.version())
        : target.layers().find(arn);
  }

  /** Read off the directory of the live zip; the same zip is looked at once for all targets. */
  private long unzipped(Target target, LiveVersion version) {
    return unzipped.computeIfAbsent(version.codeSha256(), digest -> read(target, version));
  }

  private static long read(Target target, LiveVersion version) {
    try (SeekableByteChannel zip = target.connection().open(version)) {
      return LayerZipReader.read(zip, version.toString()).entries().stream()
          .mapToLong(LayerContents.Entry::size)
          .sum();
    } catch (IOException | InvalidInputException e) {
      // Lambda adds it up itself; what is known without the zip is better than no answer.
      return version.codeSize();
    }
  }
}
