package io.github.lambdalayer.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lint.SampleJars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarClassesTest {

  @TempDir Path folder;

  @Test
  void ofTwoEntriesOfOneNameTheLastIsDescribedAndRead() throws IOException {
    Path file =
        SampleJars.jar(
            folder.resolve("a.jar"),
            Map.of("x/A.class", bytes("first"), "x/B.class", bytes("second!")));
    String twice =
        Files.readString(file, StandardCharsets.ISO_8859_1).replace("x/B.class", "x/A.class");
    Files.writeString(file, twice, StandardCharsets.ISO_8859_1);

    try (JarClasses jar = JarClasses.open(new CodeJar("lib/a.jar", "f", file))) {
      JarClasses.Entry entry = jar.classes(17).values().iterator().next();

      assertThat(entry.read()).isEqualTo(bytes("second!"));
      assertThat(entry.size()).isEqualTo("second!".length());
    }
  }

  @Test
  void aVersionForANewerJavaThanTheFunctionsIsPassedOver() throws IOException {
    String manifest = "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n";
    Path file =
        SampleJars.jar(
            folder.resolve("a.jar"),
            Map.of(
                "META-INF/MANIFEST.MF",
                bytes(manifest),
                "x/A.class",
                bytes("8"),
                "META-INF/versions/11/x/A.class",
                bytes("11"),
                "META-INF/versions/25/x/A.class",
                bytes("25")));

    assertThat(read(file, 8)).isEqualTo(bytes("8"));
    assertThat(read(file, 11)).isEqualTo(bytes("11"));
    assertThat(read(file, 25)).isEqualTo(bytes("25"));
  }

  private static byte[] read(Path file, int release) throws IOException {
    try (JarClasses jar = JarClasses.open(new CodeJar("lib/a.jar", "f", file))) {
      return jar.classes(release).values().iterator().next().read();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
