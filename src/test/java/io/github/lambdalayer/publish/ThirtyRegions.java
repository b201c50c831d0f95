package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import java.util.List;

/** The regions that faults are let loose on: as many as a public layer is published to. */
final class ThirtyRegions {

  static final List<String> CODES =
      List.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "af-south-1",
          "ap-east-1",
          "ap-south-1",
          "ap-south-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ca-central-1",
          "ca-west-1",
          "eu-central-1",
          "eu-central-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "eu-south-1",
          "eu-south-2",
          "eu-north-1",
          "il-central-1",
          "me-south-1",
          "me-central-1",
          "sa-east-1");

  /** One permission of each kind. */
  static final String[] PERMISSIONS = {
    "account:111122223333", "organization:o-a1b2c3d4e5", "public"
  };

  private ThirtyRegions() {}

  /** A layer for all of them. */
  static Publishing.Wish wish(LayerDescriptor layer, Options options) {
    return Publishing.Wish.of(layer, CODES.toArray(String[]::new)).with(options);
  }
}
