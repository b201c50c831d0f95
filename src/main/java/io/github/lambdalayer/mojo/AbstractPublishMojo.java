package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** Where and how layers are published: what the goals that look at AWS share. */
abstract class AbstractPublishMojo extends AbstractLayerMojo {

  final SettingsDecrypter decrypter;

  /** The regions, for example {@code eu-west-1,us-east-1}, or {@code all}: every region that the
   * account has enabled and that offers Lambda. Default: the region that every AWS tool finds
   * (AWS_REGION, the profile, this machine's own).
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.regions")
  @Nullable List<String> regions;

  /** Regions to leave out of {@code regions}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.excludeRegions")
  @Nullable List<String> excludeRegions;

  /** Whether a well-formed region passes that this release of the plugin does not know.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowUnknownRegions", defaultValue = "false")
  boolean allowUnknownRegions;

  /** The profile of {@code ~/.aws/config} whose credentials and region are used. Default: what every
   * AWS tool finds (environment, AWS_PROFILE, web identity, container and instance roles).
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.profile")
  @Nullable String profile;

  /** A {@code <server>} of Maven's settings whose user is the id of an access key and whose password,
   * which Maven can encrypt, its secret; a {@code <sessionToken>} in its {@code <configuration>} too.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.serverId")
  @Nullable String serverId;

  /** The accounts: {@code <target>} elements with {@code profile} or {@code serverId}, {@code roleArn},
   * {@code externalId}, {@code roleSessionName}, {@code regions} and {@code excludeRegions}, each as far
   * as needed; or a text such as {@code profile:staging,arn:aws:iam::111122223333:role/publisher}.
   * Default: one account, that of the credentials.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.targets")
  @Nullable PlexusConfiguration targets;

  /** A URL in place of those of all AWS services: that of an emulator, for example {@code
   * http://127.0.0.1:4566}. Default: AWS_ENDPOINT_URL and its like, or the region's own.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.endpoint")
  @Nullable String endpoint;

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

  /** How many targets are worked on at a time, 1 to 128.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.threads", defaultValue = "32")
  int threads;

  /** How long, in seconds, a finished publish may take to become visible: after a lost answer the live
   * versions are read so long before it is tried again. 1 to 3600.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.settleTimeout", defaultValue = "30")
  int settleTimeout;

  /** How long, in seconds, what was throttled, lost or not answered is tried again. 1 to 86400.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.retryTimeout", defaultValue = "180")
  int retryTimeout;

  AbstractPublishMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  /** Refuses to work without a network. */
  final void refuseOffline(String goal) {
    if (session.isOffline()) {
      throw new InvalidInputException(
          goal + " needs the network, and Maven is offline (-o). The layer stays built.");
    }
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
}
