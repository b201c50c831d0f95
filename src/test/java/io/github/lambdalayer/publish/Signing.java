package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.StoredVersion;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.Publishing.Wish;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A test that publishes what AWS Signer signs, in two regions. */
abstract class Signing extends OnStrictEndpoint {

  static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  static final String REGION = Publishing.REGION;
  static final String OTHER_REGION = "us-west-2";
  static final String BUCKET = "layers-" + REGION;

  @BeforeEach
  final void makeBuckets() {
    for (String region : List.of(REGION, OTHER_REGION)) {
      aws.s3().bucket("layers-" + region, region);
      aws.s3().versioning("layers-" + region, true);
      aws.signer().profile(ACCOUNT, region, "release");
    }
  }

  static Options signed() {
    return new Options().through(Upload.Route.AUTO, "layers-{region}").signed("release");
  }

  final TargetResult publish(LayerDescriptor layer) {
    return publish(layer, signed());
  }

  final TargetResult publish(LayerDescriptor layer, Options options) {
    return publishing.publish(Wish.of(layer, REGION).with(options)).targets().get(0);
  }

  final List<StoredVersion> versions(String region) {
    return aws.versions(ACCOUNT, region, NAME);
  }

  final List<Long> numbers() {
    return versions(REGION).stream().map(StoredVersion::version).toList();
  }
}
