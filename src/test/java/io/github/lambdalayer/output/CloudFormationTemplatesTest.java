package io.github.lambdalayer.output;

import static io.github.lambdalayer.output.CloudFormationYaml.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.Permission;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudFormationTemplatesTest {

  private static final Path FOLDER = Path.of("target/lambda-layer/templates");

  private static final Predicate<String> CHECK =
      Pattern.compile("^ +- [EW]\\d{4} # ").asPredicate();

  private static Map<String, Object> template(SampleTemplates layer, TemplateContent content) {
    return CloudFormationYaml.read(templates(layer, content).cloudFormation());
  }

  private static Map<String, Object> sam(SampleTemplates layer, TemplateContent content) {
    return CloudFormationYaml.read(templates(layer, content).sam());
  }

  private static CloudFormationTemplates templates(SampleTemplates layer, TemplateContent content) {
    return new CloudFormationTemplates(
        new TemplateLayer(layer.in(FOLDER), content, FOLDER), List.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> resources(Map<String, Object> template) {
    return (Map<String, Object>) at(template, "Resources");
  }

  private static List<String> names(Map<String, Object> template, String type) {
    return resources(template).entrySet().stream()
        .filter(resource -> type.equals(((Map<?, ?>) resource.getValue()).get("Type")))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String version(SampleTemplates layer) {
    return names(template(layer, SampleTemplates.stored()), "AWS::Lambda::LayerVersion").get(0);
  }

  private static List<String> permissions(SampleTemplates layer) {
    return names(template(layer, SampleTemplates.stored()), "AWS::Lambda::LayerVersionPermission");
  }

  @Test
  void allThatIsThereStaysWhenTheTemplateHasItNoMore() {
    Map<String, Object> template = template(SampleTemplates.layer(), SampleTemplates.stored());

    assertThat(resources(template)).hasSize(4);
    for (String name : resources(template).keySet()) {
      assertThat(at(template, "Resources", name, "DeletionPolicy")).isEqualTo("Retain");
      assertThat(at(template, "Resources", name, "UpdateReplacePolicy")).isEqualTo("Retain");
    }
  }

  @Test
  void theVersionIsWhatWasBuilt() {
    SampleTemplates layer = SampleTemplates.layer().configured().licensed(SampleTemplates.NASTY);
    Map<String, Object> template = template(layer, SampleTemplates.stored());
    String description = version(layer) + "Description";

    assertThat(at(template, "Resources", version(layer), "Properties"))
        .isEqualTo(
            Map.of(
                "LayerName", "shared-libraries",
                "Description", Map.of("Ref", description),
                "LicenseInfo", SampleTemplates.NASTY,
                "CompatibleRuntimes", List.of("java21", "java17"),
                "CompatibleArchitectures", List.of("arm64", "x86_64"),
                "Content",
                    Map.of(
                        "S3Bucket",
                        Map.of("Fn::Sub", "my-layers-${AWS::Region}-${AWS::AccountId}"),
                        "S3Key",
                        SampleTemplates.KEY)));
    assertThat(at(template, "Parameters", description, "Default"))
        .isEqualTo("shared-libraries 1.0.0");
    assertThat(at(template, "Outputs", "LayerVersionArn", "Value"))
        .isEqualTo(Map.of("Ref", version(layer)));
  }

  @Test
  void thePermissionsAreThoseOfTheLayer() {
    SampleTemplates layer = SampleTemplates.layer();
    Map<String, Object> template = template(layer, SampleTemplates.stored());

    assertThat(permissions(layer))
        .extracting(name -> at(template, "Resources", name, "Properties"))
        .containsExactly(
            grant(layer, Map.of("Principal", "111122223333")),
            grant(layer, Map.of("Principal", "*", "OrganizationId", "o-a1b2c3d4e5")),
            grant(layer, Map.of("Principal", "*")));
  }

  private static Map<String, Object> grant(SampleTemplates layer, Map<String, Object> who) {
    var grant = new HashMap<String, Object>(who);
    grant.put("LayerVersionArn", Map.of("Ref", version(layer)));
    grant.put("Action", "lambda:GetLayerVersion");
    return grant;
  }

  @ParameterizedTest
  @ValueSource(strings = {"description", "compatible-runtimes", "nothing", "layer-version-arn"})
  void noTwoPartsHaveOneNameWhateverTheLayerIsCalled(String name) {
    SampleTemplates layer = SampleTemplates.layer().named(name);

    for (TemplateContent content :
        List.of(SampleTemplates.stored(), SampleTemplates.inTwoRegions())) {
      for (Map<String, Object> template : List.of(template(layer, content), sam(layer, content))) {
        List<Object> names =
            Stream.of("Parameters", "Mappings", "Resources")
                .flatMap(
                    part -> ((Map<?, ?>) template.getOrDefault(part, Map.of())).keySet().stream())
                .collect(Collectors.toList());
        assertThat(names).hasSizeGreaterThan(1).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void anotherReleaseOfTheSameContentChangesTheDefaultOfItsDescriptionAlone() {
    SampleTemplates layer = SampleTemplates.layer();
    String text = templates(layer, SampleTemplates.stored()).cloudFormation();
    String next =
        templates(layer.described("shared-libraries 1.0.1"), SampleTemplates.stored())
            .cloudFormation();

    assertThat(next)
        .isEqualTo(text.replace("shared-libraries 1.0.0\"", "shared-libraries 1.0.1\""));
    assertThat(next).isNotEqualTo(text);
  }

  @Test
  void whatMakesANewVersionMakesAnotherResource() {
    SampleTemplates layer = SampleTemplates.layer();

    assertThat(
            Set.of(
                version(layer),
                version(layer.holding("another zip")),
                version(layer.licensed("MIT")),
                version(layer.licensed(null)),
                version(layer.configured()),
                version(layer.named("others"))))
        .hasSize(6)
        .allMatch(name -> name.matches("[A-Za-z0-9]{1,255}"));
  }

  @Test
  void aGrantOfAnotherVersionIsAnotherResource() {
    SampleTemplates layer = SampleTemplates.layer();

    assertThat(permissions(layer.holding("another zip")))
        .doesNotContainAnyElementsOf(permissions(layer));
    assertThat(permissions(layer.sharedWith(Permission.parse("public"))))
        .hasSize(1)
        .isSubsetOf(permissions(layer));
  }

  @Test
  void whatWasDerivedIsRememberedByTheStack() {
    SampleTemplates layer = SampleTemplates.layer();
    Map<String, Object> template = template(layer, SampleTemplates.stored());
    String runtimes = version(layer) + "CompatibleRuntimes";

    assertThat(at(template, "Resources", version(layer), "Properties", "CompatibleRuntimes"))
        .isEqualTo(Map.of("Ref", runtimes));
    assertThat(at(template, "Parameters", runtimes, "Default")).isEqualTo("java21,java17");
    assertThat(at(template, "Parameters", runtimes, "Type")).isEqualTo("CommaDelimitedList");
  }

  @Test
  void aZipOnDiskIsNamedAsTheTemplateSeesIt() {
    SampleTemplates layer = SampleTemplates.layer();

    assertThat(
            at(
                template(layer, new TemplateContent.File()),
                "Resources",
                version(layer),
                "Properties",
                "Content"))
        .isEqualTo("../../shared-libraries-1.0.0-layer.zip");
    assertThat(
            at(
                sam(layer, new TemplateContent.File()),
                "Resources",
                "SharedLibraries",
                "Properties",
                "ContentUri"))
        .isEqualTo("../../shared-libraries-1.0.0-layer.zip");
  }

  @Test
  void samHasAVersionThatStays() {
    Map<String, Object> template = sam(SampleTemplates.layer(), SampleTemplates.stored());

    assertThat(at(template, "Transform")).isEqualTo("AWS::Serverless-2016-10-31");
    assertThat(at(template, "Resources", "SharedLibraries", "Properties", "RetentionPolicy"))
        .isEqualTo("Retain");
    assertThat(at(template, "Resources", "SharedLibraries", "Properties", "ContentUri", "Key"))
        .isEqualTo(SampleTemplates.KEY);
    assertThat(names(template, "AWS::Lambda::LayerVersionPermission"))
        .containsExactlyElementsOf(permissions(SampleTemplates.layer()))
        .allSatisfy(
            name ->
                assertThat(at(template, "Resources", name, "Properties", "LayerVersionArn"))
                    .isEqualTo(Map.of("Ref", "SharedLibraries")));
  }

  @Test
  void publishedVersionsAreFoundByTheirRegions() {
    Map<String, Object> template =
        template(SampleTemplates.layer(), SampleTemplates.inTwoRegions());

    assertThat(at(template, "Mappings", "SharedLibraries", "eu-west-1", "Arn"))
        .isEqualTo("arn:aws:lambda:eu-west-1:111122223333:layer:shared-libraries:12");
    assertThat(at(template, "Outputs", "LayerVersionArn", "Value"))
        .isEqualTo(
            Map.of(
                "Fn::FindInMap", List.of("SharedLibraries", Map.of("Ref", "AWS::Region"), "Arn")));
    assertThat(names(template, "AWS::Lambda::LayerVersion")).isEmpty();
  }

  @Test
  void thoseOfSeveralAccountsByTheirAccountsToo() {
    Map<String, Object> template = sam(SampleTemplates.layer(), SampleTemplates.inTwoAccounts());

    assertThat(at(template, "Mappings", "SharedLibraries", "us-east-1", "444455556666"))
        .isEqualTo("arn:aws:lambda:us-east-1:444455556666:layer:shared-libraries:1");
    assertThat(at(template, "Globals", "Function", "Layers"))
        .isEqualTo(
            List.of(
                Map.of(
                    "Fn::FindInMap",
                    List.of(
                        "SharedLibraries",
                        Map.of("Ref", "AWS::Region"),
                        Map.of("Ref", "AWS::AccountId")))));
  }

  /** Where cfn-lint would compare runtimes with a list of its own, which may be older. */
  @Test
  void cfnLintIsToldWhatItCannotKnowAndNoMore() {
    SampleTemplates derived = SampleTemplates.layer();
    SampleTemplates configured = derived.configured();
    SampleTemplates unknown = configured.runBy(List.of(new LambdaRuntime("jawa21")));
    SampleTemplates none = derived.runBy(List.of());

    assertThat(ignored(derived)).containsExactly("W1030");
    assertThat(ignored(configured)).containsExactly("E3030");
    assertThat(ignored(unknown)).isEmpty();
    assertThat(ignored(none)).isEmpty();
  }

  private static List<String> ignored(SampleTemplates layer) {
    String text = templates(layer, SampleTemplates.stored()).cloudFormation();
    assertThat(templates(layer, SampleTemplates.stored()).sam().lines().filter(CHECK).toList())
        .hasSameSizeAs(text.lines().filter(CHECK).toList());
    return text.lines().filter(CHECK).map(line -> line.trim().substring(2, 7)).toList();
  }
}
