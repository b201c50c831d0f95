package io.github.lambdalayer.operate;

import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a layer's versions in one place, or why that is not known.
 *
 * @param layer the layer
 * @param place the place
 * @param target the way there; null where there is none
 * @param live the numbers of all live versions, newest first
 * @param verdicts one for each version that the rule is about, newest first
 * @param missing numbers that are named and not live
 * @param problem why nothing is deleted anywhere
 */
public record DeletionPlan(
    OperatedLayer layer,
    Place place,
    @Nullable Target target,
    List<Long> live,
    List<Verdict> verdicts,
    List<Long> missing,
    @Nullable String problem)
    implements LiveNumbers {

  public DeletionPlan {
    live = List.copyOf(live);
    verdicts = List.copyOf(verdicts);
    missing = List.copyOf(missing);
  }

  /** The same, with other verdicts on some versions. */
  DeletionPlan with(List<Verdict> others) {
    return new DeletionPlan(
        layer,
        place,
        target,
        live,
        verdicts.stream()
            .map(
                verdict ->
                    others.stream()
                        .filter(other -> other.version().equals(verdict.version()))
                        .findFirst()
                        .orElse(verdict))
            .toList(),
        missing,
        problem);
  }

  /** The versions that go, oldest first. */
  public List<Long> deleted() {
    return verdicts.stream()
        .filter(Verdict::isDeleted)
        .map(verdict -> verdict.version().number())
        .sorted()
        .toList();
  }

  /** The versions that stay, newest first. */
  public List<Verdict> kept() {
    return verdicts.stream().filter(verdict -> !verdict.isDeleted()).toList();
  }

  /** Why nothing is deleted anywhere. */
  public Optional<String> reason() {
    return Optional.ofNullable(problem);
  }
}
