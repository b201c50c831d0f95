package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PluginConfigurationTest {

  private static final String PUBLIC =
      "<configuration><permissions><public/></permissions></configuration>";

  private final MavenProject project = SampleProjects.project("com.example", "app", "1.0");
  private final Plugin plugin = new Plugin();
  private final Properties system = new Properties();
  private final MojoExecution execution = new MojoExecution(plugin, "publish", "publish");

  @BeforeEach
  void bindThePlugin() {
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    project.getBuild().addPlugin(plugin);
  }

  private static Xpp3Dom xml(String text) throws Exception {
    return Xpp3DomBuilder.build(new StringReader(text));
  }

  private void bind(String goal, String configuration) throws Exception {
    var bound = new PluginExecution();
    bound.setId(goal + plugin.getExecutions().size());
    bound.setGoals(List.of(goal));
    bound.setConfiguration(xml(configuration));
    plugin.addExecution(bound);
  }

  private PluginConfiguration pom(Properties commandLine) {
    MavenSession session = session(commandLine, project);
    session.getRequest().setSystemProperties(system);
    return new PluginConfiguration(project, session, execution);
  }

  private PluginConfiguration pom() {
    return pom(new Properties());
  }

  @Test
  void knowsTheClassifiersOfThePackageGoals() throws Exception {
    bind("package", "<configuration><classifier>own</classifier></configuration>");
    bind("package", "<configuration/>");
    bind("publish", "<configuration><classifier>no</classifier></configuration>");

    assertThat(pom().classifiers()).containsExactly("own", "layer");
  }

  @Test
  void knowsTheClassifierOfTheCommandLine() throws Exception {
    bind("package", "<configuration/>");

    assertThat(pom(properties("lambdaLayer.classifier", "told")).classifiers())
        .containsExactly("told");
  }

  @Test
  void knowsNoClassifierWhereNoPackageGoalIsBound() {
    assertThat(pom().classifiers()).isEmpty();
  }

  @Test
  void aParameterThatThePluginWasGivenIsInherited() throws Exception {
    plugin.setConfiguration(xml(PUBLIC));
    execution.setConfiguration(
        xml(
            "<configuration><permissions a='b'>${lambdaLayer.permissions}<public/></permissions>"
                + "</configuration>"));

    assertThat(pom().isInherited("permissions")).isTrue();
  }

  @Test
  void aParameterOfTheExecutionItselfIsNot() throws Exception {
    plugin.setConfiguration(xml(PUBLIC));
    execution.setConfiguration(
        xml(
            "<configuration><permissions><account>111122223333</account></permissions>"
                + "</configuration>"));

    assertThat(pom().isInherited("permissions")).isFalse();
  }

  @Test
  void aParameterOfTheCommandLineIsNot() throws Exception {
    execution.setConfiguration(
        xml(
            "<configuration><permissions>${lambdaLayer.permissions}</permissions></configuration>"));

    assertThat(pom().isInherited("permissions")).isFalse();
  }

  @Test
  void whoRunsMavenGivesAParameterAlsoWithPropertiesOfTheSystem() {
    assertThat(pom().isGivenToGoal("permissions")).isFalse();
    assertThat(pom(properties("lambdaLayer.permissions", "public")).isGivenToGoal("permissions"))
        .isTrue();

    system.setProperty("lambdaLayer.permissions", "public");

    assertThat(pom().isGivenToGoal("permissions")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"settings.xml, true", "pom, false"})
  void aProfileOfTheSettingsIsNoneOfThePom(String source, boolean isGiven) {
    var profile = new Profile();
    profile.setSource(source);
    profile.addProperty("lambdaLayer.permissions", "public");
    project.setActiveProfiles(List.of(profile));
    // Maven mixes the properties of all profiles into those of the POM.
    project.getProperties().setProperty("lambdaLayer.permissions", "public");

    assertThat(pom().isGivenToGoal("permissions")).isEqualTo(isGiven);
  }

  @Test
  void aPropertyOfThePomIsGivenToAllGoals() {
    project.getProperties().setProperty("lambdaLayer.permissions", "public");

    assertThat(pom().isGivenToGoal("permissions")).isFalse();
  }
}
