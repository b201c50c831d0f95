package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Which built layers a module has to publish. */
final class LayerModule {

  private final MavenProject project;
  private final MavenSession session;
  private final MojoExecution execution;

  LayerModule(MavenProject project, MavenSession session, MojoExecution execution) {
    this.project = project;
    this.session = session;
    this.execution = execution;
  }

  /**
   * The descriptors of the layers that this build has made, or of those that an earlier one left.
   *
   * @throws InvalidInputException if the module should have a layer and has none
   */
  List<Path> descriptors(Path folder) throws IOException {
    Optional<BuiltLayers> built = BuiltLayers.of(project);
    List<Path> descriptors =
        built.isPresent() ? built.get().descriptors() : DescriptorFile.in(folder);
    if (descriptors.isEmpty() && built.isEmpty() && isExpected()) {
      throw new InvalidInputException(
          String.format(
              "There is no layer to publish: %s holds no descriptor. Build the layer first: mvn"
                  + " package, with the goal lambda-layer:package in the POM.",
              folder));
    }
    return descriptors;
  }

  /** In a reactor the goal may be inherited by modules that have no layer at all. */
  private boolean isExpected() {
    return session.getProjects().size() == 1 || bindsPackage();
  }

  private boolean bindsPackage() {
    return project.getBuildPlugins().stream()
        .filter(plugin -> plugin.getKey().equals(execution.getPlugin().getKey()))
        .flatMap(plugin -> plugin.getExecutions().stream())
        .anyMatch(bound -> bound.getGoals().contains("package"));
  }
}
