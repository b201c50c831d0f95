package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MissingClassesTest extends HandlerCode {

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
