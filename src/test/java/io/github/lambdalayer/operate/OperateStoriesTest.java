package io.github.lambdalayer.operate;

import io.github.lambdalayer.endpoint.MotoServer;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

/** The stories on our own endpoint, and on moto, which others wrote. */
class OperateStoriesTest {

  @Nested
  class OnOurEndpoint extends OperateStories {

    private static final StrictLambdaEndpoint AWS = StrictLambdaEndpoint.start();

    OnOurEndpoint() {
      super(AWS.uri());
    }

    @AfterAll
    static void stop() {
      AWS.close();
    }
  }

  @Nested
  @EnabledIf("io.github.lambdalayer.endpoint.MotoServer#available")
  class OnMoto extends OperateStories {

    private static final MotoServer MOTO = MotoServer.start();

    OnMoto() {
      super(MOTO.uri());
    }

    @AfterAll
    static void stop() {
      MOTO.close();
    }
  }
}
