package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What thirty regions hold of a layer before it is published, and how it is published to them. */
enum Scene {
  /** The layer is new in some regions and has changed in the others. */
  CHANGED {
    @Override
    void prepare(StrictLambdaEndpoint aws, String name, String region, int number, byte[] zip) {
      if (number % 3 > 0) {
        old(aws, name, region, "old");
        aws.addStatement(ACCOUNT, region, name, 1, "by-hand", "444455556666", null);
      }
    }

    @Override
    Options options() {
      return new Options();
    }
  },
  /** The content is there; a grant is missing and another one is too much. */
  GRANTS {
    @Override
    void prepare(StrictLambdaEndpoint aws, String name, String region, int number, byte[] zip) {
      aws.publishByHand(ACCOUNT, region, name, zip, "a layer");
      aws.addStatement(ACCOUNT, region, name, 1, "public", "*", null);
      aws.addStatement(ACCOUNT, region, name, 1, "surplus-1", "444455556666", null);
      aws.addStatement(ACCOUNT, region, name, 1, "surplus-2", "555566667777", null);
    }

    @Override
    Options options() {
      return new Options().removeOtherGrants();
    }
  },
  /** The regions have different numbers, and in one of them it cannot be seen which is next. */
  ALIGNED {
    @Override
    void prepare(StrictLambdaEndpoint aws, String name, String region, int number, byte[] zip) {
      for (int i = 0; i < number % 3; i++) {
        old(aws, name, region, "old " + i);
      }
      if (number == 29) {
        old(aws, name, region, "deleted");
        aws.deleteVersion(ACCOUNT, region, name, 3);
      }
    }

    @Override
    Options options() {
      return new Options().alignVersions();
    }
  },
  /** The zip goes through a bucket in each region. */
  BUCKETS {
    @Override
    void prepare(StrictLambdaEndpoint aws, String name, String region, int number, byte[] zip) {
      aws.s3().bucket("layers-" + region, region);
    }

    @Override
    Options options() {
      return new Options().through(Upload.Route.S3, "layers-{region}");
    }
  };

  static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;

  abstract void prepare(
      StrictLambdaEndpoint aws, String name, String region, int number, byte[] zip);

  abstract Options options();

  /** Brings the regions to their state. */
  final void prepare(StrictLambdaEndpoint aws, LayerDescriptor layer) throws IOException {
    byte[] zip = Files.readAllBytes(layer.zip().file());
    List<String> regions = ThirtyRegions.CODES;
    for (int i = 0; i < regions.size(); i++) {
      prepare(aws, layer.definition().name().value(), regions.get(i), i, zip);
    }
  }

  private static void old(StrictLambdaEndpoint aws, String name, String region, String content) {
    aws.publishByHand(ACCOUNT, region, name, Contents.zip(content), content);
  }
}
