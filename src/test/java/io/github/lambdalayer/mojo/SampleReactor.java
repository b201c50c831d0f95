package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.io.TempDir;

/** A reactor of a parent, a module without the plugin, and three with it, of which one builds no layer. */
abstract class SampleReactor {

  @TempDir Path folder;

  final MavenProject parent = project("com.example", "parent", "1");
  final MavenProject plain = project("com.example", "plain", "1");
  final MavenProject first = module("first", "package");
  final MavenProject second = module("second", "package");
  final MavenProject function = module("function", "check");
  final RecordingLog log = new RecordingLog();
  final List<String> called = new ArrayList<>();
  final Map<String, String> regions = new HashMap<>();
  final Set<String> failing = new HashSet<>();
  final BuildPluginManager plugins = CalledModules.by(this::call);

  static Plugin plugin() {
    var plugin = new Plugin();
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    return plugin;
  }

  static Xpp3Dom xml(String text) {
    try {
      return Xpp3DomBuilder.build(new StringReader(text));
    } catch (XmlPullParserException | IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static MavenProject module(String name, String goal) {
    MavenProject module = project("com.example", name, "1");
    module.setFile(Path.of("reactor", name, "pom.xml").toAbsolutePath().toFile());
    Plugin plugin = plugin();
    plugin.setConfiguration(
        xml("<configuration><regions>" + name + "</regions><bucket>b</bucket></configuration>"));
    var bound = new PluginExecution();
    bound.setGoals(List.of(goal));
    plugin.addExecution(bound);
    module.getBuild().addPlugin(plugin);
    return module;
  }

  MojoExecution execution(String goal, MojoExecution.Source source) throws Exception {
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

  <T extends AbstractOperateMojo> T mojo(T mojo, Properties commandLine) throws Exception {
    mojo.project = parent;
    mojo.session = session(commandLine, parent, plain, first, second, function);
    mojo.execution = execution("goal", MojoExecution.Source.CLI);
    mojo.buildDirectory = folder.toFile();
    mojo.setLog(log);
    return mojo;
  }

  void call(MavenSession session, MojoExecution execution) throws MojoFailureException {
    String name = session.getCurrentProject().getArtifactId();
    Xpp3Dom configuration = execution.getConfiguration();
    called.add(name);
    assertThat(execution.getSource()).isEqualTo(MojoExecution.Source.LIFECYCLE);
    assertThat(execution.getExecutionId()).isEqualTo("default-cli");
    assertThat(configuration.getChild("regions").getValue())
        .isEqualTo(regions.getOrDefault(name, name));
    assertThat(configuration.getChild("threads").getAttribute("default-value")).isEqualTo("32");
    assertThat(configuration.getChild("bucket")).as("no parameter of the goal").isNull();
    if (failing.contains(name)) {
      throw new MojoFailureException("no room in " + name);
    }
  }

  VersionsMojo versions(String... commandLine) throws Exception {
    return mojo(new VersionsMojo(SampleDecrypter.decrypting(), plugins), properties(commandLine));
  }

  AttachMojo attach(String... commandLine) throws Exception {
    AttachMojo mojo =
        mojo(new AttachMojo(SampleDecrypter.decrypting(), plugins), properties(commandLine));
    mojo.execution = execution("attach", MojoExecution.Source.CLI);
    return mojo;
  }

  VersionsMojo named(String... names) throws Exception {
    VersionsMojo mojo = versions("lambdaLayer.layerName", String.join(",", names));
    mojo.layerName = List.of(names);
    return mojo;
  }

  PruneMojo prune(String... commandLine) throws Exception {
    PruneMojo mojo =
        mojo(new PruneMojo(SampleDecrypter.decrypting(), plugins), properties(commandLine));
    mojo.yes = true;
    return mojo;
  }

  static Plugin plugin(MavenProject module) {
    return module.getBuild().getPlugins().get(0);
  }

  static void configure(MavenProject module, String element) {
    Xpp3Dom more = xml("<configuration>" + element + "</configuration>");
    plugin(module)
        .setConfiguration(Xpp3Dom.mergeXpp3Dom(more, (Xpp3Dom) plugin(module).getConfiguration()));
  }
}
