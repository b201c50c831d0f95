package io.github.lambdalayer.publish;

import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that publishes one layer to an endpoint of its own. */
abstract class OnStrictEndpoint {

  static final String NAME = "my-layer";

  @TempDir Path folder;
  StrictLambdaEndpoint aws;
  Publishing publishing;

  @BeforeEach
  final void start() {
    aws = StrictLambdaEndpoint.start();
    publishing = new Publishing(aws.uri(), folder.resolve("state"));
  }

  @AfterEach
  final void stop() {
    aws.close();
    Publishing.noCredentials();
  }

  /** The calls on Lambda so far; STS is asked who calls in any case. */
  final List<String> lambdaCalls() {
    return aws.calls().stream()
        .map(RecordedCall::operation)
        .filter(operation -> !operation.equals("GetCallerIdentity"))
        .toList();
  }

  final BuiltLayer layer() {
    return new BuiltLayer(folder, NAME);
  }
}
