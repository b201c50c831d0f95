package io.github.lambdalayer.mojo;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.internal.impl.SimpleLocalRepositoryManagerFactory;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.NoLocalRepositoryManagerException;

/** Maven's own objects for tests. */
final class SampleProjects {

  private SampleProjects() {}

  /** One of {@code groupId:artifactId:version[:classifier]}, a JAR. */
  static Artifact jar(String coordinates) {
    return artifact(coordinates, "jar", "jar");
  }

  /** One of {@code groupId:artifactId:version[:classifier]}. */
  static Artifact artifact(String coordinates, String type, String extension) {
    String[] parts = coordinates.split(":", -1);
    var handler = new DefaultArtifactHandler(type);
    handler.setExtension(extension);
    handler.setAddedToClasspath(!type.equals("java-source"));
    return new DefaultArtifact(
        parts[0],
        parts[1],
        parts[2],
        Artifact.SCOPE_RUNTIME,
        type,
        parts.length > 3 ? parts[3] : null,
        handler);
  }

  /** The same with a file. */
  static Artifact withFile(Artifact artifact, File file) {
    artifact.setFile(file);
    return artifact;
  }

  /** A project of packaging {@code jar}. */
  static MavenProject project(String groupId, String artifactId, String version) {
    var project = new MavenProject();
    project.setGroupId(groupId);
    project.setArtifactId(artifactId);
    project.setVersion(version);
    project.setArtifact(jar(groupId + ":" + artifactId + ":" + version));
    return project;
  }

  /** A session over projects, with these on the command line. */
  @SuppressWarnings("deprecation")
  static MavenSession session(Properties userProperties, MavenProject... projects) {
    var request = new DefaultMavenExecutionRequest();
    request.setUserProperties(userProperties);
    var repositories = new DefaultRepositorySystemSession();
    repositories.setLocalRepositoryManager(local(Path.of("target", "empty-repository")));
    var session = new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
    session.setProjects(List.of(projects));
    session.setAllProjects(List.of(projects));
    return session;
  }

  /** A local repository, which need not be there. */
  @SuppressWarnings("deprecation")
  static LocalRepositoryManager local(Path folder) {
    try {
      return new SimpleLocalRepositoryManagerFactory()
          .newInstance(new DefaultRepositorySystemSession(), new LocalRepository(folder.toFile()));
    } catch (NoLocalRepositoryManagerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Properties of names and values in turn. */
  static Properties properties(String... namesAndValues) {
    var properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return properties;
  }
}
