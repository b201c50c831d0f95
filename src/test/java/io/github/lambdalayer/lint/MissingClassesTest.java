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
import org.junit.jupiter.params.provider.ValueSource;

final class MissingClassesTest {

  private static final String LOG =
      "package org.log; public class Log { public static Log get() { return null; } }";

  @TempDir Path folder;
  private SampleCode code;

  @BeforeEach
  void makeCode() {
    code = new SampleCode(folder);
  }

  private static String handler(String body) {
    return "package app; public class Handler { public Object handle(Object o) throws Exception { "
        + body
        + " } }";
  }

  /** What is found when the handler is there, and Log is not. */
  private List<Finding> withoutLog(String handler) throws IOException {
    Map<String, byte[]> log = code.compile(List.of(), LOG);
    return code.own(code.compile(List.of(log), handler)).findings();
  }

  @Test
  void namesTheClassTheWayToItAndWhatMendsIt() throws IOException {
    assertThat(withoutLog(handler("return org.log.Log.get();")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.MISSING_CLASS);
              assertThat(finding.place().path()).isEqualTo("app/Handler.class");
              assertThat(finding.text())
                  .contains("A class of org.log that the function's code needs is neither")
                  .contains("  org.log.Log, needed by app.Handler.handle\n")
                  .contains("Put the artifact that has this into a layer");
            });
  }

  @Test
  void isFoundInTheFunctionOrInALayer() throws IOException {
    Map<String, byte[]> log = code.compile(List.of(), LOG);
    Map<String, byte[]> handler = code.compile(List.of(log), handler("return org.log.Log.get();"));

    assertThat(new SampleCode(folder).own(handler).bundled("log.jar", log).findings()).isEmpty();
    assertThat(new SampleCode(folder).own(handler).layer("log.jar", log).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return new org.log.Log();",
        "return new org.log.Log[1];",
        "return new org.log.Log[1][1];",
        "return (org.log.Log) o;",
        "return o instanceof org.log.Log;",
        "return org.log.Log.class;",
        "java.util.function.Supplier<Object> s = org.log.Log::get; return s;",
        "java.util.function.Function<org.log.Log, Object> s = x -> 1; return s;",
        "if (o == null) { return null; } return org.log.Log.get();",
        "try { return org.log.Log.get(); } catch (RuntimeException e) { return null; }",
        "try { return org.log.Log.get(); } catch (Exception e) { return null; }",
        "try { Class.forName(\"a.B\"); return org.log.Log.get(); } catch (RuntimeException e) { return null; }",
        "try { return org.log.Log.get(); } catch (Throwable t) { if (o == null) { System.gc(); }"
            + " throw new RuntimeException(t); }",
        "try { return org.log.Log.get(); } finally { System.gc(); }",
        "synchronized (this) { return org.log.Log.get(); }",
        "try (var in = new java.io.StringReader(\"\")) { return org.log.Log.get(); }",
        "try { return org.log.Log.get(); } catch (Throwable t) { throw new RuntimeException(t); }",
      })
  void whateverOwnCodeRefersToIsNeeded(String body) throws IOException {
    assertThat(withoutLog(handler(body))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "try { return org.log.Log.get(); } catch (NoClassDefFoundError e) { return null; }",
        "try { return org.log.Log.get(); } catch (LinkageError e) { return null; }",
        "try { return org.log.Log.get(); } catch (Throwable e) { return null; }",
        "try { return org.log.Log.get(); } catch (Throwable t) { if (o == null) {"
            + " throw new RuntimeException(t); } return null; }",
        "try { Class.forName(\"org.log.Log\"); return new org.log.Log(); }"
            + " catch (ClassNotFoundException e) { return null; }",
        "try { Class.forName(\"org.log.Log\"); return new org.log.Log(); }"
            + " catch (Exception e) { return null; }",
      })
  void whatOwnCodeIsPreparedToMissIsNot(String body) throws IOException {
    assertThat(withoutLog(handler(body))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package app; public class Handler extends org.log.Log {}",
        "package app; public class Handler { org.log.Log log; }",
        "package app; public class Handler { void handle(org.log.Log log) {} }",
        "package app; public class Handler { org.log.Log[] handle() { return null; } }",
      })
  void whatOwnClassesDeclareIsNeeded(String handler) throws IOException {
    assertThat(withoutLog(handler)).hasSize(1);
  }

  @Test
  void anAnnotationIsNotNeeded() throws IOException {
    Map<String, byte[]> mark =
        code.compile(
            List.of(),
            "package org.log; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME)"
                + " public @interface Mark {}");
    Map<String, byte[]> handler =
        code.compile(List.of(mark), "package app; @org.log.Mark public class Handler {}");

    assertThat(code.own(handler).findings()).isEmpty();
  }

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

  @ParameterizedTest
  @ValueSource(ints = {11, 17})
  void whatJavaHadOnceIsFoundWithTheArtifactThatHasItNow(int release) throws IOException {
    Map<String, byte[]> former =
        code.compile(
            11, List.of(), "package javax.xml.bind; public class JAXBException extends Error {}");
    Map<String, byte[]> handler =
        code.compile(11, List.of(former), handler("throw new javax.xml.bind.JAXBException();"));

    assertThat(code.own(handler).release(release).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.MISSING_CLASS);
              assertThat(finding.text())
                  .contains("javax.xml.bind.JAXBException, needed by app.Handler.handle")
                  .contains("jakarta.xml.bind:jakarta.xml.bind-api:2.3.3");
            });
    assertThat(new SampleCode(folder).own(handler).layer("jaxb.jar", former).findings()).isEmpty();
  }

  @Test
  void aSupertypeIsNeededHoweverFarItIs() throws IOException {
    Map<String, byte[]> lib =
        code.compile(
            List.of(),
            "package org.lib; public interface Base {}",
            "package org.lib; public class Middle implements Base {}",
            "package org.lib; public class Lib extends Middle {}");
    Map<String, byte[]> handler = code.compile(List.of(lib), handler("return org.lib.Lib.class;"));

    List<Finding> findings =
        code.own(handler)
            .layer("lib.jar", SampleCode.without(lib, "org/lib/Base.class"))
            .findings();

    assertThat(findings)
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("org.lib.Base, needed by app.Handler.handle -> org.lib.Lib -> org.lib.Middle");
  }

  @Test
  void whatIsLikelyOneArtifactIsOneFinding() throws IOException {
    Map<String, byte[]> libraries =
        code.compile(
            List.of(),
            "package org.acme.a.x; public class A {}",
            "package org.acme.a.y; public class B {}",
            "package org.acme.b; public class C {}",
            "package org.acme.c; public class D {}");
    Map<String, byte[]> handler =
        code.compile(
            List.of(libraries),
            handler(
                "return java.util.List.of(org.acme.a.x.A.class, org.acme.a.y.B.class,"
                    + " org.acme.b.C.class, org.acme.c.D.class);"));

    List<Finding> findings =
        code.own(handler)
            .layer(
                "acme.jar",
                SampleCode.without(
                    libraries,
                    "org/acme/a/x/A.class",
                    "org/acme/a/y/B.class",
                    "org/acme/b/C.class"))
            .findings();

    assertThat(findings)
        .extracting(finding -> finding.message().lines().findFirst().orElse(""))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("2 classes of org.acme.a that"),
            second -> assertThat(second).startsWith("A class of org.acme.b that"));
  }

  @Test
  void whatTheRuntimeBringsIsThere() throws IOException {
    Map<String, byte[]> core =
        code.compile(
            List.of(),
            "package com.amazonaws.services.lambda.runtime; public interface Context {}",
            "package com.amazonaws.services.lambda.runtime.events; public class SomeEvent {}");

    assertThat(
            code.own(
                    code.compile(
                        List.of(core),
                        "package app; public class Handler {"
                            + " void a(com.amazonaws.services.lambda.runtime.Context c) {}"
                            + " void b(com.amazonaws.services.lambda.runtime.events.SomeEvent e) {}"
                            + " }"))
                .findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("runtime.events.SomeEvent")
                    .doesNotContain("runtime.Context"));
  }
}
