package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.AwsConnection;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.aws.Pace;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.layer.Folders;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers that a function has by their ARNs, as they are live. */
final class LiveLayers implements AutoCloseable {

  private static final Timing TIMING =
      new Timing(Duration.ofMinutes(3), Duration.ofSeconds(30), Pace.REAL);

  private final CheckMojo mojo;
  private @Nullable AwsConnection connection;

  LiveLayers(CheckMojo mojo) {
    this.mojo = mojo;
  }

  /**
   * A version.
   *
   * @throws InvalidInputException if it is not live or not for this account, or Maven is offline
   */
  LiveVersion find(LayerVersionArn arn) {
    if (mojo.session.isOffline()) {
      throw new InvalidInputException(
          Messages.format(
              "<layers> has '%s', which has to be fetched from Lambda, and Maven is offline (-o)."
                  + " Leave out -o, or name the zip of the layer.",
              arn));
    }
    return connection(arn)
        .in(arn.region())
        .find(arn)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format(
                        "<layers> has '%s', and Lambda has no such version, or not any more. Correct"
                            + " the ARN.",
                        arn)));
  }

  /** Fetches the zip of a version. */
  void fetch(LiveVersion version, Path file) throws IOException {
    Folders.createFor(file);
    connection(version.arn()).download(version, file);
  }

  private AwsConnection connection(LayerVersionArn arn) {
    if (connection == null) {
      URI endpoint = Parameters.endpoint(mojo.endpoint);
      var settings =
          new AwsSettings(
              new ServerCredentials(mojo.session.getSettings(), mojo.decrypter)
                  .identity(mojo.profile, mojo.serverId),
              endpoint,
              new MavenProxy(mojo.session.getSettings(), mojo.decrypter).on(endpoint),
              TIMING);
      connection =
          AwsConnection.open(settings, new RegionChoice(List.of(arn.region()), List.of(), true));
    }
    return connection;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
  }
}
