package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.artifact;
import static io.github.lambdalayer.mojo.SampleProjects.jar;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.content.SampleArtifacts;
import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in several layers of a split, and what is in none. */
final class SplitLayersTest extends SplitProject {

  @Test
  void acceptsASplit() {
    bind("a", "b");
    new Layer("a", "g:one:1", "g:app:1").build();

    assertFine(new Layer("b", "g:two:1"));
  }

  @Test
  void tellsAllThatIsInSeveralAndInNoneWhenTheLastOneComes() {
    bind("a", "b", "c");
    needs(jar("g:one:1"), jar("g:two:1"), jar("g:three:1:linux"), jar("g:four:1"));
    new Layer("a", "g:one:1", "g:two:1").build();
    new Layer("b", "g:one:1").build();
    var last = new Layer("c", "g:two:1");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(last::build)
        .withMessageContaining("g:one:jar:1 in layer-a (execution a) and layer-b (execution b)")
        .withMessageContaining("g:two:jar:1 in layer-a (execution a) and layer-c (execution c)")
        .withMessageContaining("  g:three:jar:linux:1")
        .withMessageContaining("  g:four:jar:1")
        .withMessageContaining("<allowedInSeveralLayers>")
        .withMessageContaining("<allowedInNoLayer>")
        .withMessageNotContaining("<includeProject>");
  }

  @Test
  void tellsHowTheProjectsOwnJarIsKeptOut() {
    bind("a", "b");
    new Layer("a", "g:app:1", "g:one:1").build();
    var last = new Layer("b", "g:app:1", "g:two:1");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(last::build)
        .withMessageContaining("g:app:jar:1 (the project's own JAR) in layer-a")
        .withMessageContaining("<includeProject>false</includeProject>");
  }

  @Test
  void theProjectsOwnJarNeedBeInNone() {
    bind("a", "b");
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("b", "g:two:1"));
  }

  @Test
  void oneLayerMayLeaveOutWhatItLikes() {
    bind("a");

    assertFine(new Layer("a"));
  }

  @Test
  void acceptsWhatIsAllowedByAnyOfTheExecutions() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1", "g:app:1");
    first.mojo.allowedInSeveralLayers = List.of("g:one", "*:app");
    first.mojo.allowedInNoLayer = List.of("*:two");
    first.build();

    assertFine(new Layer("b", "g:one:1", "g:app:1"));
  }

  @Test
  void aStarAllowsAllOfThem() {
    bind("a", "b");
    new Layer("a", "g:one:1").build();
    var last = new Layer("b", "g:one:1");
    last.mojo.allowedInSeveralLayers = List.of("*");
    last.mojo.allowedInNoLayer = List.of("*");

    assertFine(last);
  }

  @Test
  void refusesAPatternThatMatchesNothing() {
    var several = new Layer("a");
    several.mojo.allowedInSeveralLayers = List.of("g:misspelt");
    var none = new Layer("a");
    none.mojo.allowedInNoLayer = List.of("g:app");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(several::build)
        .withMessageStartingWith("<allowedInSeveralLayers> has 'g:misspelt'");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(none::build)
        .withMessageStartingWith("<allowedInNoLayer> has 'g:app'");
  }

  @Test
  void whatIsPlacedElsewhereIsTakenToo() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1");
    first.placed.add(new PlacedArtifact(SampleArtifacts.artifact("g:two:1"), "two.jar", null));
    first.build();

    assertFine(new Layer("b"));
  }

  @Test
  void anotherClassifierIsAnotherArtifact() {
    bind("a", "b");
    needs(jar("g:one:1:x"), jar("g:one:1:y"));
    new Layer("a", "g:one:1:x").build();

    assertFine(new Layer("b", "g:one:1:y"));
  }

  @Test
  void pomsAndSourcesNeedBeInNone() {
    bind("a", "b");
    needs(
        jar("g:one:1"),
        artifact("g:bom:1", "pom", "pom"),
        artifact("g:one:1:sources", "java-source", "jar"));
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("b"));
  }

  @Test
  void anArchiveThatNobodyTookIsForgotten() {
    bind("a", "b");
    needs(artifact("g:tool:1", "tar.gz", "tar.gz"));
    new Layer("a").build();
    var last = new Layer("b");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(last::build)
        .withMessageContaining("  g:tool:tar.gz:1");
  }
}
