package io.github.lambdalayer.lint;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a handler that needs a class. */
abstract class HandlerCode {

  static final String LOG =
      "package org.log; public class Log { public static Log get() { return null; } }";

  @TempDir Path folder;
  SampleCode code;

  @BeforeEach
  void makeCode() {
    code = new SampleCode(folder);
  }

  static String handler(String body) {
    return "package app; public class Handler { public Object handle(Object o) throws Exception { "
        + body
        + " } }";
  }
}
