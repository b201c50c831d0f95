package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.FileSet;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.codehaus.plexus.util.DirectoryScanner;
import org.jspecify.annotations.Nullable;

/**
 * What {@code <packaging>lambda-layer</packaging>} makes different: the layer of the classifier {@code
 * layer} is the main artifact, and its zip has no classifier.
 */
final class LayerPackaging {

  static final String PACKAGING = "lambda-layer";
  static final String MAIN_CLASSIFIER = "layer";

  /** The execution that the lifecycle brings, and one from the command line. */
  private static final Set<String> MAIN_EXECUTIONS = Set.of("default-package", "default-cli");

  private final PackageMojo mojo;
  private final MavenProject project;

  LayerPackaging(PackageMojo mojo) {
    this.mojo = mojo;
    this.project = mojo.project;
  }

  private boolean isOfLayerPackaging() {
    return PACKAGING.equals(project.getPackaging());
  }

  private boolean isMain() {
    return isOfLayerPackaging() && MAIN_CLASSIFIER.equals(mojo.classifier);
  }

  /** The name of the zip that is built. */
  String zipName() {
    String classifier = isMain() ? "" : "-" + mojo.classifier;
    return project.getBuild().getFinalName() + classifier + ".zip";
  }

  /**
   * Makes sure that nothing is asked for that this packaging cannot do.
   *
   * @throws InvalidInputException if something is
   */
  void check() {
    if (!isOfLayerPackaging()) {
      return;
    }
    refuseSources();
    String id = mojo.execution.getExecutionId();
    if (isMain() && !MAIN_EXECUTIONS.contains(id)) {
      throw new InvalidInputException(
          Messages.format(
              "The execution '%s' builds the layer of the module once more: the packaging"
                  + " lambda-layer runs package (execution 'default-package') and publish by itself."
                  + " Leave the goal out, or give it a <classifier> and a <layerName> of its own.",
              id));
    }
    if (!isMain() && "default-package".equals(id)) {
      throw new InvalidInputException(
          Messages.format(
              "<classifier> is '%s', and with the packaging lambda-layer the zip is the module's"
                  + " main artifact, which has none. Leave <classifier> out, or give it to the"
                  + " execution of a further layer.",
              mojo.classifier));
    }
    if (isMain() && !mojo.attach) {
      throw new InvalidInputException(
          "<attach> is 'false', and with the packaging lambda-layer the zip is the module's main"
              + " artifact, which install and deploy always carry. Leave <attach> out; to keep the"
              + " zip out of Maven repositories, use <packaging>pom</packaging> with the goals"
              + " package and publish in an <execution>.");
    }
  }

  private void refuseSources() {
    Build build = project.getBuild();
    refuse(build.getSourceDirectory(), List.of(), List.of(), "compile");
    refuse(build.getTestSourceDirectory(), List.of(), List.of(), "compile");
    for (FileSet resources :
        Stream.concat(build.getResources().stream(), build.getTestResources().stream()).toList()) {
      refuse(resources.getDirectory(), resources.getIncludes(), resources.getExcludes(), "copy");
    }
  }

  /**
   * Only the module's own folders: what a parent names for all of its modules lies elsewhere, is the
   * module itself (with its licence, say), or was generated.
   */
  private void refuse(
      @Nullable String folder, List<String> includes, List<String> excludes, String action) {
    Path module = project.getBasedir() == null ? null : project.getBasedir().toPath();
    if (folder == null || module == null) {
      return;
    }
    Path sources = module.resolve(folder).normalize();
    boolean isOwn =
        sources.startsWith(module)
            && !sources.equals(module)
            && !sources.startsWith(mojo.buildDirectory.toPath());
    if (isOwn && hasFiles(sources, includes, excludes)) {
      throw new InvalidInputException(
          Messages.format(
              "%s has files, and with the packaging lambda-layer nothing would %s them. For a layer"
                  + " with code of its own use <packaging>jar</packaging> with the goals package and"
                  + " publish in an <execution>; files as they stand belong in src/main/layer.",
              module.relativize(sources), action));
    }
  }

  private static boolean hasFiles(Path folder, List<String> includes, List<String> excludes) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    var scanner = new DirectoryScanner();
    scanner.setBasedir(folder.toFile());
    scanner.setIncludes(includes.isEmpty() ? null : includes.toArray(String[]::new));
    scanner.setExcludes(
        Stream.concat(excludes.stream(), Stream.of("**/.gitkeep")).toArray(String[]::new));
    scanner.addDefaultExcludes();
    scanner.scan();
    return scanner.getIncludedFiles().length > 0;
  }

  /** Makes the zip the main artifact, or attaches it where that is wanted. */
  void attach(LayerZip zip, MavenProjectHelper projectHelper) {
    File file = zip.file().toFile();
    if (isMain()) {
      project.getArtifact().setFile(file);
    } else if (mojo.attach && !isAttached(project, "zip", mojo.classifier)) {
      projectHelper.attachArtifact(project, "zip", mojo.classifier, file);
    }
  }

  /** Says what comes of it that the goal was skipped. */
  void skipped() {
    if (isMain()) {
      mojo.getLog()
          .info(
              "Without its zip this module has no main artifact: the phases install and deploy will"
                  + " say so and fail.");
    }
  }

  /**
   * Whether an artifact is attached already: the phase is reached twice in "mvn package install", and
   * Maven 3.6 would install the file twice.
   */
  static boolean isAttached(MavenProject project, String type, String classifier) {
    return project.getAttachedArtifacts().stream()
        .anyMatch(a -> type.equals(a.getType()) && classifier.equals(a.getClassifier()));
  }
}
