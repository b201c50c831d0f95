package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** How layers are published: what the goals that make versions, or tell what they would make, share. */
abstract class AbstractPublishMojo extends AbstractAwsMojo {

  /** Who may use the layer beside its own account: {@code <account>111122223333</account>},
   * {@code <organization>o-a1b2c3d4e5</organization>}, {@code <public/>}, or as a text
   * {@code account:111122223333,organization:o-a1b2c3d4e5,public}. Default: those that
   * {@code package} has written down.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.permissions")
  @Nullable Permissions permissions;

  /** How the zip gets to Lambda: {@code inline}, {@code s3} through {@code bucket}, {@code reference}
   * from {@code bucket}, where it must then stay, or {@code auto}: inline, but through the bucket where
   * the zip, or what all targets get of it together, is too large for one request.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.upload", defaultValue = "auto")
  String upload;

  /** The bucket for zips, in each layer's region: {@code my-layers-{region}}; {@code {account}} is
   * known too.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.bucket")
  @Nullable String bucket;

  /** What the keys of objects in the bucket begin with.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.keyPrefix", defaultValue = "lambda-layers/")
  String keyPrefix;

  /** Whether objects stay in the bucket after Lambda has copied them.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.keepObject", defaultValue = "false")
  boolean keepObject;

  /** Whether a version is made even where the newest has the same content.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.force", defaultValue = "false")
  boolean force;

  /** Whether a SNAPSHOT may be public.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowPublicSnapshot", defaultValue = "false")
  boolean allowPublicSnapshot;

  /** Whether grants that {@code permissions} does not name are taken back.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.removeOtherGrants", defaultValue = "false")
  boolean removeOtherGrants;

  /** Whether a new version gets the same number in all targets: those that are behind get padding
   * versions, which are deleted afterwards.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.alignVersions", defaultValue = "false")
  boolean alignVersions;

  /** Whether no further target is begun once one has failed.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.failFast", defaultValue = "false")
  boolean failFast;

  /** A path of parameters of AWS Systems Manager, written in each account and region once the version may be
   * used: {@code <path>/latest} and {@code <path>/<number>} hold its ARN. {@code {layerName}}, {@code
   * {region}} and {@code {account}} are known: {@code /layers/{layerName}}. Default: none are written.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.ssmParameter")
  @Nullable String ssmParameter;

  /** The profile of AWS Signer that signs the zip before it is published from {@code bucket}, which must keep
   * versions: its name in each region, or its ARN; {@code /} and ten characters behind it say which version it
   * must have. Default: nothing is signed.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.signingProfile")
  @Nullable String signingProfile;

  /** How long, in seconds, a signing job is waited for. 1 to 86400.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.signingTimeout", defaultValue = "300")
  int signingTimeout;

  /** A file in which the table of ARNs stands in Markdown, for example {@code README.md}: between {@code
   * <!-- lambda-layer:my-layer -->} and {@code <!-- /lambda-layer:my-layer -->}. Default: none.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.arnTable")
  @Nullable String arnTable;

  /** Whether publishing adds ARNs to {@code $GITHUB_OUTPUT} and a table to {@code $GITHUB_STEP_SUMMARY} where
   * these are set.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.gitHubActions", defaultValue = "true")
  boolean gitHubActions;

  /** What is kept of the older versions once all is published: {@code <keep>10</keep>}, {@code
   * <keepYounger>90d</keepYounger>}, {@code <keepGranted>false</keepGranted>}, or as a text {@code
   * keep:10,keepYounger:90d}; what functions use stays in any case. {@code plan} tells what that deletes, and
   * {@code showPolicy} what it needs. Default: all.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.retain")
  @Nullable PlexusConfiguration retain;

  AbstractPublishMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  /** What the module's layers are and where they go; without layers there is nothing to do. */
  final Optional<PublishJob> job() throws IOException {
    List<LayerDescriptor> layers =
        new LayerModule(project, session, execution, getLog())
            .layers(layerDirectory(), new PomElements(session, execution).permissions(permissions));
    if (layers.isEmpty()) {
      getLog().info("This module has no layer to publish.");
      return Optional.empty();
    }
    return Optional.of(PublishJob.of(this, layers));
  }

  /** Publishes, and then deletes what is not retained. */
  final void publish(PublishJobs jobs) throws IOException, MojoExecutionException {
    Optional<String> failure = jobs.publish();
    if (failure.isPresent()) {
      throw new MojoExecutionException(failure.get() + hint(""));
    }
    jobs.retain();
  }
}
