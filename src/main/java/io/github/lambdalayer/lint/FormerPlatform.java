package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Java brought itself once, and an artifact has now under the same names.
 *
 * @param packageName the package
 * @param classes its classes, where the package has others that Java never had; empty for all
 * @param since the Java release that no longer has it
 * @param artifacts what has it now
 * @see <a href="https://openjdk.org/jeps/320">JEP 320: Remove the Java EE and CORBA Modules</a>
 */
record FormerPlatform(String packageName, Set<String> classes, int since, String artifacts) {

  private static final List<FormerPlatform> ALL =
      List.of(
          new FormerPlatform(
              "javax.xml.bind",
              Set.of(),
              11,
              "jakarta.xml.bind:jakarta.xml.bind-api:2.3.3 and org.glassfish.jaxb:jaxb-runtime 2.3.x"),
          new FormerPlatform(
              "javax.annotation",
              Set.of("Generated", "PostConstruct", "PreDestroy", "Resource", "Resources"),
              11,
              "jakarta.annotation:jakarta.annotation-api:1.3.5"),
          new FormerPlatform(
              "javax.activation", Set.of(), 11, "com.sun.activation:jakarta.activation:1.2.2"),
          new FormerPlatform(
              "javax.xml.ws",
              Set.of(),
              11,
              "jakarta.xml.ws:jakarta.xml.ws-api:2.3.3 and com.sun.xml.ws:jaxws-rt 2.3.x"),
          new FormerPlatform("javax.jws", Set.of(), 11, "jakarta.jws:jakarta.jws-api:2.1.0"),
          new FormerPlatform(
              "javax.xml.soap", Set.of(), 11, "jakarta.xml.soap:jakarta.xml.soap-api:1.4.2"),
          new FormerPlatform(
              "javax.transaction",
              Set.of(
                  "InvalidTransactionException",
                  "TransactionRequiredException",
                  "TransactionRolledbackException"),
              11,
              "jakarta.transaction:jakarta.transaction-api:1.3.3"));

  /** What a class belongs to, {@code javax.xml.bind.JAXBContext} say. */
  static Optional<FormerPlatform> of(String className) {
    return ALL.stream().filter(one -> one.has(className)).findFirst();
  }

  private boolean has(String className) {
    if (!className.startsWith(packageName + ".")) {
      return false;
    }
    String rest = className.substring(packageName.length() + 1);
    return classes.isEmpty() || classes.contains(rest);
  }

  /** What mends its absence. */
  String fix() {
    return Messages.format(
        "Java has been without %s since release %d: add %s to the function or to a layer, or move on to"
            + " the jakarta packages.",
        packageName, since, artifacts);
  }
}
