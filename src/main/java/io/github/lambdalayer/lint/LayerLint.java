package io.github.lambdalayer.lint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All that is looked for in a layer before it is archived. */
public final class LayerLint {

  /** One look at a layer, for one rule or a few that belong together. */
  @FunctionalInterface
  interface Check {

    /** What is wrong; nothing where all is well. */
    List<Finding> of(LintedLayer layer) throws IOException;
  }

  /** In the order in which people read what they find. */
  private static final List<Check> CHECKS =
      List.of(
          UnzippedSize::check,
          JavaLib::check,
          UnreadableJars::check,
          ClassFileVersions::check,
          ArtifactVersions::check,
          SharedClasses::check,
          RuntimeJars::check,
          JarKinds::check,
          DuplicateEntries::check,
          ServiceProviders::check,
          ManifestClassPaths::check,
          MisplacedFiles::check,
          UnusedFolders::check,
          Scripts::check,
          RunnableRuntimes::check,
          NativeArchitectures::check,
          NativeLibc::check,
          StripSavings::check,
          StrippedJars::check,
          SnapshotDependencies::check,
          TestLibraries::check,
          UnclearLicenses::check,
          ProjectJarTimes::check,
          Definitions::check);

  private LayerLint() {}

  /** What is wrong with a layer, with the severities of the rules. */
  public static List<Finding> of(LintedLayer layer) throws IOException {
    var findings = new ArrayList<Finding>();
    for (Check check : CHECKS) {
      findings.addAll(check.of(layer));
    }
    return List.copyOf(findings);
  }
}
