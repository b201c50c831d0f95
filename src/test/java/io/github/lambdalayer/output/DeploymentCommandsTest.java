package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeploymentCommandsTest {

  private static final Path FOLDER = Path.of("target/lambda-layer/templates");

  private static DeploymentCommands commands(SampleTemplates layer, String... regions) {
    return new DeploymentCommands(
        new TemplateLayer(layer.in(FOLDER), SampleTemplates.stored(), FOLDER), List.of(regions));
  }

  private static List<String> uploaded(String bucket, String... regions) {
    return commands(SampleTemplates.layer(), regions)
        .uploaded(new TemplateContent.Stored(bucket, "a/b.zip"), "deploy");
  }

  @Test
  void theZipIsBroughtToEachRegionThatIsKnown() {
    assertThat(uploaded("my-layers-{region}", "eu-west-1", "us-east-1"))
        .containsExactly(
            "for region in eu-west-1 us-east-1; do",
            "  aws s3 cp ../../shared-libraries-1.0.0-layer.zip s3://my-layers-${region}/a/b.zip"
                + " --region $region",
            "  deploy --region $region",
            "done");
  }

  @Test
  void whatIsNotKnownIsAskedOfTheAwsCli() {
    assertThat(uploaded("my-layers-{region}-{account}"))
        .containsExactly(
            "account=$(aws sts get-caller-identity --query Account --output text)",
            "region=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region)}}",
            "aws s3 cp ../../shared-libraries-1.0.0-layer.zip"
                + " s3://my-layers-${region}-${account}/a/b.zip --region $region",
            "deploy --region $region");
  }

  @Test
  void aBucketWithoutARegionServesTheOneItIsIn() {
    assertThat(uploaded("my-layers", "eu-west-1")).contains("  deploy --region $region");
    assertThat(uploaded("my-layers", "eu-west-1", "us-east-1"))
        .isEqualTo(uploaded("my-layers"))
        .containsExactly(
            "aws s3 cp ../../shared-libraries-1.0.0-layer.zip s3://my-layers/a/b.zip", "deploy");
  }

  @Test
  void whatMeansSomethingToTheShellIsQuoted() {
    var stored = new TemplateContent.Stored("my-layers", "it's $HOME/b.zip");

    assertThat(commands(SampleTemplates.layer()).uploaded(stored))
        .singleElement()
        .asString()
        .endsWith(" s3://my-layers/'it'\\''s $HOME/b.zip'");
  }

  @Test
  void aStackHasALegalNameAndThatOfAStackSetIsAnother() {
    DeploymentCommands commands = commands(SampleTemplates.layer().named("my_" + "l".repeat(137)));

    assertThat(
            Stream.of(TemplateFormat.CLOUDFORMATION, TemplateFormat.STACKSETS)
                .map(commands::stackName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("layer-my-l[-a-zA-Z0-9]{1,118}"));
  }

  @Test
  void aZipOnDiskIsPackagedForEachRegionInABucketOfItsOwn() {
    assertThat(commands(SampleTemplates.layer(), "eu-west-1", "us-east-1").packaged())
        .containsExactly(
            "for region in eu-west-1 us-east-1; do",
            "  bucket=my-bucket-$region",
            "  aws cloudformation package --s3-bucket $bucket"
                + " --template-file ./shared-libraries.cloudformation.yaml"
                + " --output-template-file ../shared-libraries.packaged.yaml --region $region",
            "  aws cloudformation deploy --no-fail-on-empty-changeset"
                + " --stack-name layer-shared-libraries"
                + " --template-file ../shared-libraries.packaged.yaml --region $region",
            "done");
    assertThat(commands(SampleTemplates.layer()).packaged())
        .hasSize(3)
        .startsWith("bucket=my-bucket")
        .noneMatch(line -> line.contains("region"));
  }

  @Test
  void aTemplateIsDeployedToEachRegionThatIsKnown() {
    String deploy =
        "sam deploy --resolve-s3 --no-fail-on-empty-changeset --stack-name layer--x"
            + " --template-file ./-x.sam.yaml";
    SampleTemplates layer = SampleTemplates.layer().named("-x");

    assertThat(commands(layer).deployed(TemplateFormat.SAM)).containsExactly(deploy);
    assertThat(commands(layer, "eu-west-1", "us-east-1").deployed(TemplateFormat.SAM))
        .containsExactly(
            "for region in eu-west-1 us-east-1; do", "  " + deploy + " --region $region", "done");
  }

  @Test
  void namesThatAreCutStayApart() {
    String begin = "l".repeat(130);

    assertThat(
            Stream.of(begin + "a", begin + "b")
                .map(name -> commands(SampleTemplates.layer().named(name)))
                .map(commands -> commands.stackName(TemplateFormat.SAM)))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() == 128);
  }
}
