package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.artifact;
import static io.github.lambdalayer.mojo.SampleProjects.jar;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.PackageRequest;
import io.github.lambdalayer.content.ContentRequest;
import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.content.JarEntries;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.content.SampleArtifacts;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;

final class SplitLayersTest {

  private final MavenProject project = SampleProjects.project("g", "app", "1");
  private final Plugin plugin = new Plugin();
  private List<String> goals = List.of("package");

  SplitLayersTest() {
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    var build = new Build();
    build.addPlugin(plugin);
    project.setBuild(build);
    needs(jar("g:one:1"), jar("g:two:1"));
  }

  private void needs(Artifact... artifacts) {
    project.setArtifacts(new LinkedHashSet<>(List.of(artifacts)));
  }

  private void bind(String... executions) {
    for (String id : executions) {
      var execution = new PluginExecution();
      execution.setId(id);
      execution.addGoal("package");
      plugin.addExecution(execution);
    }
  }

  private static <T> T unused(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
  }

  /** One execution, and what it takes. */
  private final class Layer {

    private final PackageMojo mojo;
    private final List<LayerArtifact> artifacts = new ArrayList<>();
    private final List<PlacedArtifact> placed = new ArrayList<>();
    private List<LambdaRuntime> runtimes = List.of();
    private boolean runtimesConfigured = true;
    private List<Architecture> architectures = List.of();
    private boolean architecturesConfigured = true;

    Layer(String executionId, String... taken) {
      mojo = new PackageMojo(unused(MavenProjectHelper.class), unused(RepositorySystem.class));
      mojo.project = project;
      mojo.session = SampleProjects.session(new Properties(), project);
      mojo.session.getRequest().setGoals(goals);
      mojo.execution = new MojoExecution(plugin, "package", executionId);
      for (String coordinates : taken) {
        artifacts.add(SampleArtifacts.artifact(coordinates));
      }
    }

    void build() {
      String id = mojo.execution.getExecutionId();
      var definition =
          new LayerDefinition(
              new LayerName("layer-" + id),
              id,
              null,
              runtimes,
              runtimesConfigured && !runtimes.isEmpty(),
              architectures,
              architecturesConfigured && !architectures.isEmpty(),
              List.of());
      Path target = Path.of("target");
      var content =
          new ContentRequest(
              artifacts,
              placed,
              target,
              List.of(),
              Filtering.NONE,
              NativeLibraries.KEEP,
              JarEntries.KEEP,
              target);
      var request =
          new PackageRequest(content, definition, "1", false, 0, Optional.empty(), target, target);
      new SplitLayers(mojo).add(BuiltLayers.begin(project), request);
    }

    void skip() {
      new SplitLayers(mojo).addNone(BuiltLayers.begin(project));
    }
  }

  private static void assertFine(Layer last) {
    assertThatCode(last::build).doesNotThrowAnyException();
  }

  @Test
  void acceptsASplit() {
    bind("a", "b");
    new Layer("a", "g:one:1", "g:app:1").build();

    assertFine(new Layer("b", "g:two:1"));
  }

  @Test
  void tellsAllThatIsInSeveralAndInNoneWhenTheLastOneComes() {
    bind("a", "b", "c");
    needs(jar("g:one:1"), jar("g:two:1"), jar("g:three:1:linux"), jar("g:four:1"));
    new Layer("a", "g:one:1", "g:two:1").build();
    new Layer("b", "g:one:1").build();
    var last = new Layer("c", "g:two:1");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(last::build)
        .withMessageContaining("g:one:jar:1 in layer-a (execution a) and layer-b (execution b)")
        .withMessageContaining("g:two:jar:1 in layer-a (execution a) and layer-c (execution c)")
        .withMessageContaining("  g:three:jar:linux:1")
        .withMessageContaining("  g:four:jar:1")
        .withMessageContaining("<allowedInSeveralLayers>")
        .withMessageContaining("<allowedInNoLayer>")
        .withMessageNotContaining("<includeProject>");
  }

  @Test
  void tellsHowTheProjectsOwnJarIsKeptOut() {
    bind("a", "b");
    new Layer("a", "g:app:1", "g:one:1").build();
    var last = new Layer("b", "g:app:1", "g:two:1");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(last::build)
        .withMessageContaining("g:app:jar:1 (the project's own JAR) in layer-a")
        .withMessageContaining("<includeProject>false</includeProject>");
  }

