package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** All kinds of templates, looked at by the tools of those whose languages they are written in. */
final class TemplateToolsTest {

  /** All that this plugin can say of a layer by itself, as far as one layer may have so many. */
  private static final List<LambdaRuntime> JAVA = LambdaRuntime.javaRuntimesFor(8);

  private static final List<LambdaRuntime> OTHERS =
      Stream.of(
              LambdaRuntime.currentNode(),
              LambdaRuntime.currentPython(),
              LambdaRuntime.currentRuby(),
              LambdaRuntime.custom())
          .flatMap(List::stream)
          .toList();

  private static final List<SampleTemplates> LAYERS =
      List.of(
          SampleTemplates.layer().runBy(JAVA),
          SampleTemplates.layer().runBy(OTHERS),
          SampleTemplates.layer()
              .configured()
              .runBy(JAVA)
              .described(SampleTemplates.NASTY)
              .licensed(SampleTemplates.NASTY),
          SampleTemplates.layer().configured().runBy(OTHERS),
          SampleTemplates.layer().runBy(List.of()).described("").licensed(null).sharedWith());

  private static final List<TemplateContent> CONTENTS =
      List.of(
          new TemplateContent.File(),
          SampleTemplates.stored(),
          SampleTemplates.inTwoRegions(),
          SampleTemplates.inTwoAccounts());

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    for (int layer = 0; layer < LAYERS.size(); layer++) {
      for (int content = 0; content < CONTENTS.size(); content++) {
        Path templates = folder.resolve(layer + "-" + content);
        write(templates, LAYERS.get(layer), CONTENTS.get(content));
      }
    }
  }

  private static void write(Path folder, SampleTemplates layer, TemplateContent content)
      throws IOException {
    var formats =
        new ArrayList<>(
            List.of(TemplateFormat.SAM, TemplateFormat.CLOUDFORMATION, TemplateFormat.TERRAFORM));
    if (content instanceof TemplateContent.Stored) {
      formats.add(TemplateFormat.STACKSETS);
    }
    LayerTemplates templates =
        SampleTemplates.templates(folder, formats.toArray(TemplateFormat[]::new));
    templates.add(layer.in(folder), content);
    templates.write(SampleTemplates.RUN);
    for (Path file : files(folder, "stacksets.yaml")) {
      Object body =
          CloudFormationYaml.at(
              CloudFormationYaml.read(Files.readString(file)),
              "Resources",
              "SharedLibrariesStackSet",
              "Properties",
              "TemplateBody");
      Files.writeString(folder.resolve("in-the-set.yaml"), body.toString());
    }
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  @Test
  @EnabledIf("io.github.lambdalayer.output.Programs#hasKnownCfnLint")
  void cfnLintHasNothingToSay() throws IOException {
    List<Path> files = files(folder, ".yaml");
    var command = new ArrayList<>(List.of("cfn-lint", "--"));
    files.forEach(file -> command.add(file.toString()));

    assertThat(files).hasSize(50);
    assertThat(Programs.run(folder, Map.of(), command)).isEqualTo(new Programs.Outcome(0, ""));
  }

  @Test
  @EnabledIf("io.github.lambdalayer.output.Programs#hasKnownCfnLint")
  void cfnLintTellsOfARuntimeThatNobodyKnows(@TempDir Path other) throws IOException {
    write(
        other,
        SampleTemplates.layer().configured().runBy(List.of(new LambdaRuntime("jawa21"))),
        SampleTemplates.stored());
    Programs.Outcome outcome =
        Programs.run(other, Map.of(), List.of("cfn-lint", "shared-libraries.cloudformation.yaml"));

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.said()).contains("E3030 'jawa21'");
  }

  @Test
  @EnabledIf("io.github.lambdalayer.output.Programs#hasTerraform")
  void terraformWouldFormatThemNoOtherWay() throws IOException {
    Programs.Outcome outcome =
        Programs.run(
            folder,
            Map.of(),
            List.of("sh", "-c", "terraform fmt -check -diff -recursive -no-color . 2>/dev/null"));

    assertThat(files(folder, ".tf")).hasSize(20);
    assertThat(outcome).isEqualTo(new Programs.Outcome(0, ""));
  }
}
