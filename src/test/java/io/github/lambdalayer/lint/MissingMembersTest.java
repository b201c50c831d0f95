package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MissingMembersTest {

  @TempDir Path folder;
  private SampleCode code;

  @BeforeEach
  void makeCode() {
    code = new SampleCode(folder);
  }

  private static String handler(String body) {
    return "package app; public class Handler { public Object handle(Object o) throws Throwable { "
        + body
        + " } }";
  }

  /** What is found when the handler was compiled with another Lib than the layer has. */
  private List<Finding> mixed(String compiledWith, String inLayer, String body) throws IOException {
    Map<String, byte[]> compiled = code.compile(List.of(), "package lib; " + compiledWith);
    Map<String, byte[]> handler = code.compile(List.of(compiled), handler(body));
    return code.own(handler)
        .layer("lib-1.0.jar", code.compile(List.of(), "package lib; " + inLayer))
        .findings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public class Lib { public int a(String s) { return 1; } } | public class Lib { public int a() {"
            + " return 1; } } | return new lib.Lib().a(null); | int lib.Lib.a(java.lang.String) is not"
            + " there (NoSuchMethodError), needed by app.Handler.handle",
        "public class Lib { public Lib(int i) {} } | public class Lib {} | return new lib.Lib(1); |"
            + " void lib.Lib.<init>(int) is not there (NoSuchMethodError)",
        "public class Lib { public int f; } | public class Lib { public long f; } | return new"
            + " lib.Lib().f; | int lib.Lib.f is not there (NoSuchFieldError)",
        "public class Lib { public static int a() { return 1; } } | public class Lib { public int a() {"
            + " return 1; } } | return lib.Lib.a(); | is not static, and is used as if it were"
            + " (IncompatibleClassChangeError)",
        "public class Lib { public int a() { return 1; } } | public interface Lib { int a(); } | return"
            + " ((lib.Lib) o).a(); | is of an interface, and is called as a class's",
        "public interface Lib { int a(); } | public abstract class Lib { public abstract int a(); } |"
            + " return ((lib.Lib) o).a(); | is of a class, and is called as an interface's",
        "public class Lib { public static int a() { return 1; } } | public class Lib { } |"
            + " java.util.function.Supplier<Integer> s = lib.Lib::a; return s; | int lib.Lib.a() is not"
            + " there (NoSuchMethodError)",
      })
  void aMemberThatAnotherVersionHadIsFound(
      String compiledWith, String inLayer, String body, String line) throws IOException {
    assertThat(mixed(compiledWith, inLayer, body))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.MISSING_MEMBER);
              assertThat(finding.message()).contains("java/lib/lib-1.0.jar of libraries", line);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public class Lib { public int a() { return 1; } } | public class Lib extends Base { } class Base"
            + " { public int a() { return 1; } }",
        "public class Lib { public int a() { return 1; } } | public class Lib implements Base { }"
            + " interface Base { default int a() { return 1; } }",
      })
  void aMemberThatMovedToASupertypeIsNot(String compiledWith, String inLayer) throws IOException {
    assertThat(mixed(compiledWith, inLayer, "return new lib.Lib().a();")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return new int[0].clone();",
        "return ((java.util.List<?>) o).equals(o) && o.hashCode() == ((Runnable) o).hashCode();",
        "return java.lang.invoke.MethodHandles.lookup().findStatic(null, null, null).invokeExact(o, 1);",
        "return ((java.lang.invoke.VarHandle) o).getAndAdd(o, 1);",
        "return \"a\" + o + 1;",
        "return switch (o.toString()) { case \"a\" -> 1; default -> Thread.State.valueOf(\"NEW\"); };",
        "return new StringBuilder().append(1).append(o).length();",
      })
  void whatEveryJavaHasIsThere(String body) throws IOException {
    assertThat(code.own(code.compile(List.of(), handler(body))).findings()).isEmpty();
    var older = new SampleCode(folder).release(11);
    assertThat(older.own(code.compile(11, List.of(), handlerOf11(body))).findings()).isEmpty();
  }

  /** Java 11 has no switch expression. */
  private static String handlerOf11(String body) {
    return handler(body.startsWith("return switch") ? "return o;" : body);
  }

  @Test
  void whatCannotBeKnownIsNotMissing() throws IOException {
    Map<String, byte[]> base =
        code.compile(List.of(), "package base; public class Base { public void a() {} }");
    Map<String, byte[]> lib =
        code.compile(List.of(base), "package lib; public class Lib extends base.Base {}");
    Map<String, byte[]> handler =
        code.compile(List.of(base, lib), handler("new lib.Lib().a(); return o;"));

    assertThat(code.own(handler).layer("lib.jar", lib).findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.MISSING_CLASS);
  }

  @ParameterizedTest
  @CsvSource({"8, true", "11, false"})
  void aMethodOfANewerJavaIsFound(int release, boolean isMissing) throws IOException {
    Map<String, byte[]> handler = code.compile(11, List.of(), handler("return \"a\".isBlank();"));

    List<Finding> findings =
        code.own(handler).release(release).findings().stream()
            .filter(finding -> finding.rule() != Rule.CLASS_VERSION)
            .toList();

    assertThat(findings).hasSize(isMissing ? 1 : 0);
    assertThat(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.text())
                    .contains("boolean java.lang.String.isBlank() is not there")
                    .contains("loaded from Java 8")
                    .contains("<maven.compiler.release>8"));
  }
}
