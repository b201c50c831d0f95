package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class WrittenListTest {

  private static final String DIGEST = Sha256.of("x").hex();

  @TempDir private Path folder;

  /** Reads the list of a folder, and tells the paths in it. */
  public static void main(String[] folder) throws IOException {
    System.out.println(new WrittenList(Path.of(folder[0])).read().keySet());
  }

  private void write(String... lines) throws IOException {
    Files.writeString(folder.resolve(".written"), String.join("\n", lines) + "\n");
  }

  /** Where file names are in ASCII alone, as in many a build's container. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aNameThatCanBeNoneHereIsPassedOver() throws IOException {
    write("# one", DIGEST + "  cdk/Straße.java", DIGEST + "  a.tf");
    Programs.Outcome outcome =
        Programs.run(
            folder,
            Map.of("LC_ALL", "C"),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WrittenListTest.class.getName(),
                folder.toString()));

    assertThat(outcome).isEqualTo(new Programs.Outcome(0, "[a.tf]\n"));
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    var entries =
        Map.of(
            "a.tf", WrittenList.Entry.of("default-cli", "a"),
            "b.tf",
                WrittenList.Entry.of("published", "b").or(WrittenList.Entry.of("published", "c")),
            "c.tf", WrittenList.Entry.of("default-cli", "c"));
    var list = new WrittenList(folder);
    list.write(entries);

    assertThat(list.read()).isEqualTo(entries);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void sha256sumChecksIt() throws IOException {
    Files.writeString(folder.resolve("a.tf"), "a");
    new WrittenList(folder).write(Map.of("a.tf", WrittenList.Entry.of("default-cli", "a")));

    assertThat(
            Programs.run(
                folder, Map.of("LC_ALL", "C"), List.of("sha256sum", "--check", ".written")))
        .isEqualTo(new Programs.Outcome(0, "a.tf: OK\n"));
  }

  @Test
  void aListWithoutExecutionsIsOfNone() throws IOException {
    write(DIGEST + "  a.tf");

    assertThat(new WrittenList(folder).read())
        .isEqualTo(Map.of("a.tf", WrittenList.Entry.of("", "x")));
  }
}
