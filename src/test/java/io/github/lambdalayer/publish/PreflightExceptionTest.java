package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreflightExceptionTest {

  private static final LayerName NAME = new LayerName("sdk");

  private static Place place(String region) {
    return new Place("111122223333", "", region);
  }

  private static PublishResult failed(List<Problem> problems) {
    return new PublishResult(
        new LayerDefinition(NAME, "", null, List.of(), false, List.of(), List.of()),
        "",
        problems.stream()
            .map(
                problem ->
                    new TargetResult(
                        problem.place(),
                        TargetResult.Status.FAILED,
                        Optional.empty(),
                        problem.message(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Duration.ZERO))
            .toList());
  }

  @Test
  void oneProblemOfThirtyRegionsIsToldOnce() {
    List<Problem> problems =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> new Problem(NAME, place("xx-new-" + i), "The credentials have expired."))
            .toList();

    var exception = new PreflightException(problems, List.of(failed(problems)));

    assertThat(String.valueOf(exception.getMessage()).lines()).hasSize(2);
    assertThat(exception)
        .hasMessageStartingWith(
            "Nothing was published, for 30 of 30 targets cannot be published to:")
        .hasMessageContaining("sdk in xx-new-1 of 111122223333, sdk in xx-new-2 of 111122223333")
        .hasMessageEndingWith(": The credentials have expired.");
  }

  @Test
  void aProblemThatNamesItsRegionIsToldInItsOwnWords() {
    List<Problem> problems =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> new Problem(NAME, place("xx-" + i), "No profile in xx-" + i + "."))
            .toList();

    var exception = new PreflightException(problems, List.of(failed(problems)));

    assertThat(exception)
        .hasMessageEndingWith(
            "sdk in xx-3 of 111122223333: No profile in xx-1. (This is of xx-1.)");
  }

  @Test
  void aPlanHasNothingThatItWouldHavePublished() {
    List<Problem> problems = List.of(new Problem(NAME, place("eu-west-1"), "No room."));

    var cause = new PreflightException(problems, List.of(failed(problems)));

    var exception = cause.ofPlan();

    assertThat(exception)
        .hasMessageStartingWith(
            "Nothing would be published, for 1 of 1 target cannot be published to:")
        .hasMessageEndingWith("sdk in eu-west-1 of 111122223333: No room.")
        .hasCause(cause);
    assertThat(exception.results()).hasSize(1);
  }

  @Test
  void eachProblemHasItsLine() {
    List<Problem> problems =
        List.of(
            new Problem(NAME, place("eu-west-1"), "No room."),
            new Problem(NAME, new Place(null, "profile ci", "us-east-1"), "No bucket."));

    var exception = new PreflightException(problems, List.of(failed(problems)));

    assertThat(String.valueOf(exception.getMessage()).lines())
        .contains("  sdk in eu-west-1 of 111122223333: No room.", "  sdk in us-east-1: No bucket.");
    assertThat(exception.results()).hasSize(1);
  }
}
