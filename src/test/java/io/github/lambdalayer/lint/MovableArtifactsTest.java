package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleFunctions.artifact;
import static io.github.lambdalayer.lint.SampleFunctions.bundled;
import static io.github.lambdalayer.lint.SampleFunctions.item;
import static io.github.lambdalayer.lint.SampleFunctions.layer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lint.FunctionArtifact.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MovableArtifactsTest {

  private static final FunctionPackage FUNCTION =
      new FunctionPackage("f.jar", List.of(), Set.of(), 1_500_000);

  private static Optional<Finding> in(Map<FunctionArtifact, Long> bundled) {
    return MovableArtifacts.in(
        FUNCTION, bundled, List.of(layer("shared", item("org.lib", "a", "1.0", null, null))));
  }

  @Test
  void namesWhatIsHeavyTogetherHeaviestFirst() {
    assertThat(in(Map.of(bundled("b", "1.0"), 400_000L, bundled("c", "2.0"), 600_000L)))
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.message())
                  .isEqualTo(
                      """
                      f.jar has 1.5 MB unzipped, of which 1.0 MB are dependencies that no layer has:
                        org.lib:c 2.0 (600.0 kB)
                        org.lib:b 1.0 (400.0 kB)
                      With them in a layer the function would have 500.0 kB.\
                      """);
            });
  }

  @Test
  void leavesLightOnesWhereTheyAre() {
    assertThat(in(Map.of(bundled("b", "1.0"), 400_000L, bundled("c", "2.0"), 599_999L))).isEmpty();
  }

  @Test
  void whatALayerHasOrTheRuntimeBringsOrChangesOftenDoesNotCount() {
    assertThat(
            in(
                Map.of(
                    bundled("a", "1.0"),
                    2_000_000L,
                    bundled("b", "1.0-SNAPSHOT"),
                    2_000_000L,
                    artifact("com.amazonaws", "aws-lambda-java-core", "1.4.0", Use.BUNDLED, "x"),
                    2_000_000L)))
        .isEmpty();
  }

  @Test
  void namesTenAtMost() {
    var many = new HashMap<FunctionArtifact, Long>();
    for (int i = 10; i < 22; i++) {
      many.put(bundled("x" + i, "1"), 100_000L);
    }
    assertThat(in(many))
        .hasValueSatisfying(
            finding ->
                assertThat(finding.message())
                    .contains("org.lib:x10 1", "org.lib:x19 1", "\n  … and 2 more\n")
                    .doesNotContain("x20"));
  }
}
