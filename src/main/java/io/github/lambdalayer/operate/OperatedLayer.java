package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published layer that is looked after.
 *
 * @param name its name
 * @param permissions who may use it, as the POM or the command line wants it; none where nothing says it
 * @param snapshotSha256 the SHA-256, in base64, of what this project has built of it while still in
 *     development; null where it has built nothing, or a release
 */
public record OperatedLayer(
    LayerName name, List<Permission> permissions, @Nullable String snapshotSha256) {

  public OperatedLayer {
    permissions = List.copyOf(permissions);
  }
}
