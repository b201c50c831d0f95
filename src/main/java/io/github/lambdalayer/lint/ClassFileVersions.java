package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.Survey;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The Java release that a layer's classes need.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html">class file
 *     format</a>
 */
public final class ClassFileVersions {

  private ClassFileVersions() {}

  /**
   * What asks for the newest Java.
   *
   * @param release a Java feature release, for example 17
   * @param jar the path of the JAR in the layer
   * @param className the class in it
   */
  public record Highest(int release, String jar, String className) {}

  /**
   * The newest Java release that a class in the layer's JARs needs.
   *
   * @param survey what is in the layer
   * @param which the paths of the JARs that count
   * @return nothing if those have no class
   */
  public static Optional<Highest> highest(Survey survey, Predicate<String> which) {
    Highest highest = null;
    for (var jar : survey.jars().entrySet()) {
      JarContents.NewestClass newest = jar.getValue().newestClass();
      if (newest != null
          && which.test(jar.getKey())
          && (highest == null || newest.release() > highest.release())) {
        highest = new Highest(newest.release(), jar.getKey(), newest.name());
      }
    }
    return Optional.ofNullable(highest);
  }
}
