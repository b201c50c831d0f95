package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import java.util.List;

/**
 * A built layer and where it is to be.
 *
 * @param layer what to publish, with the permissions that are wanted
 * @param targets where, each at most once
 * @param unreachable where it cannot be: then nothing is published anywhere
 * @param options how
 */
public record PublishRequest(
    LayerDescriptor layer,
    List<Target> targets,
    List<Unreachable> unreachable,
    PublishOptions options) {

  public PublishRequest {
    targets = List.copyOf(targets);
    unreachable = List.copyOf(unreachable);
  }
}
