package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes templates that deploy the layers of the module with other tools (AWS SAM, CloudFormation and its
 * StackSets, Terraform, the CDK) into {@code target/lambda-layer/templates}; or that tell where published
 * versions are. It needs the layers that {@code package} has built, and no network.
 * @since 1.0.0 */
@Mojo(name = "template", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class TemplateMojo extends AbstractLayerMojo {

  /** Who may use the layer beside its own account: {@code <account>111122223333</account>},
   * {@code <organization>o-a1b2c3d4e5</organization>}, {@code <public/>}, or as a text
   * {@code account:111122223333,organization:o-a1b2c3d4e5,public}. Default: those that
   * {@code package} has written down.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.permissions")
  @Nullable Permissions permissions;

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipTemplate", defaultValue = "false")
  boolean skipTemplate;

  /** Which templates: some of {@code sam}, {@code cloudformation}, {@code stacksets}, {@code terraform} and
   * {@code cdk}, for example {@code sam,terraform}. Default: all that there can be for the content.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.templateFormats")
  @Nullable List<String> templateFormats;

  /** Where the templates' content comes from: {@code file}, the zip on disk; {@code s3}, the object in {@code
   * bucket} that {@code publish} would make there; {@code published}, the versions that {@code publish} has
   * made. Default: {@code s3} where {@code bucket} is set, else {@code file}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.templateContent")
  @Nullable String templateContent;

  /** The bucket for zips, in each layer's region: {@code my-layers-{region}}; {@code {account}} is
   * known too.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.bucket")
  @Nullable String bucket;

  /** What the keys of objects in the bucket begin with.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.keyPrefix", defaultValue = "lambda-layers/")
  String keyPrefix;

  /** How {@code publish} brings the zip to Lambda: with {@code reference} the templates name the object that
   * it leaves in {@code bucket}, else the one that it puts there.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.upload", defaultValue = "auto")
  String upload;

  /** The profile of AWS Signer that {@code publish} signs with: a warning says that no template signs. Default:
   * nothing is signed.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.signingProfile")
  @Nullable String signingProfile;

  /** Where {@code publish} writes ARNs in AWS Systems Manager: a warning says that no template does. Default:
   * none are written.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.ssmParameter")
  @Nullable String ssmParameter;

  /** Whether {@code publish} gives a version the same number in all targets: a warning says that no template
   * does.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.alignVersions", defaultValue = "false")
  boolean alignVersions;

  /** The regions of a stack set, and of the commands in the first lines of templates, for example {@code
   * eu-west-1,us-east-1}; but a {@code bucket} without {@code {region}} serves its own region alone, so several
   * are not in the commands then. Default, and with {@code all}: those that are named when it is deployed.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.regions")
  @Nullable List<String> regions;

  /** Regions to leave out of {@code regions}, for example {@code us-east-1}. Default: none.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.excludeRegions")
  @Nullable List<String> excludeRegions;

  /** The organizational units of a stack set, or an organization's root, for example {@code
   * ou-abcd-11111111,r-abcd}. Default: those that are named when it is deployed.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.organizationalUnits")
  @Nullable List<String> organizationalUnits;

  /** The package of the CDK's classes, for example {@code com.example.layers}. Default: the groupId.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.cdkPackage")
  @Nullable String cdkPackage;

  /** Whether templates may make a SNAPSHOT public.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowPublicSnapshot", defaultValue = "false")
  boolean allowPublicSnapshot;

  @Override
  boolean isGoalSkipped() {
    return skipTemplate;
  }

  @Override
  void run() throws IOException {
    List<LayerDescriptor> layers =
        new LayerModule(project, session, execution, getLog())
            .layers(layerDirectory(), new PomElements(session, execution).permissions(permissions));
    var setup = new TemplateSetup(this);
    new TemplateMessages(getLog()).tell(setup.write(layers));
    if (layers.isEmpty()) {
      getLog().info("This module has no layer to describe.");
    } else {
      setup.warnOfOmissions();
    }
  }
}
