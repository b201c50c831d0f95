package io.github.lambdalayer.lint;

import java.io.IOException;
import java.util.List;

/** What the code of a function and that of its layers tell, put together. */
public final class FunctionLint {

  private FunctionLint() {}

  /** What is wrong, with the severities of the rules. */
  public static List<Finding> of(FunctionCode code) throws IOException {
    return List.of();
  }
}
