package io.github.lambdalayer.lint;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The code of a function together with its layers, as it is unpacked on Lambda.
 *
 * @param name the function, for people
 * @param function what is in {@code /var/task}, in the order of Lambda's class path: the archive's own
 *     classes, then the JARs of its {@code lib}
 * @param ownClasses the function's own classes among those, as {@code com/example/Handler}: what was
 *     compiled here, and not taken from a dependency
 * @param layers the JARs of {@code /opt/java/lib}, in the order of Lambda's class path
 * @param javaRelease the Java release of the runtime that it runs on
 */
public record FunctionCode(
    String name,
    List<CodeSource> function,
    Set<String> ownClasses,
    List<CodeSource> layers,
    int javaRelease) {

  public FunctionCode {
    function = List.copyOf(function);
    ownClasses = Set.copyOf(ownClasses);
    layers = List.copyOf(layers);
  }

  /**
   * A JAR, or the classes at the root of an archive.
   *
   * @param path its path in the archive or the layer, {@code java/lib/a-1.0.jar}; empty for the archive
   *     itself
   * @param owner the archive or the layer that it is in, for people
   * @param file a JAR on disk with the classes
   */
  public record CodeSource(String path, String owner, Path file) {}
}
