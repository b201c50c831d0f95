package io.github.lambdalayer.output;

import static io.github.lambdalayer.output.CloudFormationYaml.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StackSetTemplateTest {

  private static final Path FOLDER = Path.of("target/lambda-layer/templates");

  private static Map<String, Object> stackSet(
      SampleTemplates layer, List<String> units, List<String> regions) {
    return CloudFormationYaml.read(
        new StackSetTemplate(
                new TemplateLayer(layer.in(FOLDER), SampleTemplates.stored(), FOLDER),
                units,
                regions)
            .text());
  }

  private static Object property(Map<String, Object> template, String... path) {
    var all = new ArrayList<>(List.of("Resources", "SharedLibrariesStackSet", "Properties"));
    all.addAll(List.of(path));
    return at(template, all.toArray(String[]::new));
  }

  private static Map<String, Object> inner(Map<String, Object> template) {
    return CloudFormationYaml.read(property(template, "TemplateBody").toString());
  }

  @Test
  void itsUnitsAndRegionsAreParametersWithWhatIsKnownAsDefaults() {
    Map<String, Object> template =
        stackSet(
            SampleTemplates.layer(), List.of("ou-abcd-11111111", "r-abcd"), List.of("eu-west-1"));

    assertThat(property(template, "PermissionModel")).isEqualTo("SERVICE_MANAGED");
    assertThat(property(template, "StackInstancesGroup"))
        .isEqualTo(
            List.of(
                Map.of(
                    "DeploymentTargets",
                    Map.of("OrganizationalUnitIds", Map.of("Ref", "OrganizationalUnits")),
                    "Regions",
                    Map.of("Ref", "Regions"))));
    assertThat(at(template, "Parameters", "OrganizationalUnits", "Default"))
        .isEqualTo("ou-abcd-11111111,r-abcd");
    assertThat(at(template, "Parameters", "Regions", "Default")).isEqualTo("eu-west-1");
    Map<String, Object> without = stackSet(SampleTemplates.layer(), List.of(), List.of());
    assertThat(at(without, "Parameters", "Regions").toString()).doesNotContain("Default");
  }

  @Test
  void itsStacksMakeTheVersionFromTheBucketOfTheirRegion() {
    Map<String, Object> inner = inner(stackSet(SampleTemplates.layer(), List.of(), List.of()));
    String version =
        at(inner, "Outputs", "LayerVersionArn", "Value").toString().replaceAll("[{}]|Ref=", "");

    assertThat(at(inner, "Resources", version, "Properties", "Content", "S3Bucket"))
        .isEqualTo(Map.of("Fn::Sub", "my-layers-${AWS::Region}-${AWS::AccountId}"));
  }

  @Test
  void itsStacksAreGivenEveryParameterTheyHave() {
    Map<String, Object> template = stackSet(SampleTemplates.layer(), List.of(), List.of());
    Map<?, ?> parameters = (Map<?, ?>) at(inner(template), "Parameters");

    var keys = new ArrayList<Object>();
    for (Object parameter : (List<?>) property(template, "Parameters")) {
      keys.add(((Map<?, ?>) parameter).get("ParameterKey"));
    }
    assertThat(keys).hasSize(3).isEqualTo(List.copyOf(parameters.keySet()));
  }

  @Test
  void anotherReleaseOfTheSameContentDoesNotTouchTheStacks() {
    Object body = property(stackSet(SampleTemplates.layer(), List.of(), List.of()), "TemplateBody");

    assertThat(
            property(
                stackSet(SampleTemplates.layer().described("1.0.1"), List.of(), List.of()),
                "TemplateBody"))
        .isEqualTo(body);
  }
}
