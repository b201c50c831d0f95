package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import java.util.Set;

/**
 * A published layer that is looked after.
 *
 * @param name its name
 * @param permissions who is to be let in, as the POM or the command line wants it; none for what does not
 *     share it
 * @param snapshots the SHA-256, in base64, of what this project has built of it while still in development,
 *     and of what became of that when it was signed; none where it has built nothing, or a release
 */
public record OperatedLayer(LayerName name, List<Permission> permissions, Set<String> snapshots) {

  public OperatedLayer {
    permissions = List.copyOf(permissions);
    snapshots = Set.copyOf(snapshots);
  }

  /** One that is not to be shared. */
  public static OperatedLayer named(LayerName name) {
    return new OperatedLayer(name, List.of(), Set.of());
  }
}
