package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.AwsConnection;
import io.github.lambdalayer.aws.LambdaFunctions;
import io.github.lambdalayer.aws.LambdaLayers;
import java.util.Optional;

/**
 * One region of one account, where a layer is to be.
 *
 * @param connection the way there
 * @param region the region
 */
public record Target(AwsConnection connection, String region) {

  /** The layers that are there. */
  public LambdaLayers layers() {
    return connection.in(region);
  }

  /** The functions that are there. */
  public LambdaFunctions functions() {
    return connection.functionsIn(region);
  }

  /** The account, where it is known before anything is published. */
  public Optional<String> account() {
    return connection.account();
  }

  /** Who publishes: a role, an access key or a profile; empty for the default. */
  public String identity() {
    return connection.label();
  }

  /** What it is called. */
  public Place place() {
    return new Place(connection.account().orElse(null), connection.label(), region);
  }

  /** As people say it. */
  @Override
  public String toString() {
    return place().toString();
  }
}
