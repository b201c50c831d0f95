package io.github.lambdalayer.lint;

import io.github.lambdalayer.bytecode.CodeJar;
import io.github.lambdalayer.bytecode.CodePath;
import io.github.lambdalayer.bytecode.LinkageCheck;
import io.github.lambdalayer.bytecode.LinkageReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the code of a function and that of its layers tell, put together. */
public final class FunctionLint {

  private FunctionLint() {}

  /**
   * What is wrong, with the severities of the rules. {@link Rule#BUNDLED_CLASSES} and {@link
   * Rule#SHADOWED_CLASSES} have the path of the layer's JAR as their place, so that who has told of that JAR
   * by other means can leave them out.
   *
   * @throws IOException if the JDK's own data about Java releases cannot be read; a JAR that cannot be is a
   *     finding
   */
  public static List<Finding> of(FunctionCode code) throws IOException {
    List<CodeJar> function = jars(code.function());
    List<CodeJar> layers = jars(code.layers());
    try (CodePath path = CodePath.open(function, layers, code.javaRelease())) {
      LinkageReport report = LinkageCheck.of(path, code.ownClasses(), code.javaRelease());
      var findings = new ArrayList<Finding>();
      findings.addAll(NewerClassFiles.of(code, path.tooNew()));
      List<Finding> distant = DistantClassPaths.of(code);
      if (distant.isEmpty()) {
        findings.addAll(MissingClasses.of(code, path, report.missingClasses()));
        findings.addAll(MissingMembers.of(code, report.missingMembers()));
      }
      findings.addAll(distant);
      findings.addAll(ClassesOfBoth.of(path.shared()));
      findings.addAll(UncheckedCode.of(code, path, report));
      return List.copyOf(findings);
    }
  }

  private static List<CodeJar> jars(List<FunctionCode.CodeSource> sources) {
    return sources.stream()
        .map(source -> new CodeJar(source.path(), source.owner(), source.file()))
        .toList();
  }
}
