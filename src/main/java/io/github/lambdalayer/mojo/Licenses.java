package io.github.lambdalayer.mojo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.License;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.jspecify.annotations.Nullable;

/** The licences that POMs declare. */
final class Licenses {

  private Licenses() {}

  /** The names, or URLs where a licence has no name, of a POM's licences. */
  static List<String> of(List<License> licenses) {
    return licenses.stream()
        .map(license -> label(license.getName(), license.getUrl()))
        .filter(label -> !label.isEmpty())
        .toList();
  }

  /**
   * The licences in the POM of a dependency. Maven's resolver has read that POM to find the
   * dependency's own dependencies, so it is at hand, offline too.
   */
  static List<String> of(
      Artifact artifact, RepositorySystem repository, MavenSession session, MavenProject project) {
    var request =
        new ArtifactDescriptorRequest(
            RepositoryUtils.toArtifact(artifact), project.getRemoteProjectRepositories(), null);
    try {
      Map<String, Object> properties =
          repository
              .readArtifactDescriptor(session.getRepositorySession(), request)
              .getProperties();
      return licenses(properties);
    } catch (ArtifactDescriptorException e) {
      // A POM that Maven itself could do without declares nothing.
      return List.of();
    }
  }

  /** The keys that maven-resolver-provider puts the licences under. */
  private static List<String> licenses(Map<String, Object> properties) {
    var licenses = new ArrayList<String>();
    int count = properties.get("license.count") instanceof Integer number ? number : 0;
    for (int i = 0; i < count; i++) {
      String label =
          label(properties.get("license." + i + ".name"), properties.get("license." + i + ".url"));
      if (!label.isEmpty()) {
        licenses.add(label);
      }
    }
    return licenses;
  }

  private static String label(@Nullable Object name, @Nullable Object url) {
    String text = name == null || name.toString().isBlank() ? String.valueOf(url) : name.toString();
    return "null".equals(text) ? "" : text.trim().replaceAll("\\s+", " ");
  }
}
