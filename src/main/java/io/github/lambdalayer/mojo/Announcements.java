package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.output.ArnTable;
import io.github.lambdalayer.output.GitHubFiles;
import io.github.lambdalayer.output.ResultFiles;
import io.github.lambdalayer.publish.PublishResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Who else is told what was published: a file of the user's, and GitHub Actions. */
final class Announcements {

  private static final String KEY = "io.github.lambdalayer.gitHubFiles";

  private final @Nullable ArnTable table;
  private final @Nullable GitHubFiles gitHub;

  private Announcements(@Nullable ArnTable table, @Nullable GitHubFiles gitHub) {
    this.table = table;
    this.gitHub = gitHub;
  }

  /** As the parameters of a goal say. */
  static Announcements of(AbstractPublishMojo mojo) {
    return new Announcements(
        table(mojo).orElse(null), mojo.gitHubActions ? gitHub(mojo.session) : null);
  }

  private static Optional<ArnTable> table(AbstractPublishMojo mojo) {
    String file = Parameters.text(mojo.arnTable);
    if (file == null) {
      return Optional.empty();
    }
    File basedir = mojo.project.getBasedir();
    Path folder =
        basedir == null ? Path.of(mojo.session.getExecutionRootDirectory()) : basedir.toPath();
    return Optional.of(new ArnTable(folder.resolve(file)));
  }

  /** One for all modules: what is told only once must be told of all of them. */
  private static synchronized GitHubFiles gitHub(MavenSession session) {
    MavenProject top = session.getTopLevelProject();
    if (top.getContextValue(KEY) instanceof GitHubFiles files) {
      return files;
    }
    var files = new GitHubFiles(System.getenv());
    top.setContextValue(KEY, files);
    return files;
  }

  /** Makes sure that layers can be told of, before any is published. */
  void check(List<LayerDescriptor> layers) throws IOException {
    if (table != null) {
      for (LayerDescriptor layer : layers) {
        table.check(layer.definition().name());
      }
    }
  }

  /** Tells what was published. */
  void write(List<PublishResult> results, ResultFiles files) throws IOException {
    if (gitHub != null) {
      gitHub.add(results);
    }
    if (table != null) {
      for (PublishResult result : results) {
        table.write(result.layerName(), files);
      }
    }
  }
}
