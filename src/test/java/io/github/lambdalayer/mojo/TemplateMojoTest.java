package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateMojoTest {

  private final Path target;
  private final Path templates;
  private final MavenProject project = project("com.example", "app", "1.0");

  TemplateMojoTest(@TempDir Path folder) {
    target = folder.resolve("target");
    templates = target.resolve("lambda-layer/templates");
  }

  private Path build(Permission... permissions) throws IOException {
    Path zip = Files.createDirectories(target).resolve("layer.zip");
    Files.writeString(zip, "zip");
    var definition =
        new LayerDefinition(
            new LayerName("my-layer"),
            "my-layer 1.0",
            null,
            List.of(),
            false,
            List.of(),
            List.of(permissions));
    DescriptorFile.write(
        target.resolve("lambda-layer/layer.json"),
        new LayerDescriptor(
            definition, "1.0-SNAPSHOT", true, new LayerZip(zip, Sha256.of(zip).base64(), 3, 3, 1)));
    return zip;
  }

  private TemplateMojo mojo() {
    var plugin = new Plugin();
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    var mojo = new TemplateMojo();
    mojo.setLog(new RecordingLog());
    mojo.project = project;
    mojo.session = session(new Properties(), project);
    mojo.execution = new MojoExecution(plugin, "template", "template");
    mojo.buildDirectory = target.toFile();
    mojo.upload = "auto";
    mojo.keyPrefix = "lambda-layers";
    return mojo;
  }

  private static void assertRefused(TemplateMojo mojo, String message) {
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageContaining(message);
  }

  private static List<String> warnings(TemplateMojo mojo) {
    return ((RecordingLog) mojo.getLog()).warnings;
  }

  @Test
  void anObjectHasTheKeyThatPublishingGivesIt() throws Exception {
    Path zip = build();
    TemplateMojo mojo = mojo();
    mojo.bucket = "layers-{region}";
    mojo.execute();
    String key = "my-layer/" + Sha256.of(zip).hex() + ".zip\"";

    assertThat(templates.resolve("my-layer.tf")).content().contains("\"lambda-layers/" + key);

    mojo.upload = "reference";
    mojo.execute();

    assertThat(templates.resolve("my-layer.tf"))
        .content()
        .contains("\"lambda-layers/reference/" + key);
  }

  @Test
  void aSnapshotIsMadePublicOnlyWhereThatIsSaid() throws Exception {
    build(Permission.parse("public"));
    TemplateMojo mojo = mojo();

    assertRefused(mojo, "-DlambdaLayer.allowPublicSnapshot");
    assertThat(templates).doesNotExist();

    mojo.allowPublicSnapshot = true;
    mojo.execute();

    assertThat(templates.resolve("my-layer.sam.yaml")).exists();
  }

  @Test
  void whatNoTemplateDoesIsToldOnce() throws Exception {
    build();
    TemplateMojo mojo = mojo();
    mojo.bucket = "layers-{region}";
    mojo.execute();
    assertThat(warnings(mojo)).isEmpty();

    mojo.upload = "reference";
    mojo.signingProfile = "release";
    mojo.ssmParameter = "/layers/{layerName}";
    mojo.alignVersions = true;
    mojo.execute();

    assertThat(warnings(mojo))
        .singleElement()
        .asString()
        .contains("<signingProfile>, the zip is not signed")
        .contains("<upload>reference</upload>, Lambda makes a copy")
        .contains("<ssmParameter>, the ARN is not written")
        .contains("<alignVersions>, each target counts for itself");
  }

  @Test
  void versionsWithOtherContentAreNotMeant() throws Exception {
    build();
    Files.writeString(
        target.resolve("lambda-layer/published.json"),
        """
        {"schemaVersion": 1, "layers": [{"layerName": "my-layer", "targets": [{"account": "111122223333",
         "region": "eu-west-1", "status": "kept", "version": 1, "codeSha256": "b3RoZXI=",
         "layerVersionArn": "arn:aws:lambda:eu-west-1:111122223333:layer:my-layer:1"}]}]}
        """);
    TemplateMojo mojo = mojo();
    mojo.templateContent = "published";

    assertRefused(mojo, "no version of the layer my-layer with this content is known");
  }

  @Test
  void whatIsNoSourceOfContentIsRefused() throws Exception {
    build();
    TemplateMojo mojo = mojo();
    mojo.templateContent = "zip";
    assertRefused(mojo, "<templateContent> is 'zip': write one of file, s3, published.");

    mojo.templateContent = "s3";
    assertRefused(mojo, "<bucket> is not set");

    mojo.bucket = "${nobody}";
    assertRefused(mojo, "<bucket> is '${nobody}'");
    assertThat(templates).doesNotExist();
  }

  /** What stands in the folder, but for the list of it. */
  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(templates)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> templates.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals(".written"))
          .sorted()
          .toList();
    }
  }

  @Test
  void templatesOfAnEarlierConfigurationAreRemoved() throws Exception {
    build();
    TemplateMojo mojo = mojo();
    mojo.bucket = "layers-{region}";
    mojo.cdkPackage = "com.example.old";
    mojo.execute();
    assertThat(files()).hasSize(5).contains("cdk/com/example/old/MyLayer.java");

    nextBuild();
    mojo = mojo();
    mojo.cdkPackage = "com.example.newer";
    mojo.templateFormats = List.of("sam", "cdk");
    mojo.execute();

    assertThat(files()).containsExactly("cdk/com/example/newer/MyLayer.java", "my-layer.sam.yaml");
  }

  @Test
  void executionsOfOneBuildDoNotTakeAwayEachOthersTemplates() throws Exception {
    build();
    TemplateMojo sam = mojo();
    sam.templateFormats = List.of("sam");
    sam.execute();
    TemplateMojo terraform = mojo();
    terraform.templateFormats = List.of("terraform");
    terraform.execute();

    assertThat(files()).containsExactly("my-layer.sam.yaml", "my-layer.tf");
  }

  @Test
  void aTemplateThatSomebodyHasChangedStaysAndIsToldOf() throws Exception {
    build();
    TemplateMojo mojo = mojo();
    mojo.templateFormats = List.of("sam", "terraform");
    mojo.execute();
    Files.writeString(templates.resolve("my-layer.tf"), "mine");

    nextBuild();
    mojo.templateFormats = List.of("sam");
    mojo.execute();

    assertThat(templates.resolve("my-layer.tf")).hasContent("mine");
    assertThat(warnings(mojo)).singleElement().asString().contains("my-layer.tf");
  }

  /** In a reactor, where a module may have inherited the goal and no layer. */
  @Test
  void templatesOfAModuleThatHasNoLayerAnyMoreAreRemoved() throws Exception {
    build();
    mojo().execute();
    Files.delete(target.resolve("lambda-layer/layer.json"));

    nextBuild();
    TemplateMojo mojo = mojo();
    mojo.session = session(new Properties(), project, project("com.example", "other", "1.0"));
    mojo.execute();

    assertThat(files()).isEmpty();
  }

  private void nextBuild() {
    project.setContextValue("io.github.lambdalayer.templates", null);
  }

  @Test
  void excludedRegionsAreInNoStackSet() throws Exception {
    build();
    TemplateMojo mojo = mojo();
    mojo.bucket = "layers-{region}";
    mojo.regions = List.of("eu-west-1", "us-east-1");
    mojo.excludeRegions = List.of("us-east-1");
    mojo.execute();

    assertThat(templates.resolve("my-layer.stacksets.yaml"))
        .content()
        .contains("eu-west-1")
        .doesNotContain("us-east-1");
  }

  @Test
  void whatIsNoRegionIsRefused() throws Exception {
    build();
    TemplateMojo mojo = mojo();
    mojo.regions = List.of("eu-wset1");

    assertRefused(mojo, "eu-wset1");
  }
}
