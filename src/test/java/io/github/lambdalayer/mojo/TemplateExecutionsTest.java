package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of templates from build to build. */
final class TemplateExecutionsTest {

  private final TemplateBuild module;

  TemplateExecutionsTest(@TempDir Path folder) {
    module = new TemplateBuild(folder);
  }

  @BeforeEach
  void build() throws Exception {
    module.build();
  }

  /** One execution in a build of its own or, behind others, in theirs. */
  private TemplateMojo run(String execution, String... formats) throws Exception {
    TemplateMojo mojo = module.mojo(execution);
    mojo.templateFormats = List.of(formats);
    mojo.execute();
    return mojo;
  }

  private static List<String> warnings(TemplateMojo mojo) {
    return ((RecordingLog) mojo.getLog()).warnings;
  }

  /** The map of published versions, as the deploy phase writes it. */
  @Test
  void whatALaterPhaseHasWrittenStaysUntilItWritesItAnew() throws Exception {
    module.bind("from-disk", "published");
    run("from-disk", "sam");
    run("published", "terraform", "cloudformation");

    module.nextBuild();
    run("from-disk", "sam");

    assertThat(module.files())
        .containsExactly("my-layer.cloudformation.yaml", "my-layer.sam.yaml", "my-layer.tf");

    run("published", "terraform");

    assertThat(module.files()).containsExactly("my-layer.sam.yaml", "my-layer.tf");
  }

  @Test
  void twoExecutionsThatWriteOneTemplateAreToldSo() throws Exception {
    module.bind("one", "two");
    run("one", "sam");
    TemplateMojo same = run("two", "sam");
    assertThat(warnings(same)).isEmpty();

    TemplateMojo other = module.mojo("one");
    other.templateFormats = List.of("sam");
    other.bucket = "my-layers";
    other.execute();

    assertThat(warnings(other))
        .singleElement()
        .asString()
        .contains(
            "my-layer.sam.yaml was written by the execution 'two' too, with another text",
            "Give them different <templateFormats>");
  }

  @Test
  void aNewTextOfAnotherBuildIsNotTakenForThatOfAnotherExecution() throws Exception {
    module.bind("one", "two");
    run("one", "sam");
    run("two", "sam");
    module.nextBuild();
    TemplateMojo first = module.mojo("one");
    first.templateFormats = List.of("sam");
    first.bucket = "my-layers";
    first.execute();

    assertThat(warnings(first)).isEmpty();
  }

  @Test
  void aRunByHandRemovesNothingButItsOwn() throws Exception {
    module.bind("from-disk");
    run("from-disk", "cloudformation");
    module.nextBuild();
    run("default-cli", "terraform", "sam");
    module.nextBuild();
    run("default-cli", "sam");

    assertThat(module.files()).containsExactly("my-layer.cloudformation.yaml", "my-layer.sam.yaml");
  }

  @Test
  void whatNoExecutionOfThePomHasWrittenIsRemovedByOneOfThem() throws Exception {
    module.bind("from-disk", "gone");
    run("gone", "cloudformation");
    module.nextBuild();
    run("default-cli", "sam");
    module.bind("from-disk");
    module.nextBuild();
    run("from-disk", "terraform");

    assertThat(module.files()).containsExactly("my-layer.tf");
  }

  @Test
  void aTemplateIsOfWhoeverWroteItLast() throws Exception {
    module.bind("one", "two");
    run("one", "sam", "terraform");
    module.nextBuild();
    run("two", "terraform");
    module.nextBuild();
    run("one", "sam");

    assertThat(module.files()).containsExactly("my-layer.sam.yaml", "my-layer.tf");

    module.nextBuild();
    run("two", "sam");

    assertThat(module.files()).containsExactly("my-layer.sam.yaml");
  }

  @Test
  void oneThatSomebodyHasChangedIsNotWrittenOverInSilence() throws Exception {
    run("default-cli", "sam", "terraform");
    assertThat(warnings(run("default-cli", "sam", "terraform"))).isEmpty();

    Files.writeString(module.templates.resolve("my-layer.tf"), "mine");

    assertThat(warnings(run("default-cli", "sam", "terraform")))
        .singleElement()
        .asString()
        .contains("my-layer.tf", "written over");
  }

  @Test
  void templatesOfAnEarlierConfigurationAreRemoved() throws Exception {
    module.build();
    TemplateMojo mojo = module.mojo();
    mojo.bucket = "layers-{region}";
    mojo.cdkPackage = "com.example.old";
    mojo.execute();
    assertThat(module.files()).hasSize(5).contains("cdk/com/example/old/MyLayer.java");

    module.nextBuild();
    mojo = module.mojo();
    mojo.cdkPackage = "com.example.newer";
    mojo.templateFormats = List.of("sam", "cdk");
    mojo.execute();

    assertThat(module.files())
        .containsExactly("cdk/com/example/newer/MyLayer.java", "my-layer.sam.yaml");
  }

  @Test
  void executionsOfOneBuildDoNotTakeAwayEachOthersTemplates() throws Exception {
    module.build();
    TemplateMojo sam = module.mojo();
    sam.templateFormats = List.of("sam");
    sam.execute();
    TemplateMojo terraform = module.mojo();
    terraform.templateFormats = List.of("terraform");
    terraform.execute();

    assertThat(module.files()).containsExactly("my-layer.sam.yaml", "my-layer.tf");
  }

  @Test
  void aTemplateThatSomebodyHasChangedStaysAndIsToldOf() throws Exception {
    module.build();
    TemplateMojo mojo = module.mojo();
    mojo.templateFormats = List.of("sam", "terraform");
    mojo.execute();
    Files.writeString(module.templates.resolve("my-layer.tf"), "mine");

    module.nextBuild();
    mojo.templateFormats = List.of("sam");
    mojo.execute();

    assertThat(module.templates.resolve("my-layer.tf")).hasContent("mine");
    assertThat(warnings(mojo)).singleElement().asString().contains("my-layer.tf");
  }

  /** In a reactor, where a module may have inherited the goal and no layer. */
  @Test
  void templatesOfAModuleThatHasNoLayerAnyMoreAreRemoved() throws Exception {
    module.build();
    module.mojo().execute();
    Files.delete(module.target.resolve("lambda-layer/layer.json"));

    module.nextBuild();
    TemplateMojo mojo = module.mojo();
    mojo.session =
        session(new Properties(), module.project, project("com.example", "other", "1.0"));
    mojo.execute();

    assertThat(module.files()).isEmpty();
  }
}
