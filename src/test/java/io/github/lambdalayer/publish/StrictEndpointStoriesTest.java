package io.github.lambdalayer.publish;

import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;

/** The stories on our own endpoint. */
class StrictEndpointStoriesTest extends PublishStories<StrictLambdaEndpoint> {

  StrictEndpointStoriesTest() {
    super(StrictLambdaEndpoint.start(), StrictLambdaEndpoint::uri);
  }
}
