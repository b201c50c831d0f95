package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.Comparisons.LAYER;
import static io.github.lambdalayer.lint.Comparisons.findings;
import static io.github.lambdalayer.lint.Comparisons.only;
import static io.github.lambdalayer.lint.SampleFunctions.artifact;
import static io.github.lambdalayer.lint.SampleFunctions.bundled;
import static io.github.lambdalayer.lint.SampleFunctions.direct;
import static io.github.lambdalayer.lint.SampleFunctions.item;
import static io.github.lambdalayer.lint.SampleFunctions.layer;
import static io.github.lambdalayer.lint.SampleFunctions.layerFor;
import static io.github.lambdalayer.lint.SampleFunctions.provided;
import static io.github.lambdalayer.lint.Severity.ERROR;
import static io.github.lambdalayer.lint.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.lint.FunctionArtifact.Use;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionComparisonTest {

  @Test
  void whatIsProvidedAndInTheLayerFits() {
    assertThat(findings(provided("a", "1.0", "com.example:shared:pom:1"))).isEmpty();
  }

  @Test
  void whatIsBundledAndInNoLayerIsTheFunctionsOwn() {
    assertThat(findings(bundled("own", "1.0"))).isEmpty();
  }

  @Test
  void warnsOfWhatIsBundledThoughTheLayerHasIt() {
    assertThat(only(WARNING, findings(bundled("a", "1.0"))))
        .isEqualTo(
            "[bundled-duplicate] Bundled with the function, and in the same version in the layer"
                + " shared (com.example:shared:1):\n"
                + "  org.lib:a 1.0\n"
                + "Brought by com.example:own:jar:3: exclude there what the layer has:\n"
                + "  <exclusion><groupId>org.lib</groupId><artifactId>a</artifactId></exclusion>");
  }

  @Test
  void refusesAnotherVersionThatIsBundledForItWins() {
    assertThat(only(ERROR, findings(bundled("b", "2.1"))))
        .contains("and in another version in the layer shared (com.example:shared:1)")
        .contains("/var/task comes before /opt/java/lib")
        .contains("\n  org.lib:b 2.1 (the layer has 2.0)\n")
        .contains("Brought by com.example:own:jar:3: exclude there");
  }

  @Test
  void whatALayerHasItselfCanBecomeProvided() {
    assertThat(
            only(
                WARNING,
                findings(artifact("org.lib", "a", "1.0", Use.BUNDLED, "org.lib:b:jar:2.0"))))
        .endsWith(
            "Brought by org.lib:b:jar:2.0: exclude there what the layer has, or give that dependency"
                + " scope provided.");
  }

  @Test
  void whatComesWithAnotherVersionGoesWithIt() {
    var brought = artifact("org.lib", "c", "1.0", Use.PROVIDED, "org.lib:b:jar:2.1");

    assertThat(findings(direct("b", "2.1", Use.PROVIDED), brought))
        .extracting(Finding::fix)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Set version 2.0"),
            second -> assertThat(second).startsWith("It comes with org.lib:b:jar:2.1, which"));
    assertThat(findings(brought))
        .extracting(Finding::fix)
        .singleElement()
        .asString()
        .contains("give that dependency scope compile");
  }

  @Test
  void refusesAnotherVersionOnTheCompileClassPath() {
    assertThat(only(ERROR, findings(provided("b", "1.9", "com.example:shared:pom:1"))))
        .startsWith("[compiled-version] On the function's compile class path in another version")
        .contains("\n  org.lib:b 1.9 (the layer has 2.0)\n")
        .contains("set the layer's version in <dependencyManagement>");
  }

  @Test
  void refusesWhatTheLayersPomPromisesAndTheLayerLeavesOut() {
    assertThat(only(ERROR, findings(provided("c", "1.0", "com.example:shared:pom:1"))))
        .startsWith("[left-out] Promised by the dependency on the layer, and not in it (shared")
        .contains("\n  org.lib:c 1.0\n");
  }

  @Test
  void theZipOfALayerIsNoLibrary() {
    FunctionArtifact zip =
        new FunctionArtifact(
            "com.example",
            "shared",
            "zip",
            "layer",
            "1",
            Use.PROVIDED,
            List.of("f:f:jar:1", "com.example:shared:zip:layer:1"));

    assertThat(findings(zip)).isEmpty();
  }

  @Test
  void anAgentAtTheRootIsNeitherMissingNorOnTheClassPath() {
    ContentDocument.Item agent =
        new ContentDocument.Item("agent.jar", "g", "agent", "1", null, null, "00", null, List.of());
    var comparison = new FunctionComparison(List.of(layer("agent", agent)));
    var provided = artifact("g", "agent", "1", Use.PROVIDED, "com.example:agent:pom:1");
    var bundled = artifact("g", "agent", "2", Use.BUNDLED, "com.example:own:jar:3");

    assertThat(comparison.of(List.of(provided, bundled))).isEmpty();
  }

  @Test
  void warnsOfWhatIsProvidedByNobody() {
    assertThat(only(WARNING, findings(provided("c", "1.0", "com.example:other:jar:1"))))
        .startsWith("[provided-nowhere] Of scope provided, and in no layer of the function (shared")
        .contains("\n  org.lib:c 1.0\n");
  }

  @ParameterizedTest
  @CsvSource({"java21, 0", "provided.al2023, 1"})
  void theVersionInALayerOfWhatAManagedRuntimeBringsDoesNotMatter(String runtime, int findings) {
    UsedLayer layer =
        layerFor(
            "x86_64", runtime, item("com.amazonaws", "aws-lambda-java-core", "1.3.0", null, null));
    var core =
        artifact(
            "com.amazonaws", "aws-lambda-java-core", "1.4.0", Use.PROVIDED, "com.example:x:pom:1");

    assertThat(new FunctionComparison(List.of(layer)).of(List.of(core))).hasSize(findings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws-lambda-java-core",
        "aws-lambda-java-serialization",
        "aws-lambda-java-runtime-interface-client"
      })
  void theManagedRuntimeProvidesItsOwn(String artifactId) {
    assertThat(
            findings(
                artifact("com.amazonaws", artifactId, "1.4.0", Use.PROVIDED, "f:f:jar:1"),
                artifact(
                    "com.amazonaws",
                    artifactId,
                    "1.4.0",
                    Use.PROVIDED,
                    "com.example:shared:pom:1")))
        .isEmpty();
  }

  @Test
  void classifierAndTypeMakeAnotherArtifact() {
    var natives =
        new FunctionArtifact("org.lib", "a", "jar", "linux", "1.1", Use.BUNDLED, List.of("f"));
    var archive = new FunctionArtifact("org.lib", "a", "zip", "", "1.1", Use.BUNDLED, List.of("f"));

    assertThat(findings(natives, archive)).isEmpty();
    assertThat(
            new FunctionComparison(
                    List.of(
                        layer(
                            "natives",
                            item("org.lib", "a", "1.0", "linux", null),
                            item("org.lib", "a", "1.0", null, "zip"))))
                .of(List.of(natives, archive)))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.text())
                    .contains("\n  org.lib:a:jar:linux 1.1 (the layer has 1.0)\n")
                    .contains("\n  org.lib:a:zip 1.1 (the layer has 1.0)\n"));
  }

  @Test
  void oneOfSeveralLayersMayHoldIt() {
    var layers = List.of(LAYER, layer("other", item("org.lib", "c", "1.0", null, null)));

    assertThat(
            new FunctionComparison(layers)
                .of(List.of(provided("c", "1.0", "com.example:shared:pom:1"))))
        .isEmpty();
  }

  @Test
  void groupsWhatOneDependencyBrings() {
    assertThat(findings(bundled("a", "1.1"), bundled("b", "2.1")))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.text())
                    .contains(
                        """

                          org.lib:a 1.1 (the layer has 1.0)
                          org.lib:b 2.1 (the layer has 2.0)
                        Brought by com.example:own:jar:3: \
                        """)
                    .containsOnlyOnce("/var/task comes before /opt/java/lib"));
  }

  @Test
  void doesNotGroupWhatDiffersOrComesFromElsewhere() {
    assertThat(
            findings(
                bundled("a", "1.0"),
                bundled("b", "2.1"),
                artifact("org.lib", "b", "2.1", Use.BUNDLED, "com.example:other:jar:3")))
        .extracting(Finding::severity)
        .containsExactly(WARNING, ERROR, ERROR);
  }

  @Test
  void tellsWhatIsBetweenTheDependencyAndTheArtifact() {
    var deep =
        new FunctionArtifact(
            "org.lib",
            "a",
            "jar",
            "",
            "1.0",
            Use.BUNDLED,
            List.of("f:f:jar:1", "g:own:jar:3", "g:x:jar:4", "g:y:jar:5", "org.lib:a:jar:1.0"));

    assertThat(findings(deep).get(0).text())
        .contains("\n  org.lib:a 1.0, through g:x:jar:4 -> g:y:jar:5\nBrought by g:own:jar:3:");
  }

  @Test
  void aDirectDependencyIsMendedWhereItStands() {
    var by =
        new FunctionArtifact(
            "org.lib",
            "a",
            "jar",
            "",
            "1.1",
            Use.BUNDLED,
            List.of("f:f:jar:1", "org.lib:b:jar:2.1", "org.lib:a:jar:1.1"));

    assertThat(findings(by, direct("b", "2.1", Use.BUNDLED)))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.text())
                    .contains("org.lib:a 1.1", "org.lib:b 2.1")
                    .endsWith(
                        "\nSet version 2.0 and <scope>provided</scope> on the dependency org.lib:b."));
    assertThat(findings(direct("b", "2.0", Use.BUNDLED)).get(0).text())
        .endsWith("\nGive the dependency org.lib:b <scope>provided</scope>.");
    assertThat(findings(direct("b", "2.1", Use.PROVIDED)).get(0).text())
        .endsWith(
            "\nSet version 2.0 on the dependency org.lib:b, or build the layer with the function's.");
  }
}
