package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.SharingRule;
import io.github.lambdalayer.publish.Destinations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Brings who may use versions of a layer to what {@code permissions} wants: of the newest version, of
 * named ones, or of all, for example once a new partner is let in. Without {@code yes} it tells what it
 * would change.
 * @since 1.0.0 */
@Mojo(name = "share", requiresProject = false, threadSafe = true)
public final class ShareMojo extends AbstractSharingMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipShare", defaultValue = "false")
  boolean skipShare;

  /** Who is let in, for example {@code account:111122223333}: {@code permissions} and {@code
   * removeOtherGrants} do not count then. Default: {@code permissions}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.with")
  @Nullable List<String> with;

  /** Whether grants of the same versions that {@code permissions} does not name are taken back.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.removeOtherGrants", defaultValue = "false")
  boolean removeOtherGrants;

  /** Whether a version of a SNAPSHOT may be public.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowPublicSnapshot", defaultValue = "false")
  boolean allowPublicSnapshot;

  /** Called by Maven. */
  @Inject
  public ShareMojo(SettingsDecrypter decrypter, BuildPluginManager plugins) {
    super(decrypter, plugins);
  }

  @Override
  boolean isGoalSkipped() {
    return skipShare;
  }

  @Override
  List<OperatedLayer> resolved(List<OperatedLayer> layers) throws IOException {
    refuseRemovalWithNamed();
    var wanted = new WantedPermissions(this);
    var resolved = new ArrayList<OperatedLayer>();
    for (OperatedLayer layer : layers) {
      resolved.add(
          new OperatedLayer(
              layer.name(), wanted(wanted, layer.name()), wanted.snapshots(layer.name())));
    }
    return resolved;
  }

  private List<Permission> wanted(WantedPermissions pom, LayerName layer) {
    if (!with().isEmpty()) {
      return List.of();
    }
    Optional<List<Permission>> wanted = pom.of(layer);
    boolean isForNobody = removeOtherGrants && wanted.isPresent();
    if (wanted.orElse(List.of()).isEmpty() && !isForNobody) {
      throw new InvalidInputException(
          Messages.format(
              "Nothing says whom %s is shared with: set <permissions> in the POM, or"
                  + " -DlambdaLayer.with=account:111122223333.",
              layer));
    }
    return wanted.orElseThrow();
  }

  /** Whoever lets one partner in does not mean to shut the others out, whatever publish is told. */
  private void refuseRemovalWithNamed() {
    if (with().isEmpty() || !removeOtherGrants) {
      return;
    }
    if (session.getUserProperties().containsKey("lambdaLayer.removeOtherGrants")) {
      throw new InvalidInputException(
          "<with> only lets in, and -DlambdaLayer.removeOtherGrants would shut all others out: leave one"
              + " of them out.");
    }
    getLog().info("<removeOtherGrants> of the POM does not count here, for <with> only lets in.");
  }

  private List<Permission> with() {
    return named("with", with);
  }

  @Override
  void operate(List<OperatedLayer> layers, Destinations destinations)
      throws IOException, MojoExecutionException {
    bring(
        SharingRule.share(versions(), with(), removeOtherGrants, allowPublicSnapshot),
        layers,
        destinations);
  }
}
