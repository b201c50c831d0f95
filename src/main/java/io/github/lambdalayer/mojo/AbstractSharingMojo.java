package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.SharingRule;
import io.github.lambdalayer.operate.VersionSet;
import io.github.lambdalayer.publish.Destinations;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What the goals share that let in and shut out. */
abstract class AbstractSharingMojo extends AbstractOperateMojo {

  /** Whom the layer is for, as {@code publish} takes it: {@code share} lets these in, and {@code revoke} warns
   * of those among them whom it shuts out. Default: those that {@code package} has written down.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.permissions")
  @Nullable Permissions permissions;

  /** The versions: {@code newest}, {@code all}, or numbers such as {@code 3,5-8}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.versions", defaultValue = "newest")
  @Nullable List<String> versions;

  /** Whether it is done; else it is only told.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.yes", defaultValue = "false")
  boolean yes;

  AbstractSharingMojo(SettingsDecrypter decrypter, BuildPluginManager plugins) {
    super(decrypter, plugins);
  }

  @Override
  final boolean isYes() {
    return yes;
  }

  final VersionSet versions() {
    List<String> named = new PomElements(session, execution).list("versions", versions);
    return named.isEmpty() ? VersionSet.NEWEST : VersionSet.parse(named);
  }

  /** Those whom a parameter names that takes no elements. */
  final List<Permission> named(String parameter, @Nullable List<String> injected) {
    return Permissions.parsed(
        parameter, new PomElements(session, execution).list(parameter, injected));
  }

  /** Tells what a rule changes, and changes it if that is wanted. */
  final void bring(SharingRule rule, List<OperatedLayer> layers, Destinations destinations)
      throws IOException, MojoExecutionException {
    warnOfAbsent(
        new SharingRun(rule, new AwsSetup(this).threads(), getLog())
            .run(layers, destinations, isWanted()));
  }
}
