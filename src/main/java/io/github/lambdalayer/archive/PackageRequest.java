package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.ContentRequest;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.lint.LintSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is needed to build a layer.
 *
 * @param content what it is made of
 * @param definition what it is; runtimes that are not configured are derived from the content
 * @param projectVersion the version of the project
 * @param isSnapshot whether that is, for Maven, a version still in development
 * @param compilerRelease the Java release that the project is compiled for; 0 if it says none
 * @param outputTimestamp the time of all entries; a constant without it
 * @param zip where the zip goes
 * @param descriptor where the descriptor goes
 * @param compression how the files stand in the zip
 * @param lint what the user wants to be told of it, and what fails the build
 */
public record PackageRequest(
    ContentRequest content,
    LayerDefinition definition,
    String projectVersion,
    boolean isSnapshot,
    int compilerRelease,
    Optional<Instant> outputTimestamp,
    Path zip,
    Path descriptor,
    Compression compression,
    LintSettings lint) {

  /** A request with what holds where the user says nothing of findings. */
  public PackageRequest(
      ContentRequest content,
      LayerDefinition definition,
      String projectVersion,
      boolean isSnapshot,
      int compilerRelease,
      Optional<Instant> outputTimestamp,
      Path zip,
      Path descriptor) {
    this(
        content,
        definition,
        projectVersion,
        isSnapshot,
        compilerRelease,
        outputTimestamp,
        zip,
        descriptor,
        Compression.AUTO,
        LintSettings.DEFAULT);
  }
}
