package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import java.util.List;

/**
 * A built layer and where it is to be.
 *
 * @param layer what to publish, with the permissions that are wanted
 * @param regions the regions, each at most once
 * @param force whether to make a new version even where the newest is the same
 * @param allowPublicSnapshot whether a version in development may be public
 */
public record PublishRequest(
    LayerDescriptor layer, List<String> regions, boolean force, boolean allowPublicSnapshot) {

  public PublishRequest {
    regions = List.copyOf(regions);
  }
}
