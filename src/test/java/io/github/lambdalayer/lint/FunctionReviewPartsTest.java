package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleFunctions.bundled;
import static io.github.lambdalayer.lint.SampleFunctions.item;
import static io.github.lambdalayer.lint.SampleFunctions.layer;
import static io.github.lambdalayer.lint.SampleFunctions.provided;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.lint.FunctionCode.CodeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a review of code begins and ends with. */
final class FunctionReviewPartsTest {

  private static final UsedLayer LAYER = layer("shared", item("org.lib", "a", "1.0", null, null));

  private static CodeSource jar(String name, String owner) {
    return new CodeSource("java/lib/" + name, owner, Path.of(owner, name));
  }

  private static LayerCode code(CodeSource... jars) {
    return new LayerCode(LAYER, List.of(jars), true);
  }

  @Test
  void theNamesOfAllLayersAreInOneOrderAndTheLaterOfTwoFilesStays() {
    assertThat(
            LayerCode.merged(
                List.of(
                    code(jar("b.jar", "one"), jar("c.jar", "one")),
                    code(jar("a.jar", "two"), jar("c.jar", "two"), jar("B.jar", "two")))))
        .containsExactly(
            jar("B.jar", "two"), jar("a.jar", "two"), jar("b.jar", "one"), jar("c.jar", "two"));
  }

  @Test
  void saysNothingNewOfJarsThatCoordinatesHaveToldOf() {
    var overlap = Rule.SHADOWED_CLASSES.found(new Place("java/lib/a", ""), "differs", "");
    var same = Rule.BUNDLED_CLASSES.found(new Place("java/lib/a", ""), "the same", "");
    var other = Rule.SHADOWED_CLASSES.found(new Place("java/lib/b", ""), "differs", "");
    var missing = Rule.MISSING_CLASS.found(new Place("java/lib/a", ""), "missing", "");
    var all = List.of(overlap, same, other, missing);

    var artifacts = List.of(bundled("a", "1.1"));
    var told = new SettledJars(List.of(LAYER), artifacts, artifacts, LintSettings.DEFAULT);
    assertThat(told.without(all)).containsExactly(other, missing);
    var silenced =
        new LintSettings(
            List.of(new LintSettings.RuleLevel(Rule.BUNDLED_VERSION, Level.OFF)), FailOn.ERROR);
    var untold = new SettledJars(List.of(LAYER), artifacts, artifacts, silenced);
    assertThat(untold.without(all)).isEqualTo(all);
    var allowed = new SettledJars(List.of(LAYER), artifacts, List.of(), silenced);
    assertThat(allowed.without(all)).containsExactly(other, missing);
    // What is provided is not in the function: a class of it there came some other way.
    var provided = List.of(provided("a", "1.0", "g:x:jar:1"));
    var without = new SettledJars(List.of(LAYER), provided, provided, LintSettings.DEFAULT);
    assertThat(without.without(all)).isEqualTo(all);
  }

  @Test
  void ownClassesAreThoseThatAClassPathLoads(@TempDir Path folder) throws Exception {
    for (String path :
        List.of("p/A.class", "p/package-info.class", "module-info.class", "META-INF/x/B.class")) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, SampleJars.classFile(61));
    }
    Files.write(folder.resolve("C.class"), SampleJars.classFile(55));

    assertThat(OwnClasses.in(folder)).isEqualTo(new OwnClasses(Set.of("p/A", "C"), 17));
    assertThat(OwnClasses.in(folder.resolve("none"))).isEqualTo(new OwnClasses(Set.of(), 0));
    Path jar =
        SampleJars.jar(
            folder.resolve("f.jar"),
            Map.of("A.class", SampleJars.classFile(61), "B.class", SampleJars.classFile(65)));
    assertThat(OwnClasses.in(jar, Set.of("A")).release()).isEqualTo(17);
  }

  @Test
  void javasOwnClassesAreKnownAsFarAsTheRunningJavaGoes() throws Exception {
    assertThat(reviewOn(Runtime.version().feature()).isPlatformKnown()).isTrue();
    assertThat(reviewOn(Runtime.version().feature() + 1).isPlatformKnown()).isFalse();
  }

  private static FunctionReview reviewOn(int release) {
    return new FunctionReview(
        "f",
        new FunctionPackage("f.jar", List.of(), Set.of(), 1),
        List.of(),
        new Surroundings(List.of(LAYER), 0, new LambdaRuntime("java" + release), null),
        new SettledJars(List.of(), List.of(), List.of(), LintSettings.DEFAULT));
  }

  @Test
  void otherRuntimesThanJavasAreNotLookedAt() throws Exception {
    var function = new FunctionPackage("f.jar", List.of(), Set.of(), 1);
    var surroundings = new Surroundings(List.of(LAYER), 17, new LambdaRuntime("provided"), null);
    var review =
        new FunctionReview(
            "f",
            function,
            List.of(code()),
            surroundings,
            new SettledJars(List.of(), List.of(), List.of(), LintSettings.DEFAULT));

    assertThat(review.isComplete()).isFalse();
    assertThat(review.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.UNCHECKED);
              assertThat(finding.message()).contains("provided is no managed Java runtime");
            });
  }
}
