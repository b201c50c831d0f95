package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleFunctions.item;
import static io.github.lambdalayer.lint.SampleFunctions.layer;
import static io.github.lambdalayer.lint.SampleFunctions.layerFor;
import static io.github.lambdalayer.lint.SampleFunctions.provided;
import static io.github.lambdalayer.lint.Severity.ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Audience;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many layers a function has, and which of them stand for each other. */
final class SeveralLayersTest {

  private static final UsedLayer LAYER = layer("shared", item("org.lib", "a", "1.0", null, null));

  private static String only(Severity severity, List<Finding> findings) {
    assertThat(findings).singleElement().extracting(Finding::severity).isEqualTo(severity);
    return findings.get(0).text();
  }

  @Test
  void refusesMoreLayersThanLambdaAllows() {
    assertThat(new FunctionComparison(Collections.nCopies(5, LAYER)).ofLayers()).isEmpty();
    assertThat(only(ERROR, new FunctionComparison(Collections.nCopies(6, LAYER)).ofLayers()))
        .contains("6 layers, and Lambda allows 5");
  }

  @Test
  void countsTheLayersThatOneFunctionCanUse() {
    var arm = layerFor("arm64", "java21");
    var intel = layerFor("x86_64", "java21");
    var old = layerFor("arm64", "java17");
    var layers = new ArrayList<UsedLayer>(Collections.nCopies(4, LAYER));
    layers.addAll(List.of(arm, intel, old));

    assertThat(new FunctionComparison(layers).ofLayers()).isEmpty();
    layers.add(intel);
    assertThat(new FunctionComparison(layers).ofLayers())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.text())
                    .contains("6 layers, and Lambda allows 5", "x86_64 (com.example:x86_64:1)")
                    .doesNotContain("arm64"));
  }

  @Test
  void anotherVersionForOtherFunctionsIsNone() {
    var right = layerFor("arm64", "java21", item("org.lib", "c", "1.0", null, null));
    var other = layerFor("x86_64", "java21", item("org.lib", "c", "1.1", null, null));
    var meeting = layerFor("arm64", "java21", item("org.lib", "c", "1.1", null, null));
    FunctionArtifact artifact = provided("c", "1.0", "com.example:arm64:pom:1");

    assertThat(new FunctionComparison(List.of(other, right)).of(List.of(artifact))).isEmpty();
    assertThat(new FunctionComparison(List.of(right, meeting)).of(List.of(artifact)))
        .extracting(Finding::severity)
        .containsExactly(ERROR);
    assertThat(new FunctionComparison(List.of(other)).of(List.of(artifact)))
        .extracting(Finding::severity)
        .containsExactly(ERROR);
  }

  @Test
  void whatALayerOfAnotherToolHasIsNotKnown() {
    FunctionArtifact artifact = provided("c", "1.0", "com.example:other:jar:1");
    UsedLayer foreign = UsedLayer.undocumented("x.zip", 1, "x", new Audience(List.of(), List.of()));

    assertThat(new FunctionComparison(List.of(LAYER, foreign)).of(List.of(artifact))).isEmpty();
    assertThat(new FunctionComparison(List.of(LAYER)).of(List.of(artifact)))
        .extracting(Finding::rule)
        .containsExactly(Rule.PROVIDED_NOWHERE);
  }
}
