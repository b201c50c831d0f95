package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.lint.FunctionArtifact.Use;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UnseenArtifactsTest {

  private static final List<FunctionArtifact> FUNCTION =
      List.of(new FunctionArtifact("g", "a1", "jar", "", "2", Use.PROVIDED, List.of("f:f:jar:1")));

  private static ContentDocument.Item item(String path, int number) {
    return new ContentDocument.Item(
        path, "g", "a" + number, "1", null, null, "00", null, List.of());
  }

  private static UsedLayer layer(List<ContentDocument.Item> items) {
    return UsedLayer.ofModule(
        "c", "m", "1", "layer", 0, new ContentDocument(1, "shared", null, null, null, items));
  }

  private static List<ContentDocument.Item> items(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(n -> item("java/lib/a.jar", n)).toList();
  }

  @Test
  void saysNothingWhereTheFunctionHasAllInWhateverVersion() {
    assertThat(UnseenArtifacts.in(layer(items(1)), FUNCTION)).isEmpty();
  }

  @Test
  void namesWhatTheFunctionIsNotCompiledWith() {
    assertThat(UnseenArtifacts.in(layer(items(3)), FUNCTION))
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .startsWith("Layer shared (c:m:1) also brings")
                    .contains("class path: g:a2 1, g:a3 1. A function that needs it"));
  }

  @Test
  void namesTenAtMost() {
    assertThat(UnseenArtifacts.in(layer(items(11)), FUNCTION))
        .hasValueSatisfying(line -> assertThat(line).contains("g:a9 1. A function"));
    assertThat(UnseenArtifacts.in(layer(items(13)), FUNCTION))
        .hasValueSatisfying(
            line -> assertThat(line).contains(", … and 2 more. ").doesNotContain("g:a9 1"));
  }

  @Test
  void anAgentAtTheRootIsNotMeantForTheClassPath() {
    assertThat(UnseenArtifacts.in(layer(List.of(item("agent.jar", 2))), FUNCTION)).isEmpty();
  }
}
