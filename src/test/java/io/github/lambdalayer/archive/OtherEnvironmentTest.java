package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is fixed when a JVM starts needs a JVM of its own. */
@DisabledOnOs(OS.WINDOWS)
final class OtherEnvironmentTest {

  private final Path folder;

  OtherEnvironmentTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String digestInAnotherJvm(String variable, String value)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = System.getProperty("java.class.path");
    var builder =
        new ProcessBuilder(List.of(java.toString(), "-cp", classPath, ZipOfFolder.class.getName()));
    Path errors = folder.resolve("errors.txt");
    builder.directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().put(variable, value);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return output;
  }

  @Test
  void theZipIsTheSameInALocaleThatCannotEvenNameItsFiles() throws Exception {
    var here = Charset.forName(System.getProperty("sun.jnu.encoding"));
    assumeTrue(here.newEncoder().canEncode("größe 日本"), "this locale cannot either");
    Path data = Files.createDirectories(folder.resolve("layer/größe"));
    Files.writeString(data.resolve("日本.txt"), "text");
    String expected = ZipOfFolder.digest(folder);

    assertThat(digestInAnotherJvm("LC_ALL", "C")).isEqualTo(expected);
  }

  @Test
  void theZipIsTheSameInTheTimeZoneOfTheEnvironment() throws Exception {
    Files.createDirectories(folder.resolve("layer/bin"));
    Files.writeString(folder.resolve("layer/bin/tool"), "text");
    String expected = ZipOfFolder.digest(folder);

    assertThat(digestInAnotherJvm("TZ", "Asia/Kathmandu")).isEqualTo(expected);
  }
}
