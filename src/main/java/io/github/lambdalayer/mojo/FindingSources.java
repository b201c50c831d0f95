package io.github.lambdalayer.mojo;

import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.output.FindingsFiles.Source;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.project.MavenProject;

/**
 * The lines of a project's sources that findings are about: that of the dependency which brought an
 * artifact, or a file of the content directory.
 */
final class FindingSources {

  private final MavenProject project;
  private final Path start;
  private final Path root;

  FindingSources(MavenProject project, MavenSession session) {
    this.project = project;
    Path folder = project.getBasedir() == null ? Path.of("") : project.getBasedir().toPath();
    this.start = folder.toAbsolutePath().normalize();
    this.root = root(start, session);
  }

  /** Code hosts count from the root of the repository; where there is none, from that of the build. */
  private static Path root(Path start, MavenSession session) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    File build = session.getRequest().getMultiModuleProjectDirectory();
    return build != null && start.startsWith(build.toPath().toAbsolutePath().normalize())
        ? build.toPath().toAbsolutePath().normalize()
        : start;
  }

  /** The path of the module from the root of the sources, with {@code /}; empty where it is that root. */
  String module() {
    return relative(start).orElse("");
  }

  /** The source of a finding; the POM where nothing closer is known. */
  Source of(Finding finding) {
    return finding
        .place()
        .file()
        .flatMap(file -> relative(Path.of(file)))
        .map(file -> new Source(file, 1))
        .or(() -> finding.place().direct().flatMap(this::declaration))
        .orElseGet(() -> new Source(pom(), 1));
  }

  private String pom() {
    File pom = project.getFile();
    return pom == null ? "pom.xml" : relative(pom.toPath()).orElse("pom.xml");
  }

  /** Where the POM, or a parent's in the same sources, declares a dependency. */
  private Optional<Source> declaration(String module) {
    return project.getDependencies().stream()
        .filter(
            dependency -> module.equals(dependency.getGroupId() + ":" + dependency.getArtifactId()))
        .findFirst()
        .flatMap(FindingSources::location)
        .flatMap(
            location ->
                relative(Path.of(location.getSource().getLocation()))
                    .map(file -> new Source(file, location.getLineNumber())));
  }

  private static Optional<InputLocation> location(Dependency dependency) {
    return Optional.ofNullable(dependency.getLocation("artifactId"))
        .or(() -> Optional.ofNullable(dependency.getLocation("")))
        .filter(location -> location.getLineNumber() > 0)
        .filter(location -> location.getSource() != null)
        .filter(location -> location.getSource().getLocation() != null);
  }

  /** What is not among the sources (a parent from a repository, say) is no place of theirs. */
  private Optional<String> relative(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root)
        ? Optional.of(root.relativize(absolute).toString().replace('\\', '/'))
        : Optional.empty();
  }
}
