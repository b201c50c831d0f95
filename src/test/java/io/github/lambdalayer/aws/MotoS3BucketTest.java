package io.github.lambdalayer.aws;

import io.github.lambdalayer.endpoint.MotoServer;
import org.junit.jupiter.api.condition.EnabledIf;

/** On moto, which others wrote. */
@EnabledIf("io.github.lambdalayer.endpoint.MotoServer#available")
final class MotoS3BucketTest extends S3BucketStories<MotoServer> {

  MotoS3BucketTest() {
    super(MotoServer.start(), MotoServer::uri);
  }
}
