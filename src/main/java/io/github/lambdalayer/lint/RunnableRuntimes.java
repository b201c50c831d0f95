package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The runtimes that a layer is declared compatible with where the user names none. */
public final class RunnableRuntimes {

  private RunnableRuntimes() {}

  /**
   * The definition with the runtimes that the user named, or else with those of the content; none
   * where that has more than Lambda takes.
   *
   * @throws InvalidInputException if a class needs a newer Java than Lambda has
   */
  public static LayerDefinition complete(
      LayerDefinition definition, Survey survey, int compilerRelease) {
    if (definition.runtimesConfigured()) {
      return definition;
    }
    List<LambdaRuntime> runtimes = of(survey, compilerRelease);
    return definition.withDerivedRuntimes(
        runtimes.size() > Limits.COMPATIBLE_RUNTIMES ? List.of() : runtimes);
  }

  /** A warning where the content is for more runtimes than can be declared, so that none are. */
  static List<Finding> check(LintedLayer layer) {
    if (layer.definition().runtimesConfigured()) {
      return List.of();
    }
    List<LambdaRuntime> runtimes = of(layer.survey(), layer.project().compilerRelease());
    if (runtimes.size() <= Limits.COMPATIBLE_RUNTIMES) {
      return List.of();
    }
    return List.of(
        Rule.TOO_MANY_RUNTIMES.found(
            Messages.format(
                "The content of the layer is for %d runtimes (%s), and Lambda takes at most %d: none"
                    + " are declared.",
                runtimes.size(),
                runtimes.stream().map(LambdaRuntime::id).collect(Collectors.joining(", ")),
                Limits.COMPATIBLE_RUNTIMES),
            "Name those that matter in <compatibleRuntimes>."));
  }

  /**
   * Every runtime that looks into a folder which the layer has, and that can run what is there. A JAR
   * elsewhere, an agent say, counts only where nothing else does.
   *
   * @param compilerRelease the Java release that the project is compiled for, and with it what is in
   *     {@code java/lib}; 0 if it says none
   * @return none for a layer of extensions, programs or data alone
   * @throws InvalidInputException if a class in {@code java/lib} needs a newer Java than Lambda has
   */
  public static List<LambdaRuntime> of(Survey survey, int compilerRelease) {
    LayerContent content = survey.content();
    var runtimes = new ArrayList<LambdaRuntime>();
    if (!content.jars().isEmpty()) {
      runtimes.addAll(java(survey, compilerRelease));
    }
    runtimes.addAll(FolderRuntimes.of(content.entries().stream().map(LayerEntry::path).toList()));
    if (runtimes.isEmpty() && !survey.jars().isEmpty()) {
      return runnable(survey, jar -> true, 0);
    }
    return List.copyOf(runtimes);
  }

  private static List<LambdaRuntime> java(Survey survey, int compilerRelease) {
    Predicate<String> isOnClassPath =
        survey.content().jars().stream().map(LayerEntry::path).collect(Collectors.toSet())
            ::contains;
    List<LambdaRuntime> runtimes = runnable(survey, isOnClassPath, compilerRelease);
    if (runtimes.isEmpty()) {
      throw tooNew(survey, isOnClassPath, compilerRelease);
    }
    return runtimes;
  }

  /** Not simply from some release on: what is loaded from a multi-release JAR depends on it. */
  private static List<LambdaRuntime> runnable(
      Survey survey, Predicate<String> which, int compilerRelease) {
    return LambdaRuntime.javaRuntimesFor(compilerRelease).stream()
        .filter(runtime -> runs(survey, which, runtime.javaRelease().orElse(0)))
        .toList();
  }

  private static boolean runs(Survey survey, Predicate<String> which, int release) {
    return survey.jars().entrySet().stream()
        .filter(jar -> which.test(jar.getKey()))
        .allMatch(jar -> ClassFileVersions.tooNew(jar.getValue(), release).isEmpty());
  }

  private static InvalidInputException tooNew(
      Survey survey, Predicate<String> which, int compilerRelease) {
    int newest = LambdaRuntime.newestJavaRelease();
    Optional<ClassFileVersions.Highest> highest =
        ClassFileVersions.highest(survey, which, newest)
            .filter(one -> one.release() >= compilerRelease);
    return new InvalidInputException(
        Messages.format(
            "The layer needs Java %d (because of %s), and the newest Lambda runtime known to"
                + " this plugin runs Java %d. Compile for that, or name a newer runtime in"
                + " <compatibleRuntimes>.",
            highest.map(ClassFileVersions.Highest::release).orElse(compilerRelease),
            highest
                .map(one -> one.className() + " in " + one.jar())
                .orElse("maven.compiler.release"),
            newest));
  }
}
