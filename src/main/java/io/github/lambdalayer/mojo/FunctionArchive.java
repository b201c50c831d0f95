package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.archive.LayerZipReader;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Rule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** Finds what a function is deployed as. */
final class FunctionArchive {

  /** What is attached beside a function and is not deployed. */
  private static final Set<String> BESIDE =
      Set.of("sources", "test-sources", "javadoc", "test-javadoc", "tests", "src", "project");

  private final CheckMojo mojo;
  private final MavenProject project;

  FunctionArchive(CheckMojo mojo) {
    this.mojo = mojo;
    this.project = mojo.project;
  }

  /**
   * An archive with what is in it.
   *
   * @param file the file
   * @param contents its directory
   */
  record Found(Path file, LayerContents contents) {

    long unzippedSize() {
      return contents.entries().stream().mapToLong(LayerContents.Entry::size).sum();
    }
  }

  /**
   * What {@code <archive>} names; else the only zip that is attached; else the project's main artifact.
   *
   * @return nothing where the build has not made it, or makes none
   * @throws InvalidInputException if what is named is not there, or is no zip
   */
  Optional<Found> find() throws IOException {
    File given = mojo.archive;
    if (given != null) {
      if (!given.isFile()) {
        throw new InvalidInputException(
            Messages.format(
                "<archive> is '%s', and there is no such file. Run the phase that makes it (mvn"
                    + " package), or name the JAR or zip that is deployed as the function.",
                given));
      }
      return Optional.of(read(given.toPath()));
    }
    List<Found> zips = attachedZips();
    if (zips.size() == 1) {
      return Optional.of(zips.get(0));
    }
    if (zips.size() > 1) {
      mojo.getLog()
          .info(
              Messages.format(
                  "Several zips are attached (%s): <archive> says which of them is the function's, if"
                      + " the main artifact is not.",
                  String.join(", ", zips.stream().map(zip -> name(zip.file())).toList())));
    }
    File main = project.getArtifact() == null ? null : project.getArtifact().getFile();
    return main == null || !main.isFile()
        ? Optional.empty()
        : Optional.of(read(main.toPath())).filter(found -> !isLayer(found));
  }

  private List<Found> attachedZips() throws IOException {
    var zips = new ArrayList<Found>();
    for (Artifact attached : project.getAttachedArtifacts()) {
      File file = attached.getFile();
      if (file != null
          && file.getName().endsWith(".zip")
          && file.isFile()
          && !BESIDE.contains(Objects.requireNonNullElse(attached.getClassifier(), ""))) {
        Found zip = read(file.toPath());
        if (!isLayer(zip)) {
          zips.add(zip);
        }
      }
    }
    return zips;
  }

  /** A module can build a layer beside its function. */
  private static boolean isLayer(Found zip) {
    return !zip.contents().documents().isEmpty();
  }

  private static Found read(Path file) throws IOException {
    return new Found(file, LayerZipReader.read(file));
  }

  /** Says that there is none. */
  Finding missing() {
    boolean isPom = "pom".equals(project.getPackaging());
    return Rule.UNCHECKED.found(
        Messages.format(
            "%s has no archive%s: sizes and classes of the function were not looked at.",
            project.getArtifactId(), isPom ? ", for its packaging is pom" : " yet"),
        isPom
            ? "Name the JAR or zip that is deployed in <archive>."
            : "Run a phase that makes it (mvn verify), or name it in <archive>.");
  }

  /** The file's name. */
  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
