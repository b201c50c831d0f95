package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Messages;
import java.util.Optional;

/** Whether a live version holds what was built. */
@FunctionalInterface
interface ContentCheck {

  /** Why it does not, in words that follow upon nothing. */
  Optional<String> difference(LiveVersion live);

  /** By the digest, or, where zips are signed on the way, by the record of their signing. */
  static ContentCheck of(PublishRequest request, Target target) {
    SigningProfile profile = request.options().signing();
    return profile == null
        ? of(request.layer().zip())
        : new SignedContent(request.layer().zip(), profile, target);
  }

  /** By the digest. */
  static ContentCheck of(LayerZip zip) {
    return live ->
        zip.codeSha256().equals(live.codeSha256()) ? Optional.empty() : Optional.of(unlike(live));
  }

  /** A signed zip has another digest, whatever was signed. */
  private static String unlike(LiveVersion live) {
    LiveVersion.Signature signature = live.signature();
    long number = live.arn().version();
    return signature == null
        ? "the content differs from that of version " + number
        : Messages.format(
            "version %d is signed with %s, and <signingProfile> is not set",
            number, SignedContent.name(signature.profileVersionArn()));
  }
}