  @Test
  void theProjectsOwnJarNeedBeInNone() {
    bind("a", "b");
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("b", "g:two:1"));
  }

  @Test
  void oneLayerMayLeaveOutWhatItLikes() {
    bind("a");

    assertFine(new Layer("a"));
  }

  @Test
  void acceptsWhatIsAllowedByAnyOfTheExecutions() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1", "g:app:1");
    first.mojo.allowedInSeveralLayers = List.of("g:one", "*:app");
    first.mojo.allowedInNoLayer = List.of("*:two");
    first.build();

    assertFine(new Layer("b", "g:one:1", "g:app:1"));
  }

  @Test
  void aStarAllowsAllOfThem() {
    bind("a", "b");
    new Layer("a", "g:one:1").build();
    var last = new Layer("b", "g:one:1");
    last.mojo.allowedInSeveralLayers = List.of("*");
    last.mojo.allowedInNoLayer = List.of("*");

    assertFine(last);
  }

  @Test
  void refusesAPatternThatMatchesNothing() {
    var several = new Layer("a");
    several.mojo.allowedInSeveralLayers = List.of("g:misspelt");
    var none = new Layer("a");
    none.mojo.allowedInNoLayer = List.of("g:app");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(several::build)
        .withMessageStartingWith("<allowedInSeveralLayers> has 'g:misspelt'");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(none::build)
        .withMessageStartingWith("<allowedInNoLayer> has 'g:app'");
  }

  @Test
  void layersForDifferentArchitecturesMayHoldTheSame() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1", "g:two:1");
    first.architectures = List.of(Architecture.X86_64);
    first.build();
    var last = new Layer("b", "g:one:1", "g:two:1");
    last.architectures = List.of(Architecture.ARM64);

    assertFine(last);
  }

  @Test
  void layersForDifferentRuntimesMayHoldTheSame() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1", "g:two:1");
    first.runtimes = List.of(new LambdaRuntime("java17"));
    first.build();
    var last = new Layer("b", "g:one:1", "g:two:1");
    last.runtimes = List.of(new LambdaRuntime("java21"), new LambdaRuntime("java25"));

    assertFine(last);
  }

  @Test
  void layersThatShareOneArchitectureOrSayNoneCanMeet() {
    bind("a", "b", "c");
    var both = new Layer("a", "g:one:1");
    both.architectures = List.of(Architecture.X86_64, Architecture.ARM64);
    both.build();
    var arm = new Layer("b", "g:one:1", "g:two:1");
    arm.architectures = List.of(Architecture.ARM64);
    arm.build();
    var open = new Layer("c", "g:two:1");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(open::build)
        .withMessageContaining("g:one:jar:1 in layer-a (execution a) and layer-b")
        .withMessageContaining("g:two:jar:1 in layer-b (execution b) and layer-c");
  }

  @Test
  void whatIsDerivedFromTheContentKeepsNoLayersApart() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1", "g:two:1");
    first.architectures = List.of(Architecture.X86_64);
    first.runtimes = List.of(new LambdaRuntime("java17"));
    first.build();
    var last = new Layer("b", "g:one:1");
    last.architectures = List.of(Architecture.ARM64);
    last.architecturesConfigured = false;
    last.runtimes = List.of(new LambdaRuntime("java21"));
    last.runtimesConfigured = false;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(last::build)
        .withMessageContaining("g:one:jar:1");
  }

  @Test
  void whatIsPlacedElsewhereIsTakenToo() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1");
    first.placed.add(new PlacedArtifact(SampleArtifacts.artifact("g:two:1"), "two.jar", null));
    first.build();

    assertFine(new Layer("b"));
  }

  @Test
  void anotherClassifierIsAnotherArtifact() {
    bind("a", "b");
    needs(jar("g:one:1:x"), jar("g:one:1:y"));
    new Layer("a", "g:one:1:x").build();

    assertFine(new Layer("b", "g:one:1:y"));
  }

  @Test
  void pomsAndSourcesNeedBeInNone() {
    bind("a", "b");
    needs(
        jar("g:one:1"),
        artifact("g:bom:1", "pom", "pom"),
        artifact("g:one:1:sources", "java-source", "jar"));
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("b"));
  }

  @Test
  void anArchiveThatNobodyTookIsForgotten() {
    bind("a", "b");
    needs(artifact("g:tool:1", "tar.gz", "tar.gz"));
    new Layer("a").build();
    var last = new Layer("b");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(last::build)
        .withMessageContaining("  g:tool:tar.gz:1");
  }

  @Test
  void saysNothingOfNoneWhereOneWasSkippedButStillOfSeveral() {
    bind("a", "b", "c");
    new Layer("a", "g:one:1").build();
    new Layer("b", "g:one:1").build();
    var skipped = new Layer("c");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(skipped::skip)
        .withMessageContaining("g:one:jar:1")
        .withMessageNotContaining("g:two:jar:1");
  }

  @Test
  void saysNothingOfNoneWhereTheCommandLineNamesSomeExecutions() {
    bind("a", "b", "c");
    goals = List.of("lambda-layer:package@a", "lambda-layer:package@b");
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("b"));
  }

  @Test
  void aGoalFromTheCommandLineSaysNothing() {
    bind("a");
    goals = List.of("package", "lambda-layer:package");
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("default-cli", "g:one:1"));
  }

  @Test
  void anExecutionThatRunsAgainIsNotItsOwnDouble() {
    bind("a", "b");
    new Layer("a", "g:one:1").build();
    new Layer("b", "g:two:1").build();
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("b", "g:two:1"));
  }
}
