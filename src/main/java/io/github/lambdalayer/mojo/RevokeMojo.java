package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.SharingRule;
import io.github.lambdalayer.publish.Destinations;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Takes grants back: of the newest version of a layer, of named ones, or of all. Functions that have the
 * version already go on working. Without {@code yes} it tells what it would take back.
 * @since 1.0.0 */
@Mojo(name = "revoke", requiresProject = false, threadSafe = true)
public final class RevokeMojo extends AbstractSharingMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipRevoke", defaultValue = "false")
  boolean skipRevoke;

  /** Who is shut out, for example {@code account:111122223333,public}. It is never taken from {@code
   * permissions}, which says whom the layer is for.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.from")
  @Nullable List<String> from;

  /** Called by Maven. */
  @Inject
  public RevokeMojo(SettingsDecrypter decrypter, BuildPluginManager plugins) {
    super(decrypter, plugins);
  }

  @Override
  boolean isGoalSkipped() {
    return skipRevoke;
  }

  @Override
  void operate(List<OperatedLayer> layers, Destinations destinations)
      throws IOException, MojoExecutionException {
    List<Permission> shutOut = named("from", from);
    if (shutOut.isEmpty()) {
      throw new InvalidInputException(
          "Nothing says whose grant is taken back: set -DlambdaLayer.from=account:111122223333.");
    }
    bring(SharingRule.revoke(versions(), shutOut), layers, destinations);
    warnOfWanted(layers, shutOut);
  }

  private void warnOfWanted(List<OperatedLayer> layers, List<Permission> shutOut)
      throws IOException {
    try {
      var pom = new WantedPermissions(this);
      layers.forEach(layer -> warnOfWanted(layer, pom.possible(layer.name()), shutOut));
    } catch (InvalidInputException e) {
      // What was to be taken back is: whom the POM wants is another matter.
      getLog().warn(e.getMessage());
    }
  }

  /** The next publishing would let them in again. */
  private void warnOfWanted(
      OperatedLayer layer, List<Permission> possible, List<Permission> shutOut) {
    List<Permission> wanted = possible.stream().filter(shutOut::contains).toList();
    if (!wanted.isEmpty()) {
      getLog()
          .warn(
              Messages.format(
                  "<permissions> of %s still has %s: publish and share grant it again. Take it out of"
                      + " the POM too.",
                  layer.name(), wanted));
    }
  }
}
