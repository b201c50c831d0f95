package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerraformTemplateTest {

  private static final Path FOLDER = Path.of("target/lambda-layer/templates");

  /**
   * The arguments of the provider's resources.
   *
   * @see <a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs">AWS provider</a>
   */
  private static final Map<String, Set<String>> ARGUMENTS =
      Map.of(
          "aws_lambda_layer_version",
          Set.of(
              "layer_name",
              "description",
              "license_info",
              "compatible_runtimes",
              "compatible_architectures",
              "filename",
              "s3_bucket",
              "s3_key",
              "s3_object_version",
              "source_code_hash",
              "skip_destroy",
              "for_each"),
          "aws_lambda_layer_version_permission",
          Set.of(
              "layer_name",
              "version_number",
              "statement_id",
              "action",
              "principal",
              "organization_id",
              "skip_destroy",
              "for_each"));

  private static String text(SampleTemplates layer, TemplateContent content) {
    return new TerraformTemplate(new TemplateLayer(layer.in(FOLDER), content, FOLDER), List.of())
        .text();
  }

  /** The arguments of a resource itself, not those of blocks in it. */
  private static Set<String> arguments(String text, String type) {
    Matcher block =
        Pattern.compile("(?ms)^resource \"" + type + "\" \"\\w+\" \\{\n(.*?)^}").matcher(text);
    assertThat(block.find()).as(type).isTrue();
    var names = new TreeSet<String>();
    Matcher argument = Pattern.compile("(?m)^  (\\w+) +=").matcher(block.group(1));
    while (argument.find()) {
      names.add(argument.group(1));
    }
    return names;
  }

  @Test
  void argumentsAreThoseOfTheProvider() {
    for (TemplateContent content : List.of(new TemplateContent.File(), SampleTemplates.stored())) {
      String text = text(SampleTemplates.layer(), content);
      ARGUMENTS.forEach(
          (type, known) ->
              assertThat(arguments(text, type))
                  .isSubsetOf(known)
                  .contains("layer_name", "skip_destroy"));
      assertThat(arguments(text, "aws_lambda_layer_version_permission"))
          .isEqualTo(new TreeSet<>(ARGUMENTS.get("aws_lambda_layer_version_permission")));
    }
  }

  @Test
  void theZipIsOnDiskOrInABucketAndItsDigestIsToldEitherWay() {
    String file = text(SampleTemplates.layer(), new TemplateContent.File());
    String stored = text(SampleTemplates.layer(), SampleTemplates.stored());

    assertThat(arguments(file, "aws_lambda_layer_version"))
        .contains("filename", "source_code_hash")
        .doesNotContain("s3_bucket", "s3_key");
    assertThat(arguments(stored, "aws_lambda_layer_version"))
        .contains("s3_bucket", "s3_key", "source_code_hash")
        .doesNotContain("filename");
    assertThat(file)
        .contains("\"${path.module}/../../shared-libraries-1.0.0-layer.zip\"")
        .contains("filebase64sha256(");
    assertThat(stored)
        .contains(
            "\"my-layers-${data.aws_region.shared_libraries.id}-${data.aws_caller_identity.shared_libraries.account_id}\"");
  }

  @Test
  void anotherReleaseOfTheSameContentChangesOnlyWhatIsIgnored() {
    String text = text(SampleTemplates.layer(), SampleTemplates.stored());
    String next = text(SampleTemplates.layer().described("next"), SampleTemplates.stored());

    assertThat(next).isEqualTo(text.replace("\"shared-libraries 1.0.0\"", "\"next\""));
    assertThat(text)
        .contains(
            "ignore_changes = [description, compatible_runtimes, compatible_architectures, s3_bucket]");
    assertThat(text(SampleTemplates.layer().configured(), new TemplateContent.File()))
        .contains("ignore_changes = [description, filename]");
  }

  @Test
  void statementsAreNamedAsByPublishing() {
    assertThat(text(SampleTemplates.layer(), SampleTemplates.stored()))
        .contains(
            "\"account-111122223333\"      = { principal = \"111122223333\", organization = null }")
        .contains(
            "\"organization-o-a1b2c3d4e5\" = { principal = \"*\", organization = \"o-a1b2c3d4e5\" }");
  }

  @Test
  void publishedVersionsAreFoundByTheirRegions() {
    assertThat(text(SampleTemplates.layer(), SampleTemplates.inTwoAccounts()))
        .contains("    \"us-east-1\" = {\n      \"111122223333\" = \"arn:")
        .doesNotContain("resource ");
  }

  @ParameterizedTest
  @ValueSource(strings = {SampleTemplates.NASTY, "$${a} $$${b} %%%{c} $ % {", "\\${a}", ""})
  @EnabledIf("io.github.lambdalayer.output.Programs#hasTerraform")
  void aTextIsReadAsItWas(String text, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("x.tf"), "locals {\n  x = " + Hcl.text(text) + "\n}\n");
    Files.writeString(folder.resolve("expected"), text);
    Programs.Outcome console =
        Programs.run(
            folder,
            Map.of(),
            List.of(
                "sh",
                "-c",
                "echo 'local.x == file(\"expected\")' | terraform console -no-color 2>/dev/null"));

    assertThat(console.said().trim()).isEqualTo("true");
  }
}
