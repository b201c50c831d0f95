package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.publish.Workers;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OperatedLayersTest {

  @TempDir Path folder;

  private final MavenProject project = project("com.example", "app", "1.0");
  private final Plugin plugin = new Plugin();
  private final VersionsMojo mojo =
      new VersionsMojo(SampleDecrypter.decrypting(), CalledModules.none());

  @BeforeEach
  void asMavenDoes() {
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    project.getBuild().addPlugin(plugin);
    mojo.project = project;
    mojo.session = session(new Properties(), project);
    mojo.execution = new MojoExecution(plugin, "versions", "default-cli");
    mojo.buildDirectory = folder.toFile();
    mojo.setLog(new RecordingLog());
  }

  private List<OperatedLayer> found() throws IOException {
    return new OperatedLayers(mojo).find();
  }

  private static OperatedLayer layer(String name) {
    return OperatedLayer.named(new LayerName(name));
  }

  private static Xpp3Dom xml(String text) throws Exception {
    return Xpp3DomBuilder.build(new StringReader("<configuration>" + text + "</configuration>"));
  }

  private void bind(String goal, String configuration) throws Exception {
    var bound = new PluginExecution();
    bound.setId(goal + plugin.getExecutions().size());
    bound.setGoals(List.of(goal));
    bound.setConfiguration(xml(configuration));
    plugin.addExecution(bound);
  }

  /** What package has left; its zip is gone. */
  private void built(String name, String classifier) throws IOException {
    var definition =
        new LayerDefinition(new LayerName(name), "", null, List.of(), false, List.of(), List.of());
    DescriptorFile.write(
        folder.resolve("lambda-layer").resolve(classifier + ".json"),
        new LayerDescriptor(
            definition, "1.0", false, new LayerZip(folder.resolve("gone.zip"), "x", 1, 1, 1)));
  }

  @Test
  void namedOnesNeedNoProject() throws Exception {
    mojo.layerName = List.of("one", "two", "one");
    built("built", "layer");

    assertThat(found()).containsExactly(layer("one"), layer("two"));
  }

  @Test
  void thoseThatWereBuiltAreMeant() throws Exception {
    built("built", "layer");

    assertThat(found()).containsExactly(layer("built"));
  }

  @Test
  void permissionsThatAreOfNoUseStandInNobodysWay() throws Exception {
    String general = "<permissions><nobody/></permissions>";
    plugin.setConfiguration(xml(general));
    bind("package", "<permissions><account>111122223333</account></permissions>");
    mojo.execution.setConfiguration(xml(general));

    assertThat(mojo.resolved(found())).containsExactly(layer("app"));
  }

  @Test
  void aDescriptorOfALayerThatThePomBuildsNoMoreDoesNotCount() throws Exception {
    bind("package", "<classifier>now</classifier>");
    built("old", "before");
    built("new", "now");

    assertThat(found()).containsExactly(layer("new"));
  }

  @Test
  void withoutABuildThePomTells() throws Exception {
    bind("package", "<layerName>first</layerName>");
    bind("package", "<classifier>two</classifier>");
    bind("publish", "<layerName>other</layerName>");

    assertThat(found()).containsExactly(layer("first"), layer("app"));
  }

  @Test
  void whereNothingSaysWhichItIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(this::found)
        .withMessageContaining("name it with -DlambdaLayer.layerName=my-layer");
  }

  @Test
  void inAReactorAModuleWithoutALayerIsPassedOver() throws Exception {
    mojo.session = session(properties(), project, project("com.example", "other", "1.0"));

    assertThat(found()).isEmpty();
  }

  @Test
  void inAReactorANameOnTheCommandLineIsTakenOnceByWhicheverModuleComesFirst() throws Exception {
    var other = project("com.example", "other", "1.0");
    mojo.session = session(properties("lambdaLayer.layerName", "one"), project, other);
    mojo.layerName = List.of("one");

    // As with -pl and -rf: the root is not among them.
    project.setExecutionRoot(false);
    mojo.project = other;
    assertThat(found()).containsExactly(layer("one"));
    mojo.project = project;
    assertThat(found()).isEmpty();
    mojo.project = other;
    assertThat(found()).as("the same goal once more").containsExactly(layer("one"));
    mojo.execution = new MojoExecution(plugin, "share", "default-cli");
    mojo.project = project;
    assertThat(found()).as("another goal").containsExactly(layer("one"));
  }

  @Test
  void oneModuleAloneTakesItWhenAllComeAtTheSameTime() throws Exception {
    var modules = new ArrayList<MavenProject>();
    for (int i = 0; i < 8; i++) {
      modules.add(project("com.example", "module-" + i, "1.0"));
    }
    var all = modules.toArray(MavenProject[]::new);
    try (var workers = new Workers(8)) {
      List<Boolean> took = workers.all(modules, module -> isTaken(module, all));

      assertThat(took).containsOnlyOnce(true);
    }
  }

  private boolean isTaken(MavenProject module, MavenProject... all) {
    var own = new VersionsMojo(SampleDecrypter.decrypting(), CalledModules.none());
    own.project = module;
    // Maven clones the session for each.
    own.session = session(properties("lambdaLayer.layerName", "one"), all);
    own.execution = mojo.execution;
    own.buildDirectory = folder.toFile();
    own.layerName = List.of("one");
    own.setLog(new RecordingLog());
    try {
      return !new OperatedLayers(own).find().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aNameInThePomIsTakenByItsModuleWhateverTheCommandLineSays() throws Exception {
    var other = project("com.example", "other", "1.0");
    mojo.session = session(properties("lambdaLayer.layerName", "one"), project, other);
    mojo.execution.setConfiguration(xml("<layerName><name>mine</name></layerName>"));

    assertThat(found()).containsExactly(layer("mine"));
    mojo.project = other;
    assertThat(found()).containsExactly(layer("mine"));
  }
}
