package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a layer is to be on the functions of a target.
 *
 * @param name the layer
 * @param owner the account that has it
 * @param version the version; null where it is to be taken away
 * @param unzipped what the version takes when unzipped in bytes; the length of its zip, which is less,
 *     where that cannot be found out
 */
record WantedLayer(LayerName name, String owner, @Nullable LiveVersion version, long unzipped) {

  boolean is(String arn) {
    return is(arn, name, owner);
  }

  /** Whether an ARN is a version of a layer of an account. */
  static boolean is(String arn, LayerName name, String owner) {
    return LayerVersionArn.find(arn)
        .filter(layer -> layer.layerName().equals(name) && layer.account().equals(owner))
        .isPresent();
  }

  /** A list with this version in the place of the other one; behind the others where there is none. */
  List<String> in(List<String> layers, boolean isAdded) {
    var changed = new ArrayList<String>();
    boolean isFound = false;
    for (String arn : layers) {
      if (!is(arn)) {
        changed.add(arn);
      } else {
        isFound = true;
        if (version != null) {
          changed.add(version.arn().toString());
        }
      }
    }
    if (!isFound && isAdded && version != null) {
      changed.add(version.arn().toString());
    }
    return changed;
  }
}
