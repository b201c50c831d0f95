package io.github.lambdalayer.layer;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Lambda runtime by its identifier, for example {@code java21}. New identifiers appear between
 * releases of this plugin, so an unknown one is no error.
 *
 * @param id the identifier
 */
public record LambdaRuntime(String id) {

  /** Before all others: the constants below are checked against it. */
  private static final Pattern SYNTAX = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

  /** The Java runtimes known to this release and the Java release that each of them runs. */
  private static final List<JavaRuntime> JAVA_RUNTIMES =
      List.of(
          new JavaRuntime("java8", 8),
          new JavaRuntime("java8.al2", 8),
          new JavaRuntime("java8.al2023", 8),
          new JavaRuntime("java11", 11),
          new JavaRuntime("java11.al2023", 11),
          new JavaRuntime("java17", 17),
          new JavaRuntime("java17.al2023", 17),
          new JavaRuntime("java21", 21),
          new JavaRuntime("java25", 25));

  /**
   * The others that AWS supports in November 2026, oldest first; neither those that are deprecated
   * (nodejs20.x since April, python3.10 since October) nor those in preview (nodejs26.x, python3.15).
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda
   *     runtimes</a>
   */
  private static final List<LambdaRuntime> CURRENT_NODE = runtimes("nodejs22.x", "nodejs24.x");

  private static final List<LambdaRuntime> CURRENT_PYTHON =
      runtimes("python3.11", "python3.12", "python3.13", "python3.14");

  private static final List<LambdaRuntime> CURRENT_RUBY = runtimes("ruby3.3", "ruby3.4", "ruby4.0");

  private static final List<LambdaRuntime> CUSTOM = runtimes("provided.al2", "provided.al2023");

  /** Families whose members are too many, and too quickly replaced, to be listed one by one. */
  private static final Pattern OTHER_KNOWN =
      Pattern.compile(
          "nodejs\\d+\\.(x|\\d+)|nodejs|python\\d+\\.\\d+|ruby\\d+\\.\\d+|dotnet\\d+|dotnetcore\\d+\\.\\d+"
              + "|go1\\.x|provided(\\.al2|\\.al2023)?");

  /** Managed Java runtimes, those that appear after this release of the plugin too. */
  private static final Pattern JAVA = Pattern.compile("java([1-9]\\d{0,2})(\\.[a-z0-9]+)?");

  private record JavaRuntime(String id, int release) {}

  /** Refuses what can be no identifier of a runtime at all. */
  public LambdaRuntime {
    if (!SYNTAX.matcher(id).matches()) {
      throw new InvalidInputException(
          Messages.format(
              "<compatibleRuntimes> has '%s', which is no runtime identifier."
                  + " Write identifiers such as java17 or java21, separated by commas with"
                  + " -DlambdaLayer.compatibleRuntimes.",
              id));
    }
  }

  /** Whether this release of the plugin has heard of the runtime. */
  public boolean isKnown() {
    return OTHER_KNOWN.matcher(id).matches()
        || JAVA_RUNTIMES.stream().anyMatch(java -> java.id().equals(id));
  }

  /**
   * The Java feature release that it runs, also that of a Java runtime which is not known yet; nothing
   * where it is no managed Java runtime.
   */
  public OptionalInt javaRelease() {
    Matcher java = JAVA.matcher(id);
    return java.matches() ? OptionalInt.of(Integer.parseInt(java.group(1))) : OptionalInt.empty();
  }

  /**
   * The Java runtimes that can run class files of a Java release, oldest first.
   *
   * @param release a Java feature release, for example 17
   * @return none if no Lambda runtime known to this release of the plugin is new enough
   */
  public static List<LambdaRuntime> javaRuntimesFor(int release) {
    return JAVA_RUNTIMES.stream()
        .filter(java -> java.release() >= release)
        .map(java -> new LambdaRuntime(java.id()))
        .toList();
  }

  /** The newest Java release that a known Lambda runtime runs. */
  public static int newestJavaRelease() {
    return JAVA_RUNTIMES.get(JAVA_RUNTIMES.size() - 1).release();
  }

  /** The Node.js runtimes that AWS supports, oldest first. */
  public static List<LambdaRuntime> currentNode() {
    return CURRENT_NODE;
  }

  /** The Python runtimes that AWS supports, oldest first. */
  public static List<LambdaRuntime> currentPython() {
    return CURRENT_PYTHON;
  }

  /** The Ruby runtimes that AWS supports, oldest first. */
  public static List<LambdaRuntime> currentRuby() {
    return CURRENT_RUBY;
  }

  /** The runtimes that start a {@code bootstrap} of the user's. */
  public static List<LambdaRuntime> custom() {
    return CUSTOM;
  }

  private static List<LambdaRuntime> runtimes(String... ids) {
    return Arrays.stream(ids).map(LambdaRuntime::new).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
