package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** Which accounts and regions, and how they are reached: what the goals that call AWS share. */
abstract class AbstractAwsMojo extends AbstractLayerMojo {

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

  AbstractAwsMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  /** Refuses to work without a network. */
  final void refuseOffline(String goal) {
    if (session.isOffline()) {
      throw new InvalidInputException(
          goal + " needs the network, and Maven is offline (-o). Leave out -o.");
    }
  }
}
