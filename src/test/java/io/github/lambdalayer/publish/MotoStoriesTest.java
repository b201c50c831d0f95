package io.github.lambdalayer.publish;

import io.github.lambdalayer.endpoint.MotoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same stories on moto, which others wrote: it keeps our endpoint honest. */
@EnabledIf("io.github.lambdalayer.endpoint.MotoServer#available")
class MotoStoriesTest {

  private static final MotoServer MOTO = MotoServer.start();

  @AfterAll
  static void stop() {
    MOTO.close();
  }

  @Nested
  class OneLayer extends PublishStories {
    OneLayer() {
      super(MOTO.uri());
    }
  }

  @Nested
  class Granting extends GrantStories {
    Granting() {
      super(MOTO.uri());
    }
  }

  @Nested
  class ThroughBuckets extends BucketStories {
    ThroughBuckets() {
      super(MOTO.uri());
    }
  }

  @Nested
  class AligningVersions extends AlignmentStories {
    AligningVersions() {
      super(MOTO.uri());
    }
  }

  @Nested
  class SeveralAccounts extends AccountStories {
    SeveralAccounts() {
      super(MOTO.uri());
    }
  }

  @Nested
  class WithParameters extends ParameterStories {
    WithParameters() {
      super(MOTO.uri());
    }
  }
}
