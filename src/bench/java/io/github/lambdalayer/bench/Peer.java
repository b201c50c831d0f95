package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.util.List;

/** What is measured on each input: this plugin, what others use in its place, and the floors. */
enum Peer {
  VALIDATE("validate", "`mvn validate`"),
  RESOLUTION("resolution", "dependency resolution alone"),
  PLUGIN("plugin", "**this plugin**"),
  AGAIN("again", "**this plugin**, nothing changed"),
  SKIPPED("skipped", "this plugin, `-DlambdaLayer.skip`"),
  ASSEMBLY("assembly", "maven-assembly-plugin"),
  ZIP_STORED("zip-0", "copy-dependencies + `zip -0`"),
  ZIP("zip", "copy-dependencies + `zip`"),
  SHADE("shade", "maven-shade-plugin"),
  SAM("sam", "SAM's builder"),
  CAT("cat", "`cat` + `sha256sum`"),
  OPENSSL("openssl", "`cat` + `openssl dgst -sha256`");

  /** What the short form needs for its ratios. */
  static final List<String> OF_SHORT_FORM =
      List.of("resolution", "plugin", "again", "assembly", "zip-0", "cat");

  static final String DEPENDENCY_PLUGIN = "3.11.0";

  private static final String ASSEMBLY_CONFIGURATION =
      """
                <descriptors>
                  <descriptor>layer.xml</descriptor>
                </descriptors>\
      """;

  private final String id;
  private final String title;

  Peer(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Its name on the command line and in folders. */
  String id() {
    return id;
  }

  /** Its name on the page. */
  String title() {
    return title;
  }

  /** The name of its command for an input. */
  String of(Input input) {
    return of(input.name());
  }

  String of(String input) {
    return input + "-" + id;
  }

  /** Whether Maven runs in a project of its own. */
  boolean hasProject() {
    return this != CAT && this != OPENSSL && this != AGAIN;
  }

  /** Whether its project gets a JAR of its own, without which it does nothing. */
  boolean needsJar() {
    return this == SHADE || this == SAM;
  }

  /** What stands in its pom. */
  String plugins(String pluginVersion) {
    return switch (this) {
      case VALIDATE, SAM, AGAIN, CAT, OPENSSL -> "";
      case PLUGIN, SKIPPED -> Pom.thisPlugin(pluginVersion, "", "package");
      case RESOLUTION -> dependencies("build-classpath", "outputFile", "classpath");
      case ZIP, ZIP_STORED ->
          dependencies("copy-dependencies", "outputDirectory", "layer/java/lib");
      case ASSEMBLY ->
          Pom.bound("maven-assembly-plugin", "3.8.0", "single", ASSEMBLY_CONFIGURATION);
      case SHADE ->
          Pom.bound(
              "maven-shade-plugin",
              "3.6.2",
              "shade",
              "<createDependencyReducedPom>false</createDependencyReducedPom>");
    };
  }

  private static String dependencies(String goal, String parameter, String path) {
    return Pom.bound(
        "maven-dependency-plugin",
        DEPENDENCY_PLUGIN,
        goal,
        Messages.format(
            "<includeScope>runtime</includeScope><%s>${project.build.directory}/%s</%s>",
            parameter, path, parameter));
  }
}
