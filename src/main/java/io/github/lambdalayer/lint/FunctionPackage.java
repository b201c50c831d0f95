package io.github.lambdalayer.lint;

import io.github.lambdalayer.lint.FunctionCode.CodeSource;
import java.util.List;
import java.util.Set;

/**
 * What a function is deployed as.
 *
 * @param label its archive, for people
 * @param sources its class path in {@code /var/task}: the archive's own classes, then the JARs of its
 *     {@code lib}
 * @param ownClasses the classes among those that were compiled for it, as {@code com/example/Handler}
 * @param unzippedSize the bytes that it takes when it is unzipped
 */
public record FunctionPackage(
    String label, List<CodeSource> sources, Set<String> ownClasses, long unzippedSize) {

  public FunctionPackage {
    sources = List.copyOf(sources);
    ownClasses = Set.copyOf(ownClasses);
  }
}
