package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.Finding.Severity.ERROR;
import static io.github.lambdalayer.lint.Finding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.ContentDocument;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionComparisonTest {

  private static final UsedLayer LAYER =
      layer(
          "shared",
          item("org.lib", "a", "1.0", null, null),
          item("org.lib", "b", "2.0", null, null));

  private static ContentDocument.Item item(
      String groupId,
      String artifactId,
      String version,
      @Nullable String classifier,
      @Nullable String type) {
    return new ContentDocument.Item(
        "java/lib/" + artifactId,
        groupId,
        artifactId,
        version,
        classifier,
        type,
        "00",
        null,
        List.of());
  }

  private static UsedLayer layer(String name, ContentDocument.Item... items) {
    return new UsedLayer(
        "com.example",
        name,
        "1",
        "layer",
        new ContentDocument(1, name, null, null, null, Arrays.asList(items)));
  }

  private static FunctionArtifact bundled(String artifactId, String version) {
    return artifact("org.lib", artifactId, version, true, "com.example:own:jar:3");
  }

  private static FunctionArtifact provided(String artifactId, String version, String by) {
    return artifact("org.lib", artifactId, version, false, by);
  }

  private static FunctionArtifact artifact(
      String groupId, String artifactId, String version, boolean isBundled, String by) {
    return new FunctionArtifact(
        groupId,
        artifactId,
        "jar",
        "",
        version,
        isBundled,
        List.of("f:f:jar:1", by, groupId + ":" + artifactId + ":jar:" + version));
  }

  private static List<Finding> findings(FunctionArtifact... artifacts) {
    return new FunctionComparison(List.of(LAYER)).of(List.of(artifacts));
  }

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
    assertThat(findings(bundled("a", "1.0")))
        .containsExactly(
            new Finding(
                WARNING,
                "org.lib:a 1.0 is bundled with the function, and in the layer shared"
                    + " (com.example:shared:1) too, in version 1.0. It comes by f:f:jar:1 ->"
                    + " com.example:own:jar:3 -> org.lib:a:jar:1.0: exclude it there, or give that"
                    + " dependency scope provided. If it is meant so, name it in"
                    + " <allowedDifferences><allowedDifference>org.lib:a</allowedDifference>"
                    + "</allowedDifferences>."));
  }

  @Test
  void refusesAnotherVersionThatIsBundledForItWins() {
    assertThat(findings(bundled("b", "2.1")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(ERROR))
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("in version 2.1, and the layer shared", "has 2.0")
                    .contains("/var/task comes before /opt/java/lib")
                    .contains("f:f:jar:1 -> com.example:own:jar:3 -> org.lib:b:jar:2.1"));
  }

  @Test
  void refusesAnotherVersionOnTheCompileClassPath() {
    assertThat(findings(provided("b", "1.9", "com.example:shared:pom:1")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(ERROR))
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .startsWith("org.lib:b is on the function's compile class path in version 1.9")
                    .contains("set version 2.0 in <dependencyManagement>"));
  }

  @Test
  void refusesWhatTheLayersPomPromisesAndTheLayerLeavesOut() {
    assertThat(findings(provided("c", "1.0", "com.example:shared:pom:1")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(ERROR))
        .satisfies(
            finding -> assertThat(finding.message()).contains("org.lib:c 1.0 comes with the"));
  }

  @Test
  void anAgentAtTheRootIsNeitherMissingNorOnTheClassPath() {
    ContentDocument.Item agent =
        new ContentDocument.Item("agent.jar", "g", "agent", "1", null, null, "00", null, List.of());
    var comparison = new FunctionComparison(List.of(layer("agent", agent)));
    var provided = artifact("g", "agent", "1", false, "com.example:agent:pom:1");
    var bundled = artifact("g", "agent", "2", true, "com.example:own:jar:3");

    assertThat(comparison.of(List.of(provided, bundled))).isEmpty();
  }

  @Test
  void warnsOfWhatIsProvidedByNobody() {
    assertThat(findings(provided("c", "1.0", "com.example:other:jar:1")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(WARNING))
        .satisfies(
            finding -> assertThat(finding.message()).contains("is in no layer of the function"));
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
                artifact("com.amazonaws", artifactId, "1.4.0", false, "f:f:jar:1"),
                artifact("com.amazonaws", artifactId, "1.4.0", false, "com.example:shared:pom:1")))
        .isEmpty();
  }

  @Test
  void classifierAndTypeMakeAnotherArtifact() {
    var natives = new FunctionArtifact("org.lib", "a", "jar", "linux", "1.1", true, List.of("f"));
    var archive = new FunctionArtifact("org.lib", "a", "zip", "", "1.1", true, List.of("f"));

    assertThat(findings(natives, archive)).isEmpty();
    assertThat(
            new FunctionComparison(
                    List.of(
                        layer(
                            "natives",
                            item("org.lib", "a", "1.0", "linux", null),
                            item("org.lib", "a", "1.0", null, "zip"))))
                .of(List.of(natives, archive)))
        .extracting(Finding::severity)
        .containsExactly(ERROR, ERROR);
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
  void refusesMoreLayersThanLambdaAllows() {
    assertThat(new FunctionComparison(Collections.nCopies(5, LAYER)).of(List.of())).isEmpty();
    assertThat(new FunctionComparison(Collections.nCopies(6, LAYER)).of(List.of()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(ERROR))
        .satisfies(
            finding -> assertThat(finding.message()).contains("6 layers, and Lambda allows 5"));
  }
}
