package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told from the directories of JARs, and of those that cannot be read. */
final class FunctionLintTest {

  private static final byte[] ONE = SampleJars.classFile(52);
  private static final byte[] OTHER = SampleJars.classFile(61);

  @TempDir Path folder;
  private SampleCode code;

  @BeforeEach
  void makeCode() {
    code = new SampleCode(folder);
  }

  @Test
  void theSameClassesInFunctionAndLayerAreBundled() throws IOException {
    var library = Map.of("org/lib/A.class", ONE, "org/lib/B.class", OTHER);

    assertThat(code.bundled("lib.jar", library).layer("lib.jar", library).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.BUNDLED_CLASSES);
              assertThat(finding.place().path()).isEqualTo("java/lib/lib.jar");
              assertThat(finding.message())
                  .startsWith(
                      "2 classes are in lib/lib.jar of app.jar and in java/lib/lib.jar of libraries,"
                          + " the same in both.");
            });
  }

  @Test
  void differentClassesInFunctionAndLayerAreShadowedAndTenAreNamed() throws IOException {
    var inFunction = new TreeMap<String, byte[]>();
    var inLayer = new TreeMap<String, byte[]>();
    IntStream.range(10, 22)
        .mapToObj(i -> "org/lib/C" + i + ".class")
        .forEach(
            name -> {
              inFunction.put(name, ONE);
              inLayer.put(name, OTHER);
            });
    inFunction.put("org/lib/Same.class", ONE);
    inLayer.put("org/lib/Same.class", ONE);

    assertThat(code.own(inFunction).layer("lib.jar", inLayer).findings())
        .filteredOn(finding -> finding.rule() != Rule.UNCHECKED)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.SHADOWED_CLASSES);
              assertThat(finding.message())
                  .startsWith("13 classes are in app.jar and in java/lib/lib.jar of libraries")
                  .contains("of 12 the copies differ")
                  .contains("\n  org.lib.C10\n", "\n  org.lib.C19\n  ... and 2 more")
                  .doesNotContain("C20", "Same");
            });
  }

  @Test
  void descriptionsAndOtherFilesAreNoClassesOfBoth() throws IOException {
    var files =
        Map.of(
            "module-info.class", ONE,
            "org/lib/package-info.class", ONE,
            "META-INF/versions/9/module-info.class", ONE,
            "META-INF/LICENSE", ONE,
            "org/lib/messages.properties", ONE);

    assertThat(code.bundled("lib.jar", files).layer("lib.jar", files).findings()).isEmpty();
  }

  @Test
  void ofTwoLayersOnlyTheClassThatIsLoadedIsCompared() throws IOException {
    var library = Map.of("org/lib/A.class", ONE);
    var second = Map.of("org/lib/A.class", OTHER);

    assertThat(
            code.bundled("lib.jar", library)
                .layer("a.jar", library)
                .layer("b.jar", second)
                .findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.BUNDLED_CLASSES);
  }

  @ParameterizedTest
  @CsvSource({"8, 1", "11, 0", "17, 0"})
  void aMultiReleaseJarHasWhatItHasForTheRelease(int release, int findings) throws IOException {
    Map<String, byte[]> added = code.compile(8, List.of(), "package lib; public class Added {}");
    var jar =
        Map.of(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\nMulti-Release: true\n".getBytes(StandardCharsets.UTF_8),
            "META-INF/versions/11/lib/Added.class",
            added.getOrDefault("lib/Added.class", new byte[0]));

    assertThat(code.own(handlerWith(added)).layer("lib.jar", jar).release(release).findings())
        .hasSize(findings);
  }

  @Test
  void aFolderHasNoVersionsForReleases() throws IOException {
    Map<String, byte[]> added = code.compile(8, List.of(), "package lib; public class Added {}");
    var archive = new HashMap<>(handlerWith(added));
    archive.put(
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0\nMulti-Release: true\n".getBytes(StandardCharsets.UTF_8));
    archive.put(
        "META-INF/versions/9/lib/Added.class", added.getOrDefault("lib/Added.class", new byte[0]));

    assertThat(code.own(archive).findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.MISSING_CLASS);
  }

  private Map<String, byte[]> handlerWith(Map<String, byte[]> library) throws IOException {
    return code.compile(
        8,
        List.of(library),
        "package app; public class Handler { Object handle() { return lib.Added.class; } }");
  }

  @Test
  void aDamagedClassIsNamedAndNothingIsSaidOfWhatItNeeds() throws IOException {
    Map<String, byte[]> lib =
        code.compile(List.of(), "package lib; public class Added { public void gone() {} }");
    Map<String, byte[]> handler = handlerCalling(lib);
    byte[] whole = lib.getOrDefault("lib/Added.class", new byte[0]);
    for (int length : new int[] {0, 1, 9, 30, whole.length / 2, whole.length - 3}) {
      var damaged = Map.of("lib/Added.class", Arrays.copyOf(whole, length));

      assertThat(new SampleCode(folder).own(handler).layer("lib.jar", damaged).findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.rule()).isEqualTo(Rule.UNCHECKED);
                assertThat(finding.message())
                    .contains("lib.Added in java/lib/lib.jar of libraries");
              });
    }
  }

  private Map<String, byte[]> handlerCalling(Map<String, byte[]> library) throws IOException {
    return code.compile(
        List.of(library),
        "package app; public class Handler { void handle() { new lib.Added().gone(); } }");
  }

  @Test
  void noByteThatIsWrongMakesItFail() throws IOException {
    Map<String, byte[]> lib =
        code.compile(List.of(), "package lib; public class Added { public void gone() {} }");
    Map<String, byte[]> handler = handlerCalling(lib);
    byte[] whole = handler.getOrDefault("app/Handler.class", new byte[0]);
    for (int i = 8; i < whole.length; i++) {
      byte[] wrong = whole.clone();
      wrong[i] = (byte) (wrong[i] ^ 0xFF);

      assertThat(
              new SampleCode(folder)
                  .own(Map.of("app/Handler.class", wrong))
                  .layer("lib.jar", lib)
                  .findings())
          .hasSizeLessThan(10);
    }
  }

  @Test
  void aClassThatIsItsOwnSuperclassDoesNotGoRound() throws IOException {
    Map<String, byte[]> first = code.compile(List.of(), "package lib; public class A {}");
    Map<String, byte[]> second =
        code.compile(List.of(first), "package lib; public class Added extends A {}");
    Map<String, byte[]> again = code.compile(List.of(), "package lib; public class Added {}");
    Map<String, byte[]> round =
        code.compile(List.of(again), "package lib; public class A extends Added {}");
    var circle = new HashMap<>(second);
    circle.putAll(SampleCode.only(round, "lib/A.class"));
    Map<String, byte[]> whole =
        code.compile(List.of(), "package lib; public class Added { public void gone() {} }");

    assertThat(code.own(handlerCalling(whole)).layer("lib.jar", circle).findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.MISSING_MEMBER);
  }

  @Test
  void aJarThatIsNoneIsNamedAndTheOthersAreStillRead() throws IOException {
    Map<String, byte[]> lib =
        code.compile(List.of(), "package lib; public class Added { public void gone() {} }");

    assertThat(
            code.own(handlerCalling(lib))
                .brokenLayer("broken.jar")
                .layer("lib.jar", lib)
                .findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.UNREADABLE_JAR);
              assertThat(finding.place().path()).isEqualTo("java/lib/broken.jar");
            });
  }

  @Test
  void classesForANewerJavaThanTheRuntimesAreNamedForEachJar() throws IOException {
    assertThat(
            code.own(Map.of("app/A.class", OTHER, "app/B.class", ONE))
                .bundled("lib.jar", Map.of("org/lib/C.class", OTHER, "org/lib/D.class", OTHER))
                .layer("a.jar", Map.of("org/layer/E.class", OTHER))
                .layer("b.jar", Map.of("org/layer/F.class", ONE))
                .release(11)
                .findings())
        .filteredOn(finding -> finding.rule() == Rule.CLASS_VERSION)
        .extracting(Finding::message)
        .satisfiesExactly(
            own ->
                assertThat(own)
                    .startsWith(
                        "app.jar has 1 class for a newer Java than the function's runtime, java11:"
                            + " app/A.class needs Java 17."),
            layer -> assertThat(layer).startsWith("java/lib/a.jar of libraries has 1 class for"),
            bundled -> assertThat(bundled).startsWith("lib/lib.jar of app.jar has 2 classes for"));
  }

  @ParameterizedTest
  @CsvSource({"11, 0", "17, 1"})
  void aClassOfANewerVersionsFolderIsLoadedFromThereOnOnly(int folder, int found)
      throws IOException {
    var jar =
        Map.of(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\nMulti-Release: true\n".getBytes(StandardCharsets.UTF_8),
            "org/lib/A.class",
            OTHER,
            "META-INF/versions/" + folder + "/org/lib/A.class",
            ONE);

    assertThat(code.layer("lib.jar", jar).release(11).findings())
        .filteredOn(finding -> finding.rule() == Rule.CLASS_VERSION)
        .hasSize(found);
  }

  @Test
  void aLayersClassThatTheFunctionHidesNeedsNoJava() throws IOException {
    assertThat(
            code.bundled("lib.jar", Map.of("org/lib/A.class", ONE))
                .layer("lib.jar", Map.of("org/lib/A.class", OTHER))
                .release(11)
                .findings())
        .extracting(Finding::rule)
        .doesNotContain(Rule.CLASS_VERSION);
  }
}
