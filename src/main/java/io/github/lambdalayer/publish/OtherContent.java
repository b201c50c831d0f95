package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Messages;
import java.util.Optional;

/** A version that was made holds something else than what was sent: nobody is let in. */
final class OtherContent {

  private OtherContent() {}

  /** Refuses such a version. */
  static void refuse(ContentCheck content, LiveVersion live, LayerDescriptor layer, Target target) {
    Optional<String> difference = content.difference(live);
    if (difference.isEmpty()) {
      return;
    }
    throw new TargetException(
        Messages.format(
            "%s has the digest %s, not that of %s (%s)%s: something between here and Lambda changes"
                + " what is sent, such as a proxy or code signing. The version is not shared;"
                + " delete it with: aws lambda delete-layer-version --region %s --layer-name %s"
                + " --version-number %d",
            live.arn(),
            live.codeSha256(),
            layer.zip().file(),
            layer.zip().codeSha256(),
            live.signature() == null ? "" : ", nor is it known to be that zip as it was signed",
            target.region(),
            layer.definition().name(),
            live.arn().version()));
  }
}
