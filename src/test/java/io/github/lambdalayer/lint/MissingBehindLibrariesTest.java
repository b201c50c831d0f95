package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing for a library that the handler calls. */
final class MissingBehindLibrariesTest extends HandlerCode {

  /** What is found when the handler calls a library that is compiled with Log, which is not there. */
  private List<Finding> throughLibrary(String library, String body) throws IOException {
    Map<String, byte[]> log = code.compile(List.of(), LOG);
    Map<String, byte[]> lib = code.compile(List.of(log), library);
    return code.own(code.compile(List.of(log, lib), handler(body)))
        .layer("lib-1.0.jar", lib)
        .findings();
  }

  private static String library(String members) {
    return "package org.lib; public class Lib { public Lib() {} " + members + " }";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static final Object LOG = org.log.Log.get(); public static void call() {}",
        "public static void call() { org.log.Log.get(); }",
        "public static void call() { new Lib().next(); } void next() { org.log.Log.get(); }",
        "public static void call() { new Lib(1); } Lib(int i) { new org.log.Log(); }",
        "public static void call() { Runnable r = org.log.Log::get; }",
      })
  void whatALibraryDoesInAnyCaseIsNeeded(String members) throws IOException {
    assertThat(throughLibrary(library(members), "org.lib.Lib.call(); return o;"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place().path()).isEqualTo("java/lib/lib-1.0.jar");
              assertThat(finding.message())
                  .contains("org.log.Log, needed by app.Handler.handle -> org.lib.Lib.");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public static void call() {} public static void other() { org.log.Log.get(); }",
        "public static void call() { if (Boolean.getBoolean(\"log\")) { org.log.Log.get(); } }",
        "public static void call() { try { org.log.Log.get(); } catch (Throwable t) { } }",
        "public static void call() { try { next(); } catch (LinkageError t) { } }"
            + " static void next() { org.log.Log.get(); }",
        "public static void call() { Object o = (org.log.Log) null; }",
        "org.log.Log log; public static void call() {}",
        "public static org.log.Log call() { return null; }",
      })
  void whatALibraryMayNeverDoIsNot(String members) throws IOException {
    assertThat(throughLibrary(library(members), "org.lib.Lib.call(); return o;")).isEmpty();
  }

  @Test
  void aLibrarysMethodThatASubclassReplacesIsNotFollowed() throws IOException {
    String members = "public void call() { next(); } public void next() { org.log.Log.get(); }";

    assertThat(throughLibrary(library(members), "new org.lib.Lib().call(); return o;")).isEmpty();
    makeCode();
    assertThat(throughLibrary(library(members), "new org.lib.Lib().next(); return o;")).hasSize(1);
  }

  @Test
  void aMethodOfAFinalClassIsFollowedWhoeverMadeTheInstance() throws IOException {
    String members =
        "static Part part; public static void call() { part.go(); }"
            + " static %s class Part { void go() { org.log.Log.get(); } }";

    assertThat(throughLibrary(library(members.formatted("final")), "org.lib.Lib.call(); return o;"))
        .hasSize(1);
    makeCode();
    assertThat(throughLibrary(library(members.formatted("")), "org.lib.Lib.call(); return o;"))
        .isEmpty();
  }

  @Test
  void aDefaultMethodIsFollowedThoughAnotherInterfaceDeclaresIt() throws IOException {
    String library =
        "package org.lib; public class Lib { public static void call() { new Part().go(); } }"
            + " interface A { void go(); }"
            + " interface B extends A { %s void go() %s }"
            + " abstract class Base implements A {}"
            + " class Part extends Base implements B { %s }";

    assertThat(
            throughLibrary(
                library.formatted("default", "{ org.log.Log.get(); }", ""),
                "org.lib.Lib.call(); return o;"))
        .hasSize(1);
    makeCode();
    assertThat(
            throughLibrary(
                library.formatted("", ";", "public void go() {}"), "org.lib.Lib.call(); return o;"))
        .isEmpty();
  }
}
