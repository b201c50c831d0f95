package io.github.lambdalayer.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepositoryManager;

/**
 * The licences in the POMs of the local repository, or in the nearest parent that declares any, which is
 * how Maven inherits them. Maven has read these POMs to find the dependencies, and keeps nothing of them;
 * to have it build all of their models once more takes several times as long as to read them.
 */
final class PomLicenses {

  private static final int MOST_PARENTS = 50;

  private final LocalRepositoryManager local;
  private final Map<Path, Optional<List<String>>> known = new ConcurrentHashMap<>();

  PomLicenses(LocalRepositoryManager local) {
    this.local = local;
  }

  /** The licences of a dependency that is no module; nothing where only Maven can tell. */
  Optional<List<String>> of(Artifact artifact) {
    return of(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion(), 0);
  }

  private Optional<List<String>> of(String group, String artifact, String version, int children) {
    if (children > MOST_PARENTS || version == null || !isPlain(version)) {
      return Optional.empty();
    }
    String path =
        local.getPathForLocalArtifact(new DefaultArtifact(group, artifact, "pom", version));
    Path pom = local.getRepository().getBasedir().toPath().resolve(path);
    Optional<List<String>> earlier = known.get(pom);
    if (earlier != null) {
      return earlier;
    }
    Optional<List<String>> licenses = in(pom, children);
    known.put(pom, licenses);
    return licenses;
  }

  private Optional<List<String>> in(Path pom, int children) {
    try (InputStream in = Files.newInputStream(pom)) {
      Model model = new MavenXpp3Reader().read(in, false);
      return model.getLicenses().isEmpty() ? inherited(model, children) : own(model.getLicenses());
    } catch (IOException | XmlPullParserException e) {
      // Maven finds it elsewhere, or can do without.
      return Optional.empty();
    }
  }

  private Optional<List<String>> inherited(Model model, int children) {
    Parent parent = model.getParent();
    return parent == null
        ? Optional.of(List.of())
        : of(parent.getGroupId(), parent.getArtifactId(), parent.getVersion(), children + 1);
  }

  private static Optional<List<String>> own(List<License> licenses) {
    List<String> labels = Licenses.of(licenses);
    return labels.stream().allMatch(label -> !label.contains("${"))
        ? Optional.of(labels)
        : Optional.empty();
  }

  /** Neither a range nor an expression, nor a snapshot, of which there can be several. */
  private static boolean isPlain(String version) {
    return version.indexOf('[') < 0
        && version.indexOf('(') < 0
        && version.indexOf('$') < 0
        && !ArtifactUtils.isSnapshot(version);
  }
}
