package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes that nobody can look up, and that are not told to be missing for that. */
final class WhereClassesMayBeTest {

  @TempDir Path folder;

  private static String type(String name) {
    int at = name.lastIndexOf('.');
    return "package " + name.substring(0, at) + "; public class " + name.substring(at + 1) + " {}";
  }

  private Map<String, byte[]> handlerOf(String name, Map<String, byte[]> library)
      throws IOException {
    return new SampleCode(folder)
        .compile(
            List.of(library),
            "package app; public class Handler { public Object handle() { return new "
                + name
                + "(); } }");
  }

  @ParameterizedTest
  @CsvSource({
    "com.sun.istack.FinalArrayList, true",
    "com.sun.jna.Native, true",
    "com.oracle.bmc.Region, true",
    "com.sun.org.apache.xerces.Gone, false",
    "sun.gone.Gone, false",
  })
  void librariesInTheJdksNamespaceAreNotTheJdks(String name, boolean isMissing) throws IOException {
    Map<String, byte[]> library = new SampleCode(folder).compile(List.of(), type(name));

    assertThat(new SampleCode(folder).own(handlerOf(name, library)).findings())
        .extracting(Finding::rule)
        .isEqualTo(isMissing ? List.of(Rule.MISSING_CLASS) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "../ext/b.jar, UNCHECKED",
    "sub/b.jar, UNCHECKED",
    "b.jar, MISSING_CLASS",
    "./b.jar, MISSING_CLASS"
  })
  void whatAClassPathLeadsToElsewhereMayHaveIt(String classPath, Rule told) throws IOException {
    Map<String, byte[]> library = new SampleCode(folder).compile(List.of(), type("org.log.Log"));
    Map<String, byte[]> leading = new HashMap<>();
    leading.put(
        "META-INF/MANIFEST.MF",
        ("Manifest-Version: 1.0\r\nClass-Path: " + classPath + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));

    assertThat(
            new SampleCode(folder)
                .own(handlerOf("org.log.Log", library))
                .layer("a.jar", leading)
                .findings())
        .extracting(Finding::rule)
        .containsExactly(told);
  }

  @Test
  void theNoteSaysWhatWasNotLookedInto() throws IOException {
    Map<String, byte[]> leading =
        Map.of(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\r\nClass-Path: ../ext/b.jar\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));

    assertThat(new SampleCode(folder).layer("a.jar", leading).findings())
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo(
            "The Class-Path of java/lib/a.jar in libraries leads to ../ext/b.jar, which was not looked"
                + " into: nothing is said of missing classes.");
  }
}
