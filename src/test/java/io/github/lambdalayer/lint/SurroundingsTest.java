package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleFunctions.layer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.Audience;
import io.github.lambdalayer.layer.LambdaRuntime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SurroundingsTest {

  private static final UsedLayer ANY = layer("any");

  private static UsedLayer of(
      String module, String name, List<String> runtimes, List<String> architectures) {
    return UsedLayer.ofModule(
        "g",
        module,
        "1",
        name,
        0,
        new ContentDocument(1, name, null, runtimes, architectures, List.of()));
  }

  private static Surroundings of(int release, @Nullable String runtime, UsedLayer... layers) {
    return new Surroundings(
        List.of(layers), release, runtime == null ? null : new LambdaRuntime(runtime), null);
  }

  private static Surroundings on(@Nullable Architecture architecture, UsedLayer... layers) {
    return new Surroundings(List.of(layers), 17, null, architecture);
  }

  @Test
  void theOldestRuntimeThatRunsTheClassesIsTaken() {
    assertThat(of(17, null, ANY).runtime()).contains(new LambdaRuntime("java17"));
    assertThat(of(18, null, ANY).runtime()).contains(new LambdaRuntime("java21"));
    assertThat(of(99, null, ANY).runtime()).isEmpty();
    assertThat(of(99, null, ANY).check()).isEmpty();
  }

  @Test
  void layersThatNameRuntimesNarrowTheChoice() {
    var one = of("a", "one", List.of("java17", "java21"), List.of());
    var other = of("b", "other", List.of("java21", "java25"), List.of());

    assertThat(of(11, null, ANY, one, other).runtime()).contains(new LambdaRuntime("java21"));
    assertThat(of(11, null, one, other).check()).isEmpty();
  }

  @Test
  void refusesLayersWithoutARuntimeInCommon() {
    var one = of("a", "one", List.of("java17"), List.of());
    var other = of("b", "other", List.of("java21"), List.of());

    assertThat(of(0, null, ANY, one, other).check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.LAYER_RUNTIME);
              assertThat(finding.message())
                  .isEqualTo(
                      """
                      No runtime fits the function and all of its layers:
                        one (g:a:1) says that it is for java17
                        other (g:b:1) says that it is for java21\
                      """);
            });
  }

  @Test
  void refusesLayersForOlderJavaThanTheFunctionNeeds() {
    var old = of("a", "old", List.of("java11", "java17"), List.of());

    assertThat(of(17, null, old).check()).isEmpty();
    assertThat(of(21, null, old).check())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("the function, whose classes need Java 21,"));
  }

  @Test
  void refusesALayerThatDoesNotNameTheRuntimeThatIsGiven() {
    var old = of("a", "old", List.of("java11", "java17"), List.of());

    assertThat(of(0, "java17", old, ANY).check()).isEmpty();
    assertThat(of(0, "java21", old, ANY).check())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "The function runs on java21, and the layer old (g:a:1) says that it is for"
                            + " java11, java17."));
  }

  @Test
  void layersOfOneModuleForEachArchitectureStandForEachOther() {
    var arm = of("a", "arm", List.of(), List.of("arm64"));
    var intel = of("a", "intel", List.of(), List.of("x86_64"));

    assertThat(on(null, ANY, arm, intel).check()).isEmpty();
    assertThat(on(null, ANY, arm, intel).together())
        .containsExactlyInAnyOrder(List.of(ANY, arm), List.of(ANY, intel));
    assertThat(on(Architecture.ARM64, arm, intel).check()).isEmpty();
    assertThat(on(Architecture.ARM64, arm, intel).together()).containsExactly(List.of(arm));
  }

  @Test
  void refusesLayersOfTwoModulesForDifferentMachines() {
    var arm = of("a", "arm", List.of(), List.of("arm64"));
    var intel = of("b", "intel", List.of(), List.of("x86_64"));

    assertThat(on(null, arm, intel).check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.LAYER_ARCHITECTURE);
              assertThat(finding.message()).contains("  arm (g:a:1) says that it is for arm64\n");
            });
    assertThat(on(null, arm, intel).together()).containsExactly(List.of(arm, intel));
    assertThat(on(Architecture.X86_64, arm, intel).check())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .startsWith("The function runs on x86_64, and the layer arm (g:a:1) says"));
  }

  private static UsedLayer derived(String name, List<String> runtimes, List<String> machines) {
    return of("a", name, List.of(), List.of()).publishedFor(new Audience(runtimes, machines));
  }

  @Test
  void refusesALayerWhoseContentIsForNewerRuntimes() {
    var recent = derived("recent", List.of("java21", "java25"), List.of());

    assertThat(of(0, "java17", recent).check())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "The function runs on java17, and the layer recent (g:a:1) is by its content"
                            + " for java21, java25."));
    assertThat(of(0, "java25", recent).check()).isEmpty();
    // The plugin that built the layer need not have known it, and custom runtimes bring any Java.
    assertThat(of(0, "java29", recent).check()).isEmpty();
    assertThat(of(0, "provided.al2023", recent).check()).isEmpty();
    assertThat(of(17, null, recent).runtime()).contains(new LambdaRuntime("java21"));
  }

  @Test
  void whatIsConfiguredGoesBeforeWhatIsDerived() {
    var layer =
        of("a", "one", List.of("java17"), List.of("arm64"))
            .publishedFor(new Audience(List.of("java21"), List.of("x86_64")));

    assertThat(of(0, "java17", layer).check()).isEmpty();
    assertThat(on(Architecture.ARM64, layer).check()).isEmpty();
    assertThat(on(Architecture.X86_64, layer).check()).hasSize(1);
  }

  @Test
  void refusesALayerWhoseNativeCodeIsForAnotherMachine() {
    var intel = derived("intel", List.of(), List.of("x86_64"));
    var arm = derived("arm", List.of(), List.of("arm64"));

    assertThat(on(Architecture.ARM64, intel).check())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .endsWith("the layer intel (g:a:1) is by its content for x86_64."));
    assertThat(on(Architecture.X86_64, intel).check()).isEmpty();
    // Those of one module stand for each other.
    assertThat(on(Architecture.ARM64, intel, arm).check()).isEmpty();
    assertThat(on(Architecture.ARM64, intel, arm).together()).containsExactly(List.of(arm));
  }

  @Test
  void layersOfOneModuleForEachRuntimeStandForEachOther() {
    var old = of("a", "old", List.of("java17"), List.of());
    var recent = of("a", "recent", List.of("java21"), List.of());

    assertThat(of(21, null, old, recent).check()).isEmpty();
    assertThat(of(21, null, old, recent).together()).containsExactly(List.of(recent));
    assertThat(of(0, "java17", old, recent).together()).containsExactly(List.of(old));
  }
}
