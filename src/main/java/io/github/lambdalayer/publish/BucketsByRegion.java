package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.ObjectStore;

/** The bucket for the layers of a region; two regions may have the same. */
@FunctionalInterface
interface BucketsByRegion {

  ObjectStore in(String region);
}
