package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.PublishBody;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Rule;
import java.util.List;

/** Whether a zip can be sent to Lambda in a request. */
final class ZipSizes {

  private ZipSizes() {}

  static List<Finding> check(LayerDefinition definition, long size) {
    PublishBody body = PublishBody.of(definition);
    return body.fits(size)
        ? List.of()
        : List.of(
            Rule.INLINE_SIZE.found(
                Messages.format(
                    "The zip is too large to be sent to Lambda inline: the request would have %,d"
                        + " bytes, and %,d are accepted. lambda-layer:publish needs a bucket in each"
                        + " layer's region to send it through.",
                    body.length(size), Limits.INLINE_BODY_BYTES),
                "Set <bucket>, for example to layers-{region}, if it is not set already."));
  }
}
