package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.LambdaConnection;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Publishes to an endpoint as the goal does, and looks at what is there afterwards. */
final class Publishing {

  static final String REGION = "eu-west-1";

  private final URI endpoint;
  final List<String> progress = new ArrayList<>();

  Publishing(URI endpoint) {
    this.endpoint = endpoint;
    credentials("AKIATEST");
  }

  /** The SDK looks at system properties first, so no credentials of this machine are ever used. */
  static void credentials(String accessKeyId) {
    System.setProperty("aws.accessKeyId", accessKeyId);
    System.setProperty("aws.secretAccessKey", "not-a-secret");
  }

  static void noCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  TargetResult publish(LayerDescriptor layer) {
    return publish(new PublishRequest(layer, List.of(REGION), false, false)).targets().get(0);
  }

  PublishResult publish(PublishRequest request) {
    return publishAll(List.of(request)).get(0);
  }

  List<PublishResult> publishAll(List<PublishRequest> requests) {
    try (var connection = connect()) {
      return new LayerPublisher(connection, progress::add).publish(requests);
    }
  }

  LiveVersion newest(String layer, String region) {
    try (var connection = connect()) {
      return connection.in(region).newest(new LayerName(layer)).orElseThrow();
    }
  }

  /** Which of some permissions the newest version does not give. */
  List<Permission> missing(String layer, Permission... permissions) {
    long version = newest(layer, REGION).arn().version();
    try (var connection = connect()) {
      return connection
          .in(REGION)
          .policy(new LayerName(layer), version)
          .missing(List.of(permissions));
    }
  }

  private LambdaConnection connect() {
    return LambdaConnection.open(AwsSettings.at(endpoint));
  }
}
