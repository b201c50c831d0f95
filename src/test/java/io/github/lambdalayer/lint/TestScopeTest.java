package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.Comparisons.LAYER;
import static io.github.lambdalayer.lint.Comparisons.findings;
import static io.github.lambdalayer.lint.Comparisons.only;
import static io.github.lambdalayer.lint.SampleFunctions.artifact;
import static io.github.lambdalayer.lint.SampleFunctions.bundled;
import static io.github.lambdalayer.lint.SampleFunctions.direct;
import static io.github.lambdalayer.lint.Severity.ERROR;
import static io.github.lambdalayer.lint.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lint.FunctionArtifact.Use;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a function has for its tests alone, beside what a layer has. */
final class TestScopeTest {

  @Test
  void refusesThatTestsRunWithAnotherVersion() {
    assertThat(only(ERROR, findings(direct("b", "2.1", Use.TEST))))
        .contains("test class path in another version than in the layer shared")
        .contains("\n  org.lib:b 2.1 (the layer has 2.0)\n")
        .contains("takes it off the compile class path", "drop the declaration");
  }

  @Test
  void warnsOfADeclarationOfScopeTestThatDisplacesWhatTheLayerBrings() {
    var with =
        new FunctionArtifact(
            "org.lib",
            "a",
            "jar",
            "",
            "1.0",
            Use.TEST,
            List.of("f:f:jar:1", "org.lib:b:jar:2.0", "org.lib:a:jar:1.0"));

    assertThat(only(WARNING, findings(with, direct("b", "2.0", Use.TEST))))
        .contains("\n  org.lib:a 1.0\n  org.lib:b 2.0\n")
        .endsWith(
            "The declaration of org.lib:b with scope test takes it off the compile class"
                + " path: drop the declaration, or give it scope provided.");
  }

  /** It cannot displace what a dependency on a layer brings: Maven takes the wider scope then. */
  @Test
  void aTestLibraryMayBringWhatALayerHasInTheSameVersion() {
    assertThat(findings(artifact("org.lib", "a", "1.0", Use.TEST, "g:kit:jar:1"))).isEmpty();
  }

  @Test
  void whatOnlyTestsNeedIsNobodysBusiness() {
    FunctionArtifact junit = direct("junit", "4", Use.TEST);
    FunctionArtifact displaced = direct("b", "2.0", Use.TEST);
    FunctionArtifact own = bundled("own", "1");

    assertThat(findings(junit)).isEmpty();
    assertThat(new FunctionComparison(List.of(LAYER)).comparable(List.of(junit, displaced, own)))
        .containsExactly(displaced, own);
  }
}
