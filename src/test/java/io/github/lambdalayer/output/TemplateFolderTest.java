package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class TemplateFolderTest {

  private static final String LIST = ".written";

  private final Path folder;

  TemplateFolderTest(@TempDir Path temporary) {
    folder = temporary.resolve("templates");
  }

  /** What a build does that writes files, each with its own name in it. */
  private TemplateFolder.Outcome build(String... names) throws IOException {
    return and(Set.of(), names);
  }

  private TemplateFolder.Outcome and(Set<Path> others, String... names) throws IOException {
    var files = new LinkedHashMap<Path, String>();
    for (String name : names) {
      files.put(folder.resolve(name), name);
    }
    return new TemplateFolder(folder).write(files, run("one", others));
  }

  private static TemplateRun run(String execution, Set<Path> others) {
    return new TemplateRun(execution, Set.of("one", "two"), others);
  }

  @Test
  void whatIsNotWrittenAnyMoreIsRemovedWithItsFolders() throws IOException {
    build("a.tf", "cdk/com/old/A.java", "cdk/com/old/B.java");
    TemplateFolder.Outcome outcome = build("a.tf", "cdk/org/A.java");

    assertThat(outcome.removed())
        .containsExactly(
            folder.resolve("cdk/com/old/A.java"), folder.resolve("cdk/com/old/B.java"));
    assertThat(outcome.left()).isEmpty();
    assertThat(folder.resolve("a.tf")).hasContent("a.tf");
    assertThat(folder.resolve("cdk")).isDirectoryNotContaining("glob:**/com");
  }

  @Test
  void whatThisBuildHasWrittenAlreadyStays() throws IOException {
    Set<Path> others = Set.copyOf(build("a.tf").written());
    and(others, "b.tf");

    assertThat(folder.resolve("a.tf")).exists();
    assertThat(folder.resolve("b.tf")).exists();

    TemplateFolder.Outcome next = build("b.tf");

    assertThat(next.removed()).containsExactly(folder.resolve("a.tf"));
  }

  @Test
  void whatSomebodyElseHasPutThereStays() throws IOException {
    build("a.tf", "cdk/com/A.java");
    Files.writeString(folder.resolve("terraform.tfstate"), "state");
    Files.writeString(folder.resolve("cdk/com/Mine.java"), "mine");
    build("b.tf");

    assertThat(folder.resolve("terraform.tfstate")).hasContent("state");
    assertThat(folder.resolve("cdk/com/Mine.java")).hasContent("mine");
    assertThat(folder.resolve("cdk/com/A.java")).doesNotExist();
  }

  @Test
  void whatSomebodyHasChangedStaysAndIsToldOfEachTime() throws IOException {
    build("a.tf");
    Files.writeString(folder.resolve("a.tf"), "changed");

    assertThat(build("b.tf").left()).containsExactly(folder.resolve("a.tf"));
    assertThat(build("b.tf").left()).containsExactly(folder.resolve("a.tf"));
    assertThat(folder.resolve("a.tf")).hasContent("changed");

    Files.delete(folder.resolve("a.tf"));

    assertThat(build("b.tf").left()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkInPlaceOfATemplateStays() throws IOException {
    build("a.tf", "b.tf");
    Path mine = Files.writeString(folder.resolveSibling("mine.tf"), "a.tf");
    Files.delete(folder.resolve("a.tf"));
    Files.createSymbolicLink(folder.resolve("a.tf"), mine);

    assertThat(build("b.tf").left()).containsExactly(folder.resolve("a.tf"));
    assertThat(mine).exists();
  }

  @Test
  void aListThatPointsElsewhereIsNotBelieved() throws IOException {
    build("a.tf");
    Path outside = Files.writeString(folder.resolveSibling("outside"), "x");
    String digest = Sha256.of("x").hex();
    Files.writeString(
        folder.resolve(LIST),
        String.join(
            "\n",
            digest + "  ../outside",
            digest + "  cdk/../../outside",
            digest + "  " + outside,
            digest + "  .",
            "nonsense"));
    TemplateFolder.Outcome outcome = build("b.tf");

    assertThat(outcome.removed()).isEmpty();
    assertThat(outcome.left()).isEmpty();
    assertThat(outside).hasContent("x");
  }

  @Test
  void whatABuildWroteThatFailedInTheMiddleIsKnownToTheNext() throws IOException {
    build("a.tf");
    Files.createDirectories(folder.resolve("c.tf/full"));

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> build("b.tf", "c.tf", "d.tf"));
    assertThat(folder.resolve("b.tf")).exists();

    assertThat(build("e.tf").removed())
        .containsExactly(folder.resolve("a.tf"), folder.resolve("b.tf"));
  }

  @Test
  void nothingIsMadeWhereThereIsNothingToWrite() throws IOException {
    assertThat(build().written()).isEmpty();
    assertThat(folder).doesNotExist();

    build("a.tf");
    build();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theListIsThatOfSha256sum() throws IOException {
    build("b.tf", "cdk/A.java");

    assertThat(Files.readAllLines(folder.resolve(LIST)))
        .isEqualTo(
            List.of(
                "# one",
                Sha256.of("b.tf").hex() + "  b.tf",
                Sha256.of("cdk/A.java").hex() + "  cdk/A.java"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatStandsBehindALinkedFolderStays() throws IOException {
    Path mine = Files.createDirectories(folder.resolveSibling("src/com"));
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("cdk"), mine.getParent());
    build("cdk/com/A.java");

    assertThat(build("b.tf").left()).containsExactly(folder.resolve("cdk/com/A.java"));
    assertThat(mine.resolve("A.java")).exists();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatIsReachedByALinkIsCleanedAllTheSame() throws IOException {
    Path real = Files.createDirectories(folder.resolveSibling("real"));
    Files.createSymbolicLink(folder, real);
    build("cdk/com/A.java");

    assertThat(build("b.tf").removed()).containsExactly(folder.resolve("cdk/com/A.java"));
  }

  /** On a disk that does not tell capitals, where both names reach the same file. */
  @Test
  void aFileThatIsWrittenByAnotherNameStays() throws IOException {
    var same = Map.of(folder.resolve("a.tf"), "text");
    new TemplateFolder(folder).write(Map.of(folder.resolve("A.tf"), "text"), run("one", Set.of()));
    new TemplateFolder(folder).write(same, run("two", Set.of()));
    Files.deleteIfExists(folder.resolve("A.tf"));
    Files.createLink(folder.resolve("A.tf"), folder.resolve("a.tf"));
    TemplateFolder.Outcome outcome =
        new TemplateFolder(folder).write(Map.of(), run("one", Set.of()));

    assertThat(outcome.removed()).isEmpty();
    assertThat(outcome.left()).isEmpty();
    assertThat(folder.resolve("A.tf")).hasContent("text");
    assertThat(Files.readString(folder.resolve(LIST))).contains("a.tf").doesNotContain("A.tf");
  }
}
