package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateMojoTest {

  private final TemplateBuild module;
  private final Path target;
  private final Path templates;

  TemplateMojoTest(@TempDir Path folder) {
    module = new TemplateBuild(folder);
    target = module.target;
    templates = module.templates;
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
    Path zip = module.build();
    TemplateMojo mojo = module.mojo();
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
    module.build(Permission.parse("public"));
    TemplateMojo mojo = module.mojo();

    assertRefused(mojo, "-DlambdaLayer.allowPublicSnapshot");
    assertThat(templates).doesNotExist();

    mojo.allowPublicSnapshot = true;
    mojo.execute();

    assertThat(templates.resolve("my-layer.sam.yaml")).exists();
  }

  @Test
  void whatNoTemplateDoesIsToldOnce() throws Exception {
    module.build();
    TemplateMojo mojo = module.mojo();
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
    module.build();
    Files.writeString(
        target.resolve("lambda-layer/published.json"),
        """
        {"schemaVersion": 1, "layers": [{"layerName": "my-layer", "targets": [{"account": "111122223333",
         "region": "eu-west-1", "status": "kept", "version": 1, "codeSha256": "b3RoZXI=",
         "layerVersionArn": "arn:aws:lambda:eu-west-1:111122223333:layer:my-layer:1"}]}]}
        """);
    TemplateMojo mojo = module.mojo();
    mojo.templateContent = "published";

    assertRefused(mojo, "no version of the layer my-layer with this content is known");
  }

  @Test
  void whereNothingWasPublishedTheMapsHaveNothingAndThatIsTold() throws Exception {
    Path zip = module.build();
    Files.writeString(
        target.resolve("lambda-layer/published.json"),
        """
        {"schemaVersion": 1, "layers": [{"layerName": "my-layer", "targets": [{"account": "111122223333",
         "region": "eu-west-1", "status": "kept", "version": 1, "codeSha256": "DIGEST",
         "layerVersionArn": "arn:aws:lambda:eu-west-1:111122223333:layer:my-layer:1"},
         {"account": "111122223333", "region": "us-east-1", "status": "failed", "reason": "denied"}]}]}
        """
            .replace("DIGEST", Sha256.of(zip).base64()));
    TemplateMojo mojo = module.mojo();
    mojo.templateContent = "published";
    mojo.execute();

    assertThat(warnings(mojo))
        .containsExactly(
            "The templates have no version of my-layer for us-east-1 of 111122223333, where it was not"
                + " published as it was wanted: publish it again, and run this goal behind it.");
  }

  @Test
  void whatIsNoSourceOfContentIsRefused() throws Exception {
    module.build();
    TemplateMojo mojo = module.mojo();
    mojo.templateContent = "zip";
    assertRefused(mojo, "<templateContent> is 'zip': write one of file, s3, published.");

    mojo.templateContent = "s3";
    assertRefused(mojo, "<bucket> is not set");

    mojo.bucket = "${nobody}";
    assertRefused(mojo, "<bucket> is '${nobody}'");
    assertThat(templates).doesNotExist();
  }

  @Test
  void excludedRegionsAreInNoStackSet() throws Exception {
    module.build();
    TemplateMojo mojo = module.mojo();
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
    module.build();
    TemplateMojo mojo = module.mojo();
    mojo.regions = List.of("eu-wset1");

    assertRefused(mojo, "eu-wset1");
  }

  @Test
  void aKeyThatBreaksALineIsRefused() throws Exception {
    module.build();
    TemplateMojo mojo = module.mojo();
    mojo.bucket = "layers";
    mojo.keyPrefix = "layers\nrm";

    assertRefused(mojo, "<keyPrefix> has the character U+000A");
    assertThat(templates).doesNotExist();
  }
}
