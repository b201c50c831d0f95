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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom share lets in to which layer, before it calls anybody. */
final class SharedLayersTest {

  private static final String PUBLIC = "<permissions><public/></permissions>";
  private static final String ALICE = "account:111122223333";

  @TempDir Path folder;

  private final MavenProject project = project("com.example", "app", "1.0");
  private final Plugin plugin = new Plugin();
  private final RecordingLog log = new RecordingLog();
  private final ShareMojo mojo = new ShareMojo(SampleDecrypter.decrypting(), CalledModules.none());

  @BeforeEach
  void asMavenDoes() {
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    project.getBuild().addPlugin(plugin);
    mojo.project = project;
    mojo.session = session(properties(), project);
    mojo.execution = new MojoExecution(plugin, "share", "default-cli");
    mojo.buildDirectory = folder.toFile();
    mojo.setLog(log);
  }

  private static Xpp3Dom xml(String text) throws Exception {
    return Xpp3DomBuilder.build(new StringReader("<configuration>" + text + "</configuration>"));
  }

  /** What the plugin as a whole is given, which Maven hands on to a goal from the command line. */
  private void general(String configuration) throws Exception {
    plugin.setConfiguration(xml(configuration));
    mojo.execution.setConfiguration(xml(configuration));
  }

  private void bind(String configuration) throws Exception {
    var bound = new PluginExecution();
    bound.setId("package" + plugin.getExecutions().size());
    bound.setGoals(List.of("package"));
    bound.setConfiguration(xml(configuration));
    plugin.addExecution(bound);
  }

  private void commandLine(String... namesAndValues) {
    mojo.session = session(properties(namesAndValues), project);
  }

