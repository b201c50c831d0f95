package io.github.lambdalayer.operate;

import io.github.lambdalayer.publish.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The live versions of a layer in one place, or why they are not known.
 *
 * @param layer the layer
 * @param place the place
 * @param live the numbers of all live versions, newest first
 * @param versions the versions that were asked for, newest first
 * @param usageUnknown why it is not known which functions use them; null where it is
 * @param problem why nothing is known
 */
public record LayerOverview(
    OperatedLayer layer,
    Place place,
    List<Long> live,
    List<VersionDetails> versions,
    @Nullable String usageUnknown,
    @Nullable String problem)
    implements LiveNumbers {

  public LayerOverview {
    live = List.copyOf(live);
    versions = List.copyOf(versions);
  }

  /** Why nothing is known. */
  public Optional<String> reason() {
    return Optional.ofNullable(problem);
  }
}
