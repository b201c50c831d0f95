package io.github.lambdalayer.aws;

import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;

/** The stories of buckets on our own endpoint. */
final class StrictS3BucketTest extends S3BucketStories<StrictLambdaEndpoint> {

  StrictS3BucketTest() {
    super(StrictLambdaEndpoint.start(), StrictLambdaEndpoint::uri);
  }
}
