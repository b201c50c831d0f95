package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.LayersDocument;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Place;
import io.github.lambdalayer.lint.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** Direct dependencies on modules of layers that have another scope or type than they need. */
final class MisdeclaredLayers {

  /** Types that a module with a layer has and few others have. */
  private static final Set<String> TYPES = Set.of("pom", "zip", LayerPackaging.PACKAGING);

  private final CheckMojo mojo;
  private final LayerDocuments documents;
  private final LayerDependencies dependencies;

  MisdeclaredLayers(CheckMojo mojo, LayerDocuments documents) {
    this.mojo = mojo;
    this.documents = documents;
    this.dependencies = new LayerDependencies(mojo.project);
  }

  /** What is wrong with each, where no layer was found and each dependency is worth a look. */
  List<Finding> all() {
    var found = new ArrayList<Finding>();
    for (Dependency dependency : dependencies.declaredOtherwise()) {
      LayerReference module = dependencies.module(dependency);
      if (buildsLayer(module)) {
        found.add(finding(module, dependency));
      }
    }
    return found;
  }

  /**
   * What is wrong with each, where other layers were found: no repository is asked about each library.
   *
   * @param used the modules whose layers the function uses
   */
  List<Finding> besides(Collection<LayerReference> used) {
    var found = new ArrayList<Finding>();
    for (Dependency dependency : dependencies.declaredOtherwise()) {
      LayerReference module = dependencies.module(dependency);
      boolean isHarmless = !isBundled(dependency) && used.stream().anyMatch(module::isSameModule);
      boolean isLayer =
          TYPES.contains(LayerDependencies.type(dependency))
              ? !isHarmless && buildsLayer(module)
              : !isHarmless && isLayerOfThisBuild(module);
      if (isLayer) {
        found.add(finding(module, dependency));
      }
    }
    return found;
  }

  /** What is provided or for tests alone, beside the right dependency, fetches a zip, for example. */
  private static boolean isBundled(Dependency dependency) {
    return Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME)
        .contains(LayerDependencies.scope(dependency));
  }

  private boolean isLayerOfThisBuild(LayerReference module) {
    List<MavenProject> modules = mojo.session.getAllProjects();
    return (modules == null ? mojo.session.getProjects() : modules)
        .stream()
            .filter(project -> project.getGroupId().equals(module.groupId()))
            .filter(project -> project.getArtifactId().equals(module.artifactId()))
            .anyMatch(
                project ->
                    LayerPackaging.isAttached(
                        project, LayersDocument.TYPE, LayersDocument.CLASSIFIER));
  }

  /** It is a guess: what cannot be looked up, or read, fails nothing. */
  private boolean buildsLayer(LayerReference module) {
    try {
      return documents.find(module).isPresent();
    } catch (IOException | InvalidInputException e) {
      mojo.getLog().debug("Taken for no layer: " + module, e);
      return false;
    }
  }

  private Finding finding(LayerReference module, Dependency dependency) {
    String scope = LayerDependencies.scope(dependency);
    String type = LayerDependencies.type(dependency);
    String classifier = Parameters.text(dependency.getClassifier());
    var has = new ArrayList<String>();
    if (!scope.equals(Artifact.SCOPE_PROVIDED)) {
      has.add("scope " + scope);
    }
    if (!List.of("pom", "jar").contains(type)) {
      has.add("type " + type);
    }
    if (classifier != null) {
      has.add("classifier " + classifier);
    }
    boolean isJar = type.equals("jar") && classifier == null;
    return Rule.MISDECLARED_LAYER.found(
        Place.of(
            List.of(mojo.project.getId(), module.groupId() + ":" + module.artifactId() + ":pom")),
        Messages.format(
            "%s builds a layer, and the dependency on it has %s.",
            module, String.join(" and ", has)),
        Messages.format(
            "Write <scope>provided</scope>%s%s.",
            isJar ? "" : " and <type>pom</type>",
            classifier == null ? "" : " without <classifier>"));
  }
}
