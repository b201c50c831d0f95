package io.github.lambdalayer.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one function.
 *
 * @param move what was to be done
 * @param status how it ended
 * @param failure what has failed in this function; null where nothing has
 * @param leftover why it could not be put back; null unless that is so
 */
public record MoveResult(
    Move move, Status status, @Nullable String failure, @Nullable String leftover) {

  /** How it ended. */
  public enum Status {
    /** It has the layers that it was to have. */
    MOVED,
    /** It had them already. */
    KEPT,
    /** It was changed, or may have been, and is as it was before. */
    RESTORED,
    /** Nothing of this run is left on it; the layers that it has are somebody else's since. */
    CHANGED_BY_OTHERS,
    /** It was not changed, for this function or another one has failed. */
    UNTOUCHED,
    /** It could not be put back: somebody must look at it. */
    NOT_RESTORED
  }

  /** What has failed in this function. */
  public Optional<String> reason() {
    return Optional.ofNullable(failure);
  }
}
