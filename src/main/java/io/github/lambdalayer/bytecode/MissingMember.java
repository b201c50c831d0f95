package io.github.lambdalayer.bytecode;

import java.util.Optional;

/**
 * A method or field that its class does not have as the code expects it.
 *
 * @param member the member as the JVM's messages write it
 * @param className the class that the code looks for it in, as {@code com.example.Library}
 * @param jar where that class is loaded from; nothing for one of the Java platform
 * @param problem what is wrong
 * @param chain how the function needs it
 */
public record MissingMember(
    String member, String className, Optional<CodeJar> jar, Problem problem, Chain chain) {

  /** What is wrong with a member, or with its class. */
  public enum Problem {
    NO_METHOD("NoSuchMethodError", "is not there"),
    NO_FIELD("NoSuchFieldError", "is not there"),
    STATIC("IncompatibleClassChangeError", "is static, and is used as if it were not"),
    NOT_STATIC("IncompatibleClassChangeError", "is not static, and is used as if it were"),
    INTERFACE("IncompatibleClassChangeError", "is of an interface, and is called as a class's"),
    NOT_INTERFACE("IncompatibleClassChangeError", "is of a class, and is called as an interface's");

    private final String error;
    private final String text;

    Problem(String error, String text) {
      this.error = error;
      this.text = text;
    }

    /** The error that users see. */
    public String error() {
      return error;
    }

    /** What is said of the member. */
    public String text() {
      return text;
    }
  }
}
