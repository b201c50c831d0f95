package io.github.lambdalayer.content;

import static io.github.lambdalayer.content.SampleArtifacts.artifact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ArtifactNamesTest {

  private static List<String> names(String... coordinates) {
    List<LayerArtifact> artifacts =
        Arrays.stream(coordinates).map(SampleArtifacts::artifact).toList();
    Map<LayerArtifact, String> names = ArtifactNames.of(artifacts);
    return artifacts.stream().map(a -> names.getOrDefault(a, "none")).toList();
  }

  @Test
  void isArtifactIdAndVersion() {
    assertThat(names("com.example:lib:1.2.3")).containsExactly("lib-1.2.3.jar");
  }

  @Test
  void endsWithTheClassifier() {
    assertThat(names("io.netty:netty-epoll:4.1:linux-x86_64", "io.netty:netty-epoll:4.1"))
        .containsExactly("netty-epoll-4.1-linux-x86_64.jar", "netty-epoll-4.1.jar");
  }

  @Test
  void aSnapshotKeepsItsBaseVersion() {
    assertThat(names("com.example:lib:1.0-SNAPSHOT")).containsExactly("lib-1.0-SNAPSHOT.jar");
  }

  @Test
  void charactersThatAreSafeStay() {
    assertThat(names("g:a.b_c-d:1.0+build.7")).containsExactly("a.b_c-d-1.0+build.7.jar");
  }

  @Test
  void aPercentSignIsReplacedAndTheNameGetsAHash() {
    assertThat(names("g:a%zz:1")).containsExactly("a_zz-1-0f931b4a.jar");
  }

  @Test
  void aNumberSignIsReplacedAndTheNameGetsAHash() {
    assertThat(names("g:a#b:1").get(0)).matches("a_b-1-[0-9a-f]{8}\\.jar");
  }

  @Test
  void namesThatOnlyTheReplacementMakesAlikeStayApart() {
    assertThat(names("g:a%b:1", "g:a#b:1", "g:a_b:1")).doesNotHaveDuplicates();
  }

  @Test
  void aNonAsciiNameIsReplacedAndGetsAHash() {
    assertThat(names("g:bücher:1").get(0)).matches("b_cher-1-[0-9a-f]{8}\\.jar");
  }

  @Test
  void twoGroupsWithOneNameGetTheirGroupInFront() {
    assertThat(names("com.one:lib:1", "com.two:lib:1", "com.one:other:1"))
        .containsExactly("com.one-lib-1.jar", "com.two-lib-1.jar", "other-1.jar");
  }

  @Test
  void namesThatDifferOnlyByCaseGetTheirGroupInFront() {
    assertThat(names("com.one:Lib:1", "com.two:lib:1"))
        .containsExactly("com.one-Lib-1.jar", "com.two-lib-1.jar");
  }

  @Test
  void namesAlikeEvenWithTheirGroupGetAHash() {
    assertThat(names("g:Lib:1", "g:lib:1"))
        .satisfiesExactly(
            name -> assertThat(name).matches("g-Lib-1-[0-9a-f]{8}\\.jar"),
            name -> assertThat(name).matches("g-lib-1-[0-9a-f]{8}\\.jar"));
  }

  @Test
  void artifactAndVersionThatRunIntoEachOtherStayApart() {
    assertThat(names("g:a-1:2", "g:a:1-2", "g:a:1:2")).doesNotHaveDuplicates();
  }

  @Test
  void aNameMadeDistinctCanMeetAnother() {
    // g-a-1.jar is what the first two would become, and what the third is called already.
    assertThat(names("g:a:1", "h:a:1", "k:g-a:1"))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.endsWith(".jar"));
  }

  @Test
  void theOrderOfTheArtifactsDoesNotMatter() {
    List<LayerArtifact> artifacts =
        new ArrayList<>(
            List.of(
                artifact("g:a:1"),
                artifact("h:a:1"),
                artifact("k:g-a:1"),
                artifact("g:A:1"),
                artifact("g:a%:1"),
                artifact("g:a#:1")));
    Map<LayerArtifact, String> names = ArtifactNames.of(artifacts);

    Collections.reverse(artifacts);

    assertThat(ArtifactNames.of(artifacts)).containsExactlyInAnyOrderEntriesOf(names);
  }

  @Test
  void noArtifactIsEverLost() {
    long seed = 20261122;
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<LayerArtifact> artifacts = randomArtifacts(random);

      Map<LayerArtifact, String> names = ArtifactNames.of(artifacts);

      String where = "seed %d, round %d: %s".formatted(seed, round, names.values());
      Set<String> folded =
          names.values().stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
      assertThat(folded).as(where).hasSameSizeAs(artifacts);
      assertThat(names.values()).as(where).allMatch(n -> n.matches("[A-Za-z0-9._+-]+\\.jar"));
      Collections.shuffle(artifacts, random);
      assertThat(ArtifactNames.of(artifacts)).as(where).isEqualTo(names);
    }
  }

  /** Few letters and many artifacts, so that nearly every rule is needed in each round. */
  private static List<LayerArtifact> randomArtifacts(Random random) {
    String[] groups = {"g", "h", "G", "g-a"};
    String[] ids = {"a", "A", "b", "a-1", "g-a", "a%", "a#", "a_", "ä"};
    String[] versions = {"1", "1-1", "1-SNAPSHOT"};
    String[] classifiers = {"", ":1", ":x", ":X", ":1-x"};
    var coordinates = new LinkedHashSet<String>();
    for (int i = 0; i < 40; i++) {
      coordinates.add(
          pick(random, groups)
              + ":"
              + pick(random, ids)
              + ":"
              + pick(random, versions)
              + pick(random, classifiers));
    }
    return new ArrayList<>(coordinates.stream().map(SampleArtifacts::artifact).toList());
  }

  private static String pick(Random random, String[] values) {
    return values[random.nextInt(values.length)];
  }
}
