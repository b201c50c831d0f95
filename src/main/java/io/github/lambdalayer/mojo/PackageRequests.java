package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.Compression;
import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.archive.PackageRequest;
import io.github.lambdalayer.content.ContentRequest;
import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.content.JarEntries;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.archiver.MavenArchiver;
import org.apache.maven.artifact.ArtifactUtils;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of {@link PackageMojo} into one immutable request. */
final class PackageRequests {

  private static final Pattern CLASSIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final PackageMojo mojo;
  private final PomElements elements;

  PackageRequests(PackageMojo mojo) {
    this.mojo = mojo;
    this.elements = new PomElements(mojo.session, mojo.execution);
  }

  PackageRequest request() throws IOException {
    checkClassifier();
    new LayerPackaging(mojo).check();
    checkContentDirectory();
    // What can be refused at once is refused before dependencies are looked at.
    LayerDefinition definition = definition();
    Optional<Instant> outputTimestamp = outputTimestamp();
    var filter =
        new DependencyFilter(
            elements.list("includes", mojo.includes), elements.list("excludes", mojo.excludes));
    var mappings = new Mappings(new Expressions(mojo.session, mojo.execution)).read(mojo.mappings);
    var artifacts =
        new ProjectArtifacts(mojo.project, mojo.session, mojo.repository, mojo.getLog())
            .collect(mojo.includeProject, filter, mappings);
    return new PackageRequest(
        new ContentRequest(
            artifacts.classPath(),
            artifacts.placed(),
            mojo.contentDirectory.toPath(),
            elements.list("executables", mojo.executables),
            filtering(),
            nativeLibraries(),
            jarEntries(),
            mojo.layerDirectory().resolve(".work-" + mojo.classifier)),
        definition,
        mojo.project.getVersion(),
        ArtifactUtils.isSnapshot(mojo.project.getVersion()),
        CompilerRelease.of(mojo.project, mojo.session),
        outputTimestamp,
        mojo.buildDirectory.toPath().resolve(new LayerPackaging(mojo).zipName()),
        mojo.layerDirectory().resolve(mojo.classifier + ".json"),
        compression(),
        new LintParameters(mojo).read(mojo.lint, mojo.failOn));
  }

  private Filtering filtering() {
    return new Filtering(
        elements.list("filteredFiles", mojo.filteredFiles),
        sourceEncoding(),
        new FilterValues(mojo.project, mojo.session, mojo.execution));
  }

  /** UTF-8 without one: the machine's own would give other bytes elsewhere. */
  private Charset sourceEncoding() {
    String name =
        mojo.project.getProperties().getProperty("project.build.sourceEncoding", "").trim();
    try {
      return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Messages.format(
              "<project.build.sourceEncoding> is '%s', which is no encoding. Set it to UTF-8, say.",
              name),
          e);
    }
  }

  private NativeLibraries nativeLibraries() {
    return switch (mojo.nativeLibraries) {
      case "keep" -> NativeLibraries.KEEP;
      case "strip" -> NativeLibraries.STRIP;
      default ->
          throw new InvalidInputException(
              Messages.format(
                  "<nativeLibraries> is '%s': write keep, or strip to leave out of JARs what the"
                      + " layer's architectures cannot load.",
                  mojo.nativeLibraries));
    };
  }

  private JarEntries jarEntries() {
    return switch (mojo.jars) {
      case "keep" -> JarEntries.KEEP;
      case "repack" -> JarEntries.REPACK;
      default ->
          throw new InvalidInputException(
              Messages.format(
                  "<jars> is '%s': write keep, or repack to store what is deflated in them.",
                  mojo.jars));
    };
  }

  private Compression compression() {
    return switch (mojo.compression) {
      case "auto" -> Compression.AUTO;
      case "store" -> Compression.STORE;
      case "deflate" -> Compression.DEFLATE;
      default ->
          throw new InvalidInputException(
              Messages.format(
                  "<compression> is '%s': write auto, store, or deflate.", mojo.compression));
    };
  }

  private LayerDefinition definition() {
    return new LayerDefinition(
        new LayerName(mojo.layerName),
        Objects.requireNonNullElse(
            Parameters.text(mojo.description),
            mojo.project.getArtifactId() + " " + mojo.project.getVersion()),
        licenseInfo(),
        elements.list("compatibleRuntimes", mojo.compatibleRuntimes).stream()
            .map(LambdaRuntime::new)
            .toList(),
        !elements.list("compatibleRuntimes", mojo.compatibleRuntimes).isEmpty(),
        elements.list("compatibleArchitectures", mojo.compatibleArchitectures).stream()
            .map(Architecture::parse)
            .toList(),
        elements.permissions(mojo.permissions));
  }

  private @Nullable String licenseInfo() {
    String configured = Parameters.text(mojo.licenseInfo);
    return configured == null
        ? Parameters.text(String.join(", ", Licenses.of(mojo.project.getLicenses())))
        : configured;
  }

  private Optional<Instant> outputTimestamp() {
    try {
      return MavenArchiver.parseBuildOutputTimestamp(mojo.outputTimestamp);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Messages.format(
              "<outputTimestamp> is '%s', which is no time. Set <project.build.outputTimestamp> to"
                  + " a time such as 2026-01-01T00:00:00Z, or to seconds since 1970.",
              mojo.outputTimestamp),
          e);
    }
  }

  /** The conventional folder need not exist; one that was named must. */
  private void checkContentDirectory() {
    File conventional = new File(mojo.project.getBasedir(), "src/main/layer");
    File named = mojo.contentDirectory;
    if (!named.getAbsoluteFile().equals(conventional.getAbsoluteFile()) && !named.isDirectory()) {
      throw new InvalidInputException(
          Messages.format(
              "<contentDirectory> is '%s', which is no folder. Name one that exists, or leave it out"
                  + " for src/main/layer.",
              named));
    }
  }

  private void checkClassifier() {
    boolean taken = DescriptorFile.isTaken(mojo.classifier + ".json");
    if (!CLASSIFIER.matcher(mojo.classifier).matches() || taken) {
      throw new InvalidInputException(
          Messages.format(
              "<classifier> is '%s': use letters, digits, '.', '_' and '-', and not 'published',"
                  + " 'plan' or 'lambda-layers', which name other documents.",
              mojo.classifier));
    }
  }
}
