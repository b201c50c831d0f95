package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerPackager;
import io.github.lambdalayer.archive.PackageRequest;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.lint.FindingsException;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Builds the layer: the project's JAR and its run-time dependencies in {@code java/lib}, the tree of
 * {@code src/main/layer} at the root, in a zip that is the same for the same input.
 * @since 1.0.0 */
@Mojo(
    name = "package",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class PackageMojo extends AbstractPackageMojo {

  private final MavenProjectHelper projectHelper;
  final RepositorySystem repository;

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipPackage", defaultValue = "false")
  boolean skipPackage;

  /** The layer's name: 1 to 140 letters, digits, {@code -} and {@code _}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.layerName", defaultValue = "${project.artifactId}")
  String layerName;

  /** What a version is described as, in at most 256 characters; a version that is kept because its
   * content has not changed keeps its description too. Default: artifactId and version.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.description")
  @Nullable String description;

  /** The licence: an SPDX identifier, a URL or a text of at most 512 characters. Default: the names
   * of the POM's {@code <licenses>}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.licenseInfo")
  @Nullable String licenseInfo;

  /** The runtimes that can use the layer, at most 15, for example {@code java21}. Default: those that
   * look into its folders; of the Java runtimes those that run the newest class file in
   * {@code java/lib}, none older than {@code maven.compiler.release}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.compatibleRuntimes")
  @Nullable List<String> compatibleRuntimes;

  /** The architectures it works on: {@code x86_64}, {@code arm64}. Default: those that all native code
   * in it allows; nothing is said where there is none.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.compatibleArchitectures")
  @Nullable List<String> compatibleArchitectures;

  /** The classifier of the attached zip and the end of its name; each layer of a project has its own.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.classifier", defaultValue = "layer")
  String classifier;

  /** Whether the zip is attached, so that {@code install} and {@code deploy} carry it.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.attach", defaultValue = "true")
  boolean attach;

  /** The time of all entries, in ISO 8601 or seconds since 1970, from 1980 to 2107.
   * @since 1.0.0 */
  @Parameter(defaultValue = "${project.build.outputTimestamp}")
  @Nullable String outputTimestamp;

  /** Called by Maven. */
  @Inject
  public PackageMojo(MavenProjectHelper projectHelper, RepositorySystem repository) {
    this.projectHelper = projectHelper;
    this.repository = repository;
  }

  @Override
  boolean isGoalSkipped() {
    return skipPackage;
  }

  @Override
  void skipped() {
    new SplitLayers(this).addNone(BuiltLayers.begin(project));
    new LayerPackaging(this).skipped();
  }

  @Override
  void run() throws IOException {
    var request = new PackageRequests(this).request();
    var built = BuiltLayers.begin(project);
    built.claim(classifier, execution.getExecutionId());
    built.claimName(request.definition().name(), execution.getExecutionId());
    new SplitLayers(this).add(built, request);
    var packaged = pack(request);
    packaged.leftOut().forEach(f -> getLog().info("Left out by Maven's default excludes: " + f));
    packaged.notes().forEach(getLog()::info);
    new LayerPackaging(this).attach(packaged.descriptor().zip(), projectHelper);
    built.add(classifier, request.descriptor());
    LayersMetadata.begin(project)
        .add(classifier, packaged.descriptor())
        .attach(layerDirectory(), projectHelper);
    getLog().info(packaged.summary());
  }

  private LayerPackager.Packaged pack(PackageRequest request) throws IOException {
    var found = new ProjectFindings(this, "package", request.definition().name().value());
    try {
      var packaged = new LayerPackager().pack(request);
      found.tell(packaged.findings());
      return packaged;
    } catch (FindingsException e) {
      found.writeBeside(e.findings());
      throw e;
    } catch (InvalidInputException e) {
      found.forget();
      throw e;
    }
  }
}
