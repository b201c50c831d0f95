package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.util.List;

/** The runtimes that a layer is declared compatible with where the user names none. */
public final class RunnableRuntimes {

  private RunnableRuntimes() {}

  /**
   * The definition with the runtimes that the user named, or else with those of the content.
   *
   * @throws InvalidInputException if a class needs a newer Java than Lambda has
   */
  public static LayerDefinition complete(
      LayerDefinition definition, LayerContent content, int compilerRelease) throws IOException {
    return definition.runtimesConfigured()
        ? definition
        : definition.withDerivedRuntimes(of(content, compilerRelease));
  }

  /**
   * Every Java runtime that can run all classes of the layer.
   *
   * @param compilerRelease the Java release that the project is compiled for; 0 if it says none
   * @return none for a layer without JARs
   * @throws InvalidInputException if a class needs a newer Java than Lambda has
   */
  public static List<LambdaRuntime> of(LayerContent content, int compilerRelease)
      throws IOException {
    if (content.jars().isEmpty()) {
      return List.of();
    }
    var highest = ClassFileVersions.highest(content);
    int release =
        Math.max(compilerRelease, highest.map(ClassFileVersions.Highest::release).orElse(0));
    List<LambdaRuntime> runtimes = LambdaRuntime.javaRuntimesFor(release);
    if (runtimes.isEmpty()) {
      String reason =
          highest
              .filter(h -> h.release() == release)
              .map(h -> h.className() + " in " + h.jar())
              .orElse("maven.compiler.release");
      throw new InvalidInputException(
          Messages.format(
              "The layer needs Java %d (because of %s), and the newest Lambda runtime known to"
                  + " this plugin runs Java %d. Compile for that, or name a newer runtime in"
                  + " <compatibleRuntimes>.",
              release, reason, LambdaRuntime.newestJavaRelease()));
    }
    return runtimes;
  }
}
