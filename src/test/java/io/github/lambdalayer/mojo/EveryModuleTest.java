package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reactor of a parent, a module without the plugin, and three with it, of which one builds no layer. */
final class EveryModuleTest {

  @TempDir Path folder;

  private final MavenProject parent = project("com.example", "parent", "1");
  private final MavenProject plain = project("com.example", "plain", "1");
  private final MavenProject first = module("first", "package");
  private final MavenProject second = module("second", "package");
  private final MavenProject function = module("function", "check");
  private final RecordingLog log = new RecordingLog();
  private final List<String> called = new ArrayList<>();
  private final Set<String> failing = new HashSet<>();
  private final BuildPluginManager plugins = CalledModules.by(this::call);

  private static Plugin plugin() {
    var plugin = new Plugin();
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    return plugin;
  }

  private static Xpp3Dom xml(String text) {
    try {
      return Xpp3DomBuilder.build(new StringReader(text));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static MavenProject module(String name, String goal) {
    MavenProject module = project("com.example", name, "1");
    Plugin plugin = plugin();
    plugin.setConfiguration(
        xml("<configuration><regions>" + name + "</regions><bucket>b</bucket></configuration>"));
    var bound = new PluginExecution();
    bound.setGoals(List.of(goal));
    plugin.addExecution(bound);
    module.getBuild().addPlugin(plugin);
    return module;
  }

  private MojoExecution execution(String goal, MojoExecution.Source source) throws Exception {
    var descriptor = new MojoDescriptor();
    descriptor.setGoal(goal);
    var owner = new PluginDescriptor();
    owner.setGroupId("io.github.lambdalayer");
    owner.setArtifactId("lambda-layer-maven-plugin");
    owner.setPlugin(plugin());
    descriptor.setPluginDescriptor(owner);
    var defaults = new DefaultPlexusConfiguration("configuration");
    for (String name : List.of("regions", "threads")) {
      var parameter = new Parameter();
      parameter.setName(name);
      descriptor.addParameter(parameter);
      var value = new DefaultPlexusConfiguration(name, "${lambdaLayer." + name + "}");
      value.setAttribute("default-value", "32");
      defaults.addChild(value);
    }
    descriptor.setMojoConfiguration(defaults);
    return new MojoExecution(descriptor, "default-cli", source);
  }

  private <T extends AbstractOperateMojo> T mojo(T mojo, Properties commandLine) throws Exception {
    mojo.project = parent;
    mojo.session = session(commandLine, parent, plain, first, second, function);
    mojo.execution = execution("goal", MojoExecution.Source.CLI);
    mojo.buildDirectory = folder.toFile();
    mojo.setLog(log);
    return mojo;
  }

  private void call(MavenSession session, MojoExecution execution) throws MojoFailureException {
    String name = session.getCurrentProject().getArtifactId();
    Xpp3Dom configuration = execution.getConfiguration();
    called.add(name);
    assertThat(execution.getSource()).isEqualTo(MojoExecution.Source.LIFECYCLE);
    assertThat(execution.getExecutionId()).isEqualTo("default-cli");
    assertThat(configuration.getChild("regions").getValue()).isEqualTo(name);
    assertThat(configuration.getChild("threads").getAttribute("default-value")).isEqualTo("32");
    assertThat(configuration.getChild("bucket")).as("no parameter of the goal").isNull();
    if (failing.contains(name)) {
      throw new MojoFailureException("no room in " + name);
    }
  }

  private VersionsMojo versions(String... commandLine) throws Exception {
    return mojo(new VersionsMojo(SampleDecrypter.decrypting(), plugins), properties(commandLine));
  }

  private AttachMojo attach(String... commandLine) throws Exception {
    return mojo(new AttachMojo(SampleDecrypter.decrypting(), plugins), properties(commandLine));
  }

  @Test
  void eachThatNamesThePluginIsCalledByItsOwnConfiguration() throws Exception {
    versions().execute();

    assertThat(called).containsExactly("first", "second", "function");
  }

  @Test
  void whatThePomBindsIsCalledByMavenInEachModule() throws Exception {
    VersionsMojo mojo = versions();
    mojo.execution = execution("versions", MojoExecution.Source.LIFECYCLE);
    mojo.execute();

    assertThat(called).isEmpty();
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthersFromTheirTurn() throws Exception {
    failing.add("first");

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> versions().execute())
        .withMessage("goal failed in first, see above.");
    assertThat(called).containsExactly("first", "second", "function");
    assertThat(log.errors).contains("no room in first");
  }

  @Test
  void noneIsKeptBackWhereTheFirstOneFails() throws Exception {
    VersionsMojo mojo = versions();
    mojo.project = first;
    mojo.session.getRequest().setOffline(true);

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageContaining("Maven is offline");
    assertThat(called).containsExactly("second", "function");
  }

  @Test
  void aLayerThatIsNamedIsLookedAfterByTheModuleThatBuildsIt() throws Exception {
    VersionsMojo mojo = versions("lambdaLayer.layerName", "second");
    mojo.layerName = List.of("second");
    mojo.execute();

    assertThat(called).containsExactly("second");
  }

  @Test
  void functionsAreMovedForOneModuleAtATime() throws Exception {
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> attach().execute())
        .withMessageContaining("several build layers: first and second. Say which is meant with");
    assertThat(called).isEmpty();
  }

  @Test
  void aFunctionsModuleIsNoneToChooseFrom() throws Exception {
    AttachMojo mojo = attach();
    mojo.session.setProjects(List.of(parent, plain, first, function));
    mojo.execute();

    assertThat(called).containsExactly("first", "function");
  }

  @Test
  void aFileThatEachWouldReplaceIsRefused() {
    String file = folder.resolve("all.json").toString();

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> versions("lambdaLayer.outputFile", file).execute())
        .withMessageContaining(file)
        .withMessageContaining("target/versions.json");
    assertThat(called).isEmpty();
  }
}
