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
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.OperatedLayer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
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
  private final VersionsMojo mojo = new VersionsMojo(SampleDecrypter.decrypting());

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

  private static OperatedLayer layer(String name, String... permissions) {
    return new OperatedLayer(
        new LayerName(name), List.of(permissions).stream().map(Permission::parse).toList(), null);
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
  private void built(String name, String classifier, String... permissions) throws IOException {
    var definition =
        new LayerDefinition(
            new LayerName(name),
            "",
            null,
            List.of(),
            false,
            List.of(),
            List.of(permissions).stream().map(Permission::parse).toList());
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
  void thoseThatWereBuiltAreMeantWithTheirPermissions() throws Exception {
    built("built", "layer", "account:111122223333");

    assertThat(found()).containsExactly(layer("built", "account:111122223333"));
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
  void whatThePomWantsNowReplacesWhatWasBuilt() throws Exception {
    built("built", "layer", "account:111122223333");
    mojo.execution.setConfiguration(
        xml("<permissions><account>444455556666</account></permissions>"));

    assertThat(found()).containsExactly(layer("built", "account:444455556666"));
  }

  @Test
  void aLayerWithPermissionsOfItsOwnDoesNotGetThoseOfTheOthers() throws Exception {
    String general = "<permissions><public/></permissions>";
    plugin.setConfiguration(xml(general));
    bind("package", "<permissions><account>111122223333</account></permissions>");
    built("built", "layer", "account:111122223333");
    mojo.execution.setConfiguration(xml(general));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(this::found)
        .withMessageContaining("it is not certain which are meant");
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
  void inAReactorANameOnTheCommandLineIsTakenOnce() throws Exception {
    var commandLine = new Properties();
    commandLine.setProperty("lambdaLayer.layerName", "one");
    mojo.session = session(commandLine, project, project("com.example", "other", "1.0"));
    mojo.layerName = List.of("one");

    project.setExecutionRoot(false);
    assertThat(found()).isEmpty();
    project.setExecutionRoot(true);
    assertThat(found()).containsExactly(layer("one"));
  }
}
