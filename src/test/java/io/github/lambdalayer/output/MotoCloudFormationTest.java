package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.endpoint.MotoServer;
import io.github.lambdalayer.layer.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deploys templates as their first lines say, with the AWS CLI on moto's CloudFormation. Moto makes a layer
 * with a name of its own of each version, makes no permissions of them, and cannot update a stack whose
 * new template lacks a parameter.
 */
@EnabledIf("io.github.lambdalayer.output.Programs#canDeploy")
final class MotoCloudFormationTest {

  private static final String ACCOUNT = "123456789012";

  @TempDir private Path folder;

  private MotoServer moto;

  @BeforeEach
  void start() throws IOException {
    moto = MotoServer.start();
    aws("s3", "mb", "s3://my-layers-eu-west-1-" + ACCOUNT);
    aws("s3", "mb", "s3://my-layers-us-east-1-" + ACCOUNT, "--region", "us-east-1");
  }

  @AfterEach
  void stop() {
    moto.close();
  }

  private String aws(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("aws"));
    command.addAll(List.of(arguments));
    return run(folder, command);
  }

  private String run(Path in, List<String> command) throws IOException {
    Programs.Outcome outcome =
        Programs.run(
            in,
            Map.of(
                "AWS_ENDPOINT_URL", moto.uri().toString(),
                "AWS_ACCESS_KEY_ID", "AKIATEST",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_REGION", "eu-west-1",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_PAGER", ""),
            command);
    assertThat(outcome.status()).as(outcome.said()).isZero();
    return outcome.said().trim();
  }

  /** Writes the zip of a layer that holds a text, and its templates. */
  private String write(SampleTemplates layer, String text, boolean stored, String... regions)
      throws IOException {
    byte[] zip = zip(text);
    Path file = Files.write(folder.resolve("layer.zip"), zip);
    LayerDescriptor built = layer.descriptor(file);
    var same =
        new LayerDescriptor(
            built.definition(),
            built.projectVersion(),
            built.isSnapshot(),
            new LayerZip(file, Sha256.of(zip).base64(), zip.length, 1, 1));
    String key = "lambda-layers/shared-libraries/" + Sha256.of(zip).hex() + ".zip";
    var templates =
        new LayerTemplates(
            folder.resolve("templates"),
            new LayerTemplates.Options(
                List.of(
                    TemplateFormat.CLOUDFORMATION,
                    TemplateFormat.TERRAFORM,
                    stored ? TemplateFormat.STACKSETS : TemplateFormat.CDK),
                List.of(regions),
                List.of(),
                "com.example.layers"));
    templates.add(
        same,
        stored
            ? new TemplateContent.Stored("my-layers-{region}-{account}", key)
            : new TemplateContent.File());
    templates.write(SampleTemplates.RUN);
    return key;
  }

  private static byte[] zip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry("text.txt");
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Runs the commands in the first lines of a template as they stand, but for the bucket of a zip on disk. */
  private void deploy(String template) throws IOException {
    Path templates = folder.resolve("templates");
    String script =
        TemplateCommands.script(Files.readString(templates.resolve(template)))
            .replace("bucket=my-bucket\n", "bucket=my-layers-eu-west-1-" + ACCOUNT + "\n")
            .replace("bucket=my-bucket-$region\n", "bucket=my-layers-$region-" + ACCOUNT + "\n");
    run(templates, List.of("sh", "-c", script));
  }

  private void deploy() throws IOException {
    deploy("shared-libraries.cloudformation.yaml");
  }

  private List<String> objects(String region) throws IOException {
    return aws("s3", "ls", "--recursive", "s3://my-layers-" + region + "-" + ACCOUNT)
        .lines()
        .map(line -> line.replaceFirst(".* ", ""))
        .toList();
  }

  /** Layer, version and description of each. */
  private List<String> versions() throws IOException {
    return aws(
            "lambda",
            "list-layers",
            "--query",
            "Layers[].[LayerName,LatestMatchingVersion.Version,LatestMatchingVersion.Description]",
            "--output",
            "text")
        .lines()
        .toList();
  }

  @Test
  void anotherReleaseOfTheSameContentMakesNoVersion() throws IOException {
    write(SampleTemplates.layer(), "one", true);
    deploy();
    List<String> versions = versions();
    write(SampleTemplates.layer().described("shared-libraries 1.0.1"), "one", true);
    deploy();

    assertThat(versions).hasSize(1).first().asString().endsWith("\t1\tshared-libraries 1.0.0");
    assertThat(versions()).isEqualTo(versions);
  }

  @Test
  void newContentMakesAVersionBesideTheOldOneAndBothOutliveTheStack() throws IOException {
    SampleTemplates layer = SampleTemplates.layer().described("").configured();
    write(layer, "one", true);
    deploy();
    List<String> before = versions();
    write(layer, "two", true);
    deploy();
    List<String> after = versions();
    aws("cloudformation", "delete-stack", "--stack-name", "layer-shared-libraries");

    assertThat(before).hasSize(1);
    assertThat(after).hasSize(2).containsAll(before);
    assertThat(versions()).isEqualTo(after);
  }

  @Test
  void aZipOnDiskIsPackagedFirst() throws IOException {
    write(SampleTemplates.layer().described(SampleTemplates.NASTY), "one", false);
    deploy();

    String live =
        aws(
            "lambda",
            "get-layer-version",
            "--layer-name",
            versions().get(0).split("\t", -1)[0],
            "--version-number",
            "1",
            "--query",
            "[Content.CodeSha256,Description,LicenseInfo]",
            "--output",
            "json");
    assertThat(new Gson().fromJson(live, String[].class))
        .containsExactly(
            Sha256.of(folder.resolve("layer.zip")).base64(), SampleTemplates.NASTY, "Apache-2.0");
  }

  @Test
  void theZipIsBroughtToEachRegionAndTheTemplateIsDeployedThere() throws IOException {
    String key = write(SampleTemplates.layer(), "one", true, "eu-west-1", "us-east-1");
    deploy();

    assertThat(objects("eu-west-1")).containsExactly(key);
    assertThat(objects("us-east-1")).containsExactly(key);
    assertThat(versions()).hasSize(1);
    assertThat(aws("lambda", "list-layers", "--region", "us-east-1", "--output", "text"))
        .contains("shared-libraries 1.0.0");
  }

  @Test
  void aZipOnDiskIsPackagedForEachRegion() throws IOException {
    write(SampleTemplates.layer(), "one", false, "eu-west-1", "us-east-1");
    deploy();

    assertThat(versions()).hasSize(1);
    assertThat(aws("lambda", "list-layers", "--region", "us-east-1", "--output", "text"))
        .contains("shared-libraries 1.0.0");
    assertThat(folder.resolve("templates")).isDirectoryNotContaining("glob:**packaged*");
  }

  /** Who deploys with Terraform has only the zip brought there. */
  @Test
  void theZipIsBroughtToTheRegionOfTheAwsCliWhereNoneIsNamed() throws IOException {
    String key = write(SampleTemplates.layer(), "one", true);
    deploy("shared-libraries.tf");

    assertThat(objects("eu-west-1")).containsExactly(key);
    assertThat(objects("us-east-1")).isEmpty();
  }

  @Test
  void aStackSetIsDeployedBehindItsZips() throws IOException {
    String key = write(SampleTemplates.layer(), "one", true);
    deploy("shared-libraries.stacksets.yaml");

    assertThat(objects("eu-west-1")).containsExactly(key);
    assertThat(objects("us-east-1")).containsExactly(key);
    assertThat(
            aws(
                "cloudformation",
                "describe-stacks",
                "--stack-name",
                "layer-shared-libraries-stackset",
                "--query",
                "Stacks[0].Parameters[?ParameterKey=='Regions'].ParameterValue",
                "--output",
                "text"))
        .contains("eu-west-1", "us-east-1");
  }
}
