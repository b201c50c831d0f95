package io.github.lambdalayer.publish;

import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** The stories on our own endpoint. */
class StrictEndpointStoriesTest {

  private static final StrictLambdaEndpoint AWS = StrictLambdaEndpoint.start();

  @AfterAll
  static void stop() {
    AWS.close();
  }

  @Nested
  class OneLayer extends PublishStories {
    OneLayer() {
      super(AWS.uri());
    }
  }

  @Nested
  class Granting extends GrantStories {
    Granting() {
      super(AWS.uri());
    }
  }

  @Nested
  class ThroughBuckets extends BucketStories {
    ThroughBuckets() {
      super(AWS.uri());
    }
  }

  @Nested
  class AligningVersions extends AlignmentStories {
    AligningVersions() {
      super(AWS.uri());
    }
  }

  @Nested
  class SeveralAccounts extends AccountStories {
    SeveralAccounts() {
      super(AWS.uri());
    }
  }

  @Nested
  class WithParameters extends ParameterStories {
    WithParameters() {
      super(AWS.uri());
    }
  }
}
