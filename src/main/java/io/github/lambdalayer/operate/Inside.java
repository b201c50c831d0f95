package io.github.lambdalayer.operate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the zip of a version tells of the artifacts in it.
 *
 * @param release the project's own artifact as {@code groupId:artifactId:version}; null where none can be
 *     told to be its own
 * @param artifacts all artifacts as {@code groupId:artifactId:version[:classifier]}; null where they are
 *     not known
 * @param problem why they are not known; null where nobody asked, too
 */
public record Inside(
    @Nullable String release, @Nullable List<String> artifacts, @Nullable String problem) {

  /** Nobody has looked. */
  public static final Inside UNREAD = new Inside(null, null, null);

  public Inside {
    artifacts = artifacts == null ? null : List.copyOf(artifacts);
  }

  static Inside unknown(String problem) {
    return new Inside(null, null, problem);
  }

  /** Why it is not known. */
  public Optional<String> reason() {
    return Optional.ofNullable(problem);
  }
}
