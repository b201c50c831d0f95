package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.LayerSource;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.PublishBody;
import io.github.lambdalayer.publish.Upload.Route;
import java.util.Locale;
import java.util.function.Consumer;

/** Which way a zip goes. */
final class Routes {

  private Routes() {}

  /**
   * The way for a layer, {@link Route#AUTO} decided by size: through the bucket where the request would
   * be too large, or where there is a bucket and the requests of all targets together would be.
   *
   * @throws InvalidInputException if the zip cannot go the way that was asked for
   */
  static Route of(PublishRequest request) {
    Upload upload = request.options().upload();
    LayerDefinition layer = request.layer().definition();
    LayerZip zip = request.layer().zip();
    PublishBody body = PublishBody.of(layer);
    Route route = upload.route();
    if (upload.bucket() != null) {
      // Also where nothing goes through it today.
      Placeholders.bucket(upload.bucket(), "eu-west-1", "111122223333");
    }
    if (request.options().signing() != null) {
      return signed(request);
    }
    if (route == Route.AUTO) {
      long all = body.length(zip.size()) * request.targets().size();
      boolean throughBucket =
          upload.bucket() == null ? !body.fits(zip.size()) : all > Limits.INLINE_BODY_BYTES;
      route = throughBucket ? Route.S3 : Route.INLINE;
    }
    if (route == Route.INLINE && !body.fits(zip.size())) {
      throw InvalidInputException.beforeBuild(
          Messages.format(
              "<upload> is 'inline', and %s: set <upload> to 'auto' and name a <bucket>.",
              tooLarge(zip, body)));
    }
    if (route != Route.INLINE && upload.bucket() == null) {
      throw new InvalidInputException(
          upload.route() == Route.AUTO
              ? Messages.format(
                  "<bucket> is not set, and %s. Name a bucket in each layer's region, for example"
                      + " -DlambdaLayer.bucket=my-layers-{region}.",
                  tooLarge(zip, body))
              : Messages.format(
                  "<upload> is '%s', and <bucket> is not set: name one, for example"
                      + " -DlambdaLayer.bucket=my-layers-{region}.",
                  upload.route().name().toLowerCase(Locale.ROOT)));
    }
    return route;
  }

  /** AWS Signer takes zips from a bucket, and leaves them there. */
  private static Route signed(PublishRequest request) {
    Upload upload = request.options().upload();
    if (upload.route() == Route.INLINE || upload.bucket() == null) {
      throw new InvalidInputException(
          Messages.format(
              "<signingProfile> is '%s', and %s: AWS Signer takes the zip from a bucket that keeps"
                  + " versions. Name one in each layer's region, for example"
                  + " -DlambdaLayer.bucket=my-layers-{region}.",
              request.options().signing(),
              upload.route() == Route.INLINE ? "<upload> is 'inline'" : "<bucket> is not set"));
    }
    return upload.route() == Route.REFERENCE ? Route.REFERENCE : Route.S3;
  }

  private static String tooLarge(LayerZip zip, PublishBody body) {
    return Messages.format(
        "%s has %,d bytes: the request would have %,d, and Lambda accepts %,d inline",
        zip.file(), zip.size(), body.length(zip.size()), Limits.INLINE_BODY_BYTES);
  }

  /** Where Lambda gets the zip from. */
  static ZipSource source(PublishRequest request, Consumer<String> progress) {
    Route route = of(request);
    SigningProfile signing = request.options().signing();
    if (signing != null) {
      return new SignedZips(request, signing, route == Route.REFERENCE, progress);
    }
    if (route != Route.INLINE) {
      return new StoredZips(request, route == Route.REFERENCE, progress);
    }
    LayerZip zip = request.layer().zip();
    var source = new LayerSource.Inline(zip.file(), zip.size());
    return target -> source;
  }
}
