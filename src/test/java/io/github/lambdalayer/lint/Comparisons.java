package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleFunctions.item;
import static io.github.lambdalayer.lint.SampleFunctions.layer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Compares functions with one layer. */
final class Comparisons {

  static final UsedLayer LAYER =
      layer(
          "shared",
          item("org.lib", "a", "1.0", null, null),
          item("org.lib", "b", "2.0", null, null));

  private Comparisons() {}

  static List<Finding> findings(FunctionArtifact... artifacts) {
    return new FunctionComparison(List.of(LAYER)).of(List.of(artifacts));
  }

  static String only(Severity severity, List<Finding> findings) {
    assertThat(findings).singleElement().extracting(Finding::severity).isEqualTo(severity);
    return findings.get(0).text();
  }
}
