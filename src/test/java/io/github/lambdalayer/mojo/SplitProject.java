package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.jar;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.lambdalayer.archive.PackageRequest;
import io.github.lambdalayer.content.ContentRequest;
import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.content.JarEntries;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.content.SampleArtifacts;
import io.github.lambdalayer.layer.Architecture;
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

/** A test with a project that shares its dependencies out to several layers. */
abstract class SplitProject {

  final MavenProject project = SampleProjects.project("g", "app", "1");
  final Plugin plugin = new Plugin();
  List<String> goals = List.of("package");

  SplitProject() {
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    var build = new Build();
    build.addPlugin(plugin);
    project.setBuild(build);
    needs(jar("g:one:1"), jar("g:two:1"));
  }

  final void needs(Artifact... artifacts) {
    project.setArtifacts(new LinkedHashSet<>(List.of(artifacts)));
  }

  final void bind(String... executions) {
    for (String id : executions) {
      var execution = new PluginExecution();
      execution.setId(id);
      execution.addGoal("package");
      plugin.addExecution(execution);
    }
  }

  static <T> T unused(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
  }

  /** One execution, and what it takes. */
  final class Layer {

    final PackageMojo mojo;
    final List<LayerArtifact> artifacts = new ArrayList<>();
    final List<PlacedArtifact> placed = new ArrayList<>();
    List<LambdaRuntime> runtimes = List.of();
    boolean runtimesConfigured = true;
    List<Architecture> architectures = List.of();
    boolean architecturesConfigured = true;

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

  static void assertFine(Layer last) {
    assertThatCode(last::build).doesNotThrowAnyException();
  }
}
