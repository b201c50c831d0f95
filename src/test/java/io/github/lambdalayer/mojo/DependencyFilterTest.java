package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.jar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DependencyFilterTest {

  private static final List<Artifact> ARTIFACTS =
      List.of(
          jar("com.example:core:1.0"),
          jar("com.example:extra:1.0"),
          jar("org.other:core:2.0"),
          jar("io.netty:netty-epoll:4.1:linux-x86_64"),
          jar("io.netty:netty-epoll:4.1:linux-aarch_64"));

  private static List<String> kept(List<String> includes, List<String> excludes) {
    return ids(new DependencyFilter(includes, excludes).apply(ARTIFACTS).kept());
  }

  private static List<String> ids(List<Artifact> artifacts) {
    return artifacts.stream()
        .map(a -> a.getArtifactId() + (a.hasClassifier() ? ":" + a.getClassifier() : ""))
        .toList();
  }

  @Test
  void keepsAllWithoutPatterns() {
    assertThat(kept(List.of(), List.of())).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.example:core|core",
        "com.example:*|core extra",
        "com.example|core extra",
        "com.*|core extra",
        "*:core|core core",
        "*:core:jar:2.0|core",
        "*:netty-*|netty-epoll:linux-x86_64 netty-epoll:linux-aarch_64",
        "io.netty:netty-epoll:jar:linux-x86_64|netty-epoll:linux-x86_64",
        "io.netty:netty-epoll:jar:*:4.1|netty-epoll:linux-x86_64 netty-epoll:linux-aarch_64",
        " com.example:core |core"
      })
  void includesByMavensUsualPatterns(String pattern, String expected) {
    assertThat(kept(List.of(pattern), List.of())).containsExactly(expected.split(" ", -1));
  }

  @Test
  void excludesByTheSamePatterns() {
    assertThat(kept(List.of(), List.of("io.netty:*:*:linux-aarch_64", "*:core")))
        .containsExactly("extra", "netty-epoll:linux-x86_64");
  }

  @Test
  void excludesWinOverIncludes() {
    assertThat(kept(List.of("com.example:*"), List.of("*:core"))).containsExactly("extra");
  }

  @Test
  void tellsWhatWasLeftOut() {
    var filtered = new DependencyFilter(List.of("*:core"), List.of("org.other")).apply(ARTIFACTS);

    assertThat(ids(filtered.kept())).containsExactly("core");
    assertThat(filtered.leftOut()).hasSize(4);
  }

  @Test
  void refusesAnIncludeThatMatchesNothing() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> kept(List.of("*:core", "com.exmaple:core"), List.of()))
        .withMessageStartingWith(
            "<includes> has 'com.exmaple:core', which matches no dependency of scope compile or"
                + " runtime. Patterns are groupId:artifactId[:type[:classifier]][:version]")
        .withMessageContaining("The dependencies are: [com.example:core:jar:1.0, ");
  }

  @Test
  void refusesAnExcludeThatMatchesNothing() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> kept(List.of(), List.of("core")))
        .withMessageStartingWith("<excludes> has 'core', which matches no dependency");
  }

  @Test
  void refusesAPatternWhereThereIsNoDependencyAtAll() {
    var filter = new DependencyFilter(List.of("*:*"), List.of());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> filter.apply(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b:c:d:e:f", ":"})
  void refusesWhatIsNoPattern(String pattern) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> kept(List.of(), List.of(pattern)))
        .withMessageContaining("<excludes> has '" + pattern + "'")
        .withMessageContaining("groupId:artifactId[:type[:classifier]][:version]");
  }

  @Test
  void refusesANegativePatternInsteadOfGuessing() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> kept(List.of("*:*", "!com.example:core"), List.of()))
        .withMessageContaining("'!com.example:core'");
  }

  @Test
  void aStarIsNeitherMisspeltNorOutOfDateWhereThereIsNoDependency() {
    var filtered = new DependencyFilter(List.of(), List.of("*")).apply(List.of());

    assertThat(filtered.kept()).isEmpty();
  }
}
