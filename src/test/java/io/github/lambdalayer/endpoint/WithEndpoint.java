package io.github.lambdalayer.endpoint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** A test with an endpoint of its own, and the SDK's client for it. */
abstract class WithEndpoint {

  static final String REGION = "eu-west-1";

  StrictLambdaEndpoint endpoint;
  LambdaClient lambda;

  @BeforeEach
  final void start() {
    endpoint = StrictLambdaEndpoint.start();
    lambda = Clients.client(endpoint, Clients.OWNER, REGION);
  }

  @AfterEach
  final void close() {
    lambda.close();
    endpoint.close();
  }
}