  private void built(String name, boolean isSnapshot, String... permissions) throws IOException {
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
        folder.resolve("lambda-layer").resolve("layer.json"),
        new LayerDescriptor(
            definition,
            "1.0",
            isSnapshot,
            new LayerZip(folder.resolve("gone.zip"), "built", 1, 1, 1)));
  }

  private OperatedLayer resolved(String name) throws IOException {
    return mojo.resolved(List.of(OperatedLayer.named(new LayerName(name)))).get(0);
  }

  private void assertRefused(String name, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> resolved(name))
        .withMessageContaining(message);
  }

  @Test
  void whatThePluginIsGivenIsForItsLayers() throws Exception {
    general(PUBLIC);
    bind("");

    assertThat(resolved("app").permissions()).hasToString("[public]");
  }

  @Test
  void withoutABuildALayerDoesNotGetWhatAnExecutionMayHaveReplaced() throws Exception {
    general(PUBLIC);
    bind("<permissions><account>111122223333</account></permissions>");

    assertRefused("app", "it is not certain which are meant for it. Build it first (mvn package)");
    built("app", false, "public");
    assertThat(resolved("app").permissions()).hasToString("[public]");
  }

  @Test
  void aLayerThatWasBuiltForNobodyDoesNotGetThoseOfTheOthers() throws Exception {
    general(PUBLIC);
    bind("<permissions combine.self='override'/>");
    built("app", false);

    assertRefused("app", "the layer app was built with []: it is not certain which are meant");
  }

  @Test
  void aLayerWithPermissionsOfItsOwnDoesNotGetThoseOfTheOthers() throws Exception {
    general(PUBLIC);
    bind("<permissions><account>111122223333</account></permissions>");
    built("app", false, ALICE);

    assertRefused("app", "was built with [account:111122223333]: it is not certain");
  }

  @Test
  void aPropertyOfThePomIsNotCertainEitherWhereAnExecutionHasItsOwn() throws Exception {
    project.getProperties().setProperty("lambdaLayer.permissions", "public");
    mojo.permissions = new Permissions();
    mojo.permissions.set("public");
    mojo.execution.setConfiguration(xml("<permissions>${lambdaLayer.permissions}</permissions>"));
    bind("<permissions><account>111122223333</account></permissions>");

    assertRefused("app", "it is not certain which are meant");
  }

  @Test
  void aLayerOfAnotherProjectDoesNotGetThoseOfThisPom() throws Exception {
    general(PUBLIC);
    bind("");
    commandLine("lambdaLayer.layerName", "of-others");

    assertRefused("of-others", "of-others is no layer that this POM builds");
    mojo.with = List.of(ALICE);
    assertThat(resolved("of-others").permissions()).isEmpty();
  }

  @Test
  void permissionsOnTheCommandLineAreForWhateverIsNamedThere() throws Exception {
    mojo.permissions = new Permissions();
    mojo.permissions.set(ALICE);
    mojo.execution.setConfiguration(xml("<permissions>${lambdaLayer.permissions}</permissions>"));
    commandLine("lambdaLayer.layerName", "of-others", "lambdaLayer.permissions", ALICE);

    assertThat(resolved("of-others").permissions()).hasToString("[" + ALICE + "]");
  }

  @Test
  void whatTheExecutionItselfIsGivenCounts() throws Exception {
    plugin.setConfiguration(xml(PUBLIC));
    bind("<permissions combine.self='override'/>");
    built("app", false);
    mojo.execution.setConfiguration(
        xml("<permissions><account>111122223333</account></permissions>"));

    assertThat(resolved("app").permissions()).hasToString("[" + ALICE + "]");
  }

  @Test
  void whatWasBuiltCountsWhereThePomDoesNotTell() throws Exception {
    built("app", false, ALICE);

    assertThat(resolved("app").permissions()).hasToString("[" + ALICE + "]");
  }

  @Test
  void whereNobodySaysWhomALayerIsForNothingIsTakenBack() throws Exception {
    mojo.removeOtherGrants = true;
    bind("");

    assertRefused("app", "Nothing says whom app is shared with");
    built("app", false);
    assertThat(resolved("app").permissions()).as("built for nobody").isEmpty();
    mojo.removeOtherGrants = false;
    assertRefused("app", "Nothing says whom app is shared with");
  }

  @Test
  void whoIsLetInShutsNobodyOutWhateverThePomSaysForPublishing() throws Exception {
    mojo.with = List.of(ALICE);
    mojo.removeOtherGrants = true;

    assertThat(resolved("app").permissions()).isEmpty();
    assertThat(log.infos).anyMatch(line -> line.contains("<removeOtherGrants> of the POM"));
    commandLine("lambdaLayer.removeOtherGrants", "true");
    assertRefused("app", "-DlambdaLayer.removeOtherGrants would shut all others out");
  }

  @Test
  void aSnapshotIsKnownByItsZipAndByWhatBecameOfThatWhenItWasSigned() throws Exception {
    built("app", true, ALICE);
    assertThat(resolved("app").snapshots()).containsExactly("built");

    Files.writeString(
        folder.resolve("lambda-layer").resolve("published.json"),
        """
        {"schemaVersion": 1, "layers": [{"layerName": "app", "targets": [
          {"region": "eu-west-1", "status": "published", "codeSha256": "s1", "builtSha256": "built"},
          {"region": "us-east-1", "status": "published", "codeSha256": "s2", "builtSha256": "built"},
          {"region": "us-west-2", "status": "published", "codeSha256": "s3", "builtSha256": "old"}]}]}
        """);
    assertThat(resolved("app").snapshots()).containsExactlyInAnyOrder("built", "s1", "s2");
    built("app", false, ALICE);
    assertThat(resolved("app").snapshots()).as("of a release").isEmpty();
  }

  @Test
  void whatIsDoneAtOnceThoughTheCommandLineDoesNotSaySoIsWarnedOf() throws Exception {
    mojo.yes = true;
    mojo.warnOfNoPreview();
    assertThat(log.warnings).anyMatch(line -> line.contains("<yes> is set in the POM"));
    log.warnings.clear();

    commandLine("lambdaLayer.yes", "true");
    mojo.warnOfNoPreview();
    commandLine();
    mojo.execution = new MojoExecution(plugin, "share", "at-release");
    mojo.warnOfNoPreview();
    assertThat(log.warnings).isEmpty();
  }
}
