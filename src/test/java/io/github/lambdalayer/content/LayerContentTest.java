package io.github.lambdalayer.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LayerContentTest {

  private static LayerEntry entry(String path) {
    return entry(path, "origin of " + path);
  }

  private static LayerEntry entry(String path, String origin) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    return new LayerEntry(path, new LayerEntry.BytesSource(bytes), bytes.length, false, origin);
  }

  private static LayerContent content(String... paths) {
    return new LayerContent(Arrays.stream(paths).map(LayerContentTest::entry).toList());
  }

  @Test
  void isSortedByTheBytesOfTheNames() {
    // In UTF-16 units the emoji would come before the full-width letter.
    assertThat(content("b", "😀", "Ａ", "é", "a/b", "a.b", "B", "a-b").entries())
        .extracting(LayerEntry::path)
        .containsExactly("B", "a-b", "a.b", "a/b", "b", "é", "Ａ", "😀");
  }

  @Test
  void namesEveryFolderOnce() {
    assertThat(content("java/lib/a.jar", "java/lib/b.jar", "bin/x/y/z", "top").folders())
        .containsExactly("bin/", "bin/x/", "bin/x/y/", "java/", "java/lib/");
  }

  @Test
  void addsUpTheSizes() {
    assertThat(content("a", "bb", "dir/ccc").unzippedSize()).isEqualTo(1 + 2 + 7);
  }

  @Test
  void onlyWhatTheRuntimeLoadsIsAJar() {
    assertThat(
            content(
                    "java/lib/a.jar",
                    "java/lib/sub/b.jar",
                    "java/lib/c.JAR",
                    "java/d.jar",
                    "lib/e.jar",
                    "java/lib/f.txt")
                .jars())
        .extracting(LayerEntry::path)
        .containsExactly("java/lib/a.jar");
  }

  @Test
  void refusesTwoFilesInOnePlaceAndNamesWhereBothComeFrom() {
    var one = entry("java/lib/a.jar", "g:a:jar:1");
    var other = entry("java/lib/a.jar", "file src/main/layer/java/lib/a.jar");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new LayerContent(Arrays.asList(one, other)))
        .withMessage(
            "Two things want the place 'java/lib/a.jar' in the layer: g:a:jar:1 and file"
                + " src/main/layer/java/lib/a.jar. Rename or leave out one of them.");
  }

  @Test
  void refusesAFileWhereAnotherNeedsAFolder() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> content("java", "java/lib/a.jar"))
        .withMessage(
            "Two things want the place 'java' in the layer: origin of java and origin of"
                + " java/lib/a.jar. Rename or leave out one of them.");
  }

  @Test
  void seesThatConflictAlsoWithNamesInBetween() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> content("a/b", "a/b-c", "a/b.d", "a/b/c/d"))
        .withMessageContaining("the place 'a/b'");
  }
}
