package io.github.lambdalayer.lint;

import java.util.regex.Pattern;

/**
 * What every JDK of Lambda's Java runtimes has, by names: the one that builds the layer may be another.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/25/docs/api/allpackages-index.html">the
 *     packages of Java SE and the JDK</a>
 */
final class PlatformClasses {

  private static final Pattern API =
      Pattern.compile(
          "java/.+"
              + "|javax/(accessibility|annotation/processing|crypto|imageio|lang/model|management"
              + "|naming|net|print|rmi|script|security/(auth|cert|sasl)|smartcardio|sound|sql|swing"
              + "|tools|transaction/xa|xml/(catalog|crypto|datatype|namespace|parsers|stream"
              + "|transform|validation|xpath))/.+"
              + "|jdk/.+|org/(w3c/dom|xml/sax|ietf/jgss)/.+|com/sun/(net/httpserver|nio/sctp)/.+");

  /** The JDK's own implementations; those of other releases, and of Java EE, are not told apart. */
  private static final Pattern IMPLEMENTATION = Pattern.compile("(javax|sun|com/sun)/.+");

  /** What compilers alone look for. */
  private static final Pattern COMPILER =
      Pattern.compile("(javax/annotation/processing|javax/tools|com/sun/source)/.+");

  private PlatformClasses() {}

  /** Whether the platform has a service and looks for its providers at run time. */
  static boolean looksFor(String className) {
    return API.matcher(className).matches() && !COMPILER.matcher(className).matches();
  }

  /** Whether the platform may have a class. */
  static boolean mayHave(String className) {
    return API.matcher(className).matches() || IMPLEMENTATION.matcher(className).matches();
  }
}
