package io.github.lambdalayer.publish;

import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Padding as an aligned publishing that died has left it, for tests of other rooms. */
public final class PaddingSample {

  private PaddingSample() {}

  /** Makes a version of it. */
  public static void publish(
      StrictLambdaEndpoint aws, String account, String region, String layer, Path folder)
      throws IOException {
    aws.publishByHand(
        account,
        region,
        layer,
        Files.readAllBytes(Padding.write(folder)),
        Padding.of(new LayerName(layer)).description());
  }
}
