package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LayerTemplatesTest {

  private static final TemplateFormat[] STACKS = {
    TemplateFormat.CLOUDFORMATION, TemplateFormat.SAM, TemplateFormat.STACKSETS
  };

  @TempDir private Path temporary;

  private List<String> written(Path folder) throws IOException {
    LayerTemplates templates = SampleTemplates.templates(folder, TemplateFormat.values());
    templates.add(SampleTemplates.layer().in(folder), SampleTemplates.stored());
    var texts = new ArrayList<String>();
    for (Path file : templates.write(SampleTemplates.RUN).written()) {
      texts.add(folder.relativize(file) + ":\n" + Files.readString(file));
    }
    return texts;
  }

  @Test
  void areTheSameWhereverTheyAreWritten() throws IOException {
    List<String> here = written(temporary.resolve("here/target/lambda-layer/templates"));

    assertThat(here)
        .hasSize(5)
        .isEqualTo(written(temporary.resolve("there/and/here/target/lambda-layer/templates")))
        .noneMatch(text -> text.contains(temporary.toString()) || text.contains("\r"));
  }

  @Test
  void noneIsWrittenWhereTwoLayersWouldHaveOneFile() {
    LayerTemplates templates =
        SampleTemplates.templates(temporary, TemplateFormat.TERRAFORM, TemplateFormat.CDK);
    templates.add(SampleTemplates.layer().named("a-b").in(temporary), SampleTemplates.stored());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                templates.add(
                    SampleTemplates.layer().named("a_b").in(temporary), SampleTemplates.stored()))
        .withMessageContaining("<layerName> is 'a-b' and 'a_b'");
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ou-1", "o-a1b2c3d4e5", "ou-abcd-11111111,r-abcd", "OU-abcd-11111111"})
  void whatIsNoUnitIsRefused(String unit) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                new LayerTemplates.Options(
                    List.of(TemplateFormat.SAM), List.of(), List.of(unit), "a"))
        .withMessageContaining("<organizationalUnits> has '" + unit + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-b", "a..b", "1a", "a/b", "com.example.new", "a.b "})
  void whatIsNoPackageIsRefused(String name) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                new LayerTemplates.Options(List.of(TemplateFormat.SAM), List.of(), List.of(), name))
        .withMessageContaining("<cdkPackage> is '" + name + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "com.example, com.example",
    "com.Acme-tools, com.acme_tools",
    "org.new.1st, org._new._1st"
  })
  void aGroupIsMadeAPackage(String groupId, String expected) {
    assertThat(LayerTemplates.packageOf(groupId)).isEqualTo(expected);
  }

  @Test
  void aFormatThatIsNoneIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> TemplateFormat.parse("yaml"))
        .withMessage(
            "<templateFormats> has 'yaml': write some of sam, cloudformation, stacksets, terraform,"
                + " cdk, with commas between them.");
  }

  @ParameterizedTest
  @CsvSource({
    "shared-libraries, SharedLibraries, shared_libraries, SharedLibrariesLayer",
    "my_layer, MyLayer, my_layer, MyLayer",
    "1st, Layer1st, layer_1st, Layer1stLayer",
    "--, Layer, layer___, Layer",
    "SDK, SDK, sdk, SDKLayer"
  })
  void aNameIsLegalEverywhere(String name, String camel, String snake, String className) {
    var names = new TemplateNames(new LayerName(name));

    assertThat(names.camel()).isEqualTo(camel);
    assertThat(names.snake()).isEqualTo(snake);
    assertThat(names.className()).isEqualTo(className);
  }

  @ParameterizedTest
  @CsvSource({
    "a-b, a_b, CLOUDFORMATION, the stack layer-a-b",
    "x, x-stackset, STACKSETS, the stack layer-x-stackset",
    "1st, layer_1st, TERRAFORM, the name layer_1st in Terraform"
  })
  void noneIsWrittenWhereTwoLayersWouldHaveOneName(
      String one, String other, TemplateFormat format, String name) {
    LayerTemplates templates =
        SampleTemplates.templates(
            temporary, format == TemplateFormat.TERRAFORM ? new TemplateFormat[] {format} : STACKS);
    templates.add(SampleTemplates.layer().named(one).in(temporary), SampleTemplates.stored());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                templates.add(
                    SampleTemplates.layer().named(other).in(temporary), SampleTemplates.stored()))
        .withMessageContaining("<layerName> is '" + one + "' and '" + other + "'")
        .withMessageContaining("both would have " + name);
  }
}
