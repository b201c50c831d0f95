package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.publish.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which functions of a region, and which of their published versions, use which layer versions. */
final class Usage {

  private final Map<String, List<String>> users;
  private final @Nullable String unknown;

  private Usage(Map<String, List<String>> users, @Nullable String unknown) {
    this.users = users;
    this.unknown = unknown;
  }

  /**
   * Asks for all functions.
   *
   * @throws LambdaCallException if that fails, other than for want of a permission
   */
  static Usage read(Target target) {
    try {
      var users = new HashMap<String, List<String>>();
      for (var function : target.functions().list()) {
        for (String arn : function.layerArns()) {
          users.computeIfAbsent(arn, any -> new ArrayList<>()).add(function.toString());
        }
      }
      return new Usage(users, null);
    } catch (LambdaCallException e) {
      if (e.isDenied()) {
        return new Usage(Map.of(), String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  /** Who uses a version; null where that is not known. */
  @Nullable List<String> of(LayerVersionArn version) {
    return unknown == null ? users.getOrDefault(version.toString(), List.of()) : null;
  }

  /** Why it is not known. */
  Optional<String> unknown() {
    return Optional.ofNullable(unknown);
  }
}
