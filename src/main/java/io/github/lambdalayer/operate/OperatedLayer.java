package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.util.List;

/**
 * A published layer that is looked after.
 *
 * @param name its name
 * @param permissions who may use it, as the POM or the command line wants it; none where nothing says it
 * @param isSnapshot whether the project that builds it is still in development
 */
public record OperatedLayer(LayerName name, List<Permission> permissions, boolean isSnapshot) {

  public OperatedLayer {
    permissions = List.copyOf(permissions);
  }
}
