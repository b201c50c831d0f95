package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** The poms of the benchmark. */
final class Pom {

  private static final String PLUGIN =
      """
            <plugin>
              <groupId>%s</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
      %s      </plugin>
      """;

  private static final String EXECUTION =
      """
              <configuration>
      %s
              </configuration>
              <executions>
                <execution>
                  <phase>%s</phase>
                  <goals>
                    <goal>%s</goal>
                  </goals>
                </execution>
              </executions>
      """;

  private static final String PROJECT =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>io.github.lambdalayer.bench</groupId>
        <artifactId>%s</artifactId>
        <version>1</version>
        <packaging>%s</packaging>
        <properties>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
          <maven.compiler.release>17</maven.compiler.release>
        </properties>
        <dependencies>
      %s  </dependencies>
        <build>
          <pluginManagement>
            <plugins>
      %s      </plugins>
          </pluginManagement>
          <plugins>
      %s    </plugins>
        </build>
      </project>
      """;

  private static final String MAVEN = "org.apache.maven.plugins";

  /** What a lifecycle brings, in versions that know of {@code release}. */
  private static final String LIFECYCLE =
      plugin(MAVEN, "maven-clean-plugin", "3.5.0", "")
          + plugin(MAVEN, "maven-resources-plugin", "3.5.0", "")
          + plugin(MAVEN, "maven-compiler-plugin", "3.16.0", "")
          + plugin(MAVEN, "maven-surefire-plugin", "3.6.1", "")
          + plugin(MAVEN, "maven-jar-plugin", "3.5.1", "")
          + plugin(MAVEN, "maven-install-plugin", "3.1.4", "")
          + plugin(MAVEN, "maven-deploy-plugin", "3.1.4", "")
          + plugin(MAVEN, "maven-dependency-plugin", Peer.DEPENDENCY_PLUGIN, "");

  private Pom() {}

  /** The pom of a library without dependencies. */
  static String library(String group, String artifact) {
    return Messages.format(
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
        </project>
        """,
        group, artifact);
  }

  /** The pom of a project with its dependencies and, where it needs them, plugins. */
  static String project(
      String artifact, String packaging, List<String> dependencies, String plugins) {
    return Messages.format(
        PROJECT,
        artifact,
        packaging,
        dependencies.stream().map(Pom::dependency).collect(Collectors.joining()),
        LIFECYCLE,
        plugins);
  }

  private static String dependency(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    return Messages.format(
        """
            <dependency>
              <groupId>%s</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
            </dependency>
        """,
        parts[0], parts[1], parts[2]);
  }

  /** One of Maven's own plugins with one goal in {@code package}. */
  static String bound(String artifact, String version, String goal, String configuration) {
    return plugin(
        MAVEN, artifact, version, Messages.format(EXECUTION, configuration, "package", goal));
  }

  /** A plugin with what else stands in it. */
  static String plugin(String group, String artifact, String version, String rest) {
    return Messages.format(PLUGIN, group, artifact, version, rest);
  }

  /** Takes the lifecycle's own goal away from a plugin. */
  static String unbound(String artifact, String version, String execution) {
    return plugin(
        MAVEN,
        artifact,
        version,
        Messages.format(
            """
                    <executions>
                      <execution>
                        <id>%s</id>
                        <phase>none</phase>
                      </execution>
                    </executions>
            """,
            execution));
  }

  /** This plugin, in the phases that its goals have by default. */
  static String thisPlugin(String version, String configuration, String... goals) {
    String bound =
        List.of(goals).stream()
            .map(goal -> "                    <goal>" + goal + "</goal>\n")
            .collect(Collectors.joining());
    return plugin(
        "io.github.lambdalayer",
        "lambda-layer-maven-plugin",
        version,
        Messages.format(
            """
                    <configuration>
            %s
                    </configuration>
                    <executions>
                      <execution>
                        <goals>
            %s            </goals>
                      </execution>
                    </executions>
            """,
            configuration, bound));
  }
}
