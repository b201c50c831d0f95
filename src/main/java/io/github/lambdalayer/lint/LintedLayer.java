package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.StrippedJar;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.LayerDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A layer that is examined before it is archived.
 *
 * @param content the files as they go into the layer
 * @param survey what was found in them, before native code was left out
 * @param definition what the layer is, completed with what its content tells
 * @param artifacts what came from Maven, in the order of Maven's class path
 * @param project the project that builds it
 * @param namedExecutable whether the user names a path of the layer in {@code <executables>}
 * @param nativeLibraries what the user wants to become of native code in JARs
 * @param stripped JARs with native code to leave out
 */
public record LintedLayer(
    LayerContent content,
    Survey survey,
    LayerDefinition definition,
    List<Located> artifacts,
    Project project,
    Predicate<String> namedExecutable,
    NativeLibraries nativeLibraries,
    List<StrippedJar> stripped) {

  public LintedLayer {
    artifacts = List.copyOf(artifacts);
    stripped = List.copyOf(stripped);
  }

  /**
   * The project that builds a layer.
   *
   * @param version its version
   * @param isSnapshot whether that is, for Maven, a version still in development
   * @param compilerRelease the Java release that it is compiled for; 0 if it says none
   * @param outputTimestamp the time that its archives are to carry, if it says one
   */
  public record Project(
      String version, boolean isSnapshot, int compilerRelease, Optional<Instant> outputTimestamp) {}
}
