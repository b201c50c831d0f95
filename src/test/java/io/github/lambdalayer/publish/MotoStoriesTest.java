package io.github.lambdalayer.publish;

import io.github.lambdalayer.endpoint.MotoServer;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same stories on moto, which others wrote: it keeps our endpoint honest. */
@EnabledIf("io.github.lambdalayer.endpoint.MotoServer#available")
class MotoStoriesTest extends PublishStories<MotoServer> {

  MotoStoriesTest() {
    super(MotoServer.start(), MotoServer::uri);
  }
}
