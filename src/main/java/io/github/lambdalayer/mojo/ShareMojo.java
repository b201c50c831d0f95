package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.SharingRule;
import io.github.lambdalayer.operate.VersionSet;
import io.github.lambdalayer.publish.Destinations;
import java.util.List;
import javax.inject.Inject;
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
public final class ShareMojo extends AbstractOperateMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipShare", defaultValue = "false")
  boolean skipShare;

  /** The versions: {@code newest}, {@code all}, or numbers such as {@code 3,5-8}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.versions", defaultValue = "newest")
  @Nullable List<String> versions;

  /** Who is let in, in place of {@code permissions}, for example {@code account:111122223333}. Default:
   * {@code permissions}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.with")
  @Nullable List<String> with;

  /** Whether grants of the same versions that are not wanted are taken back.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.removeOtherGrants", defaultValue = "false")
  boolean removeOtherGrants;

  /** Whether a version of a SNAPSHOT may be public.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowPublicSnapshot", defaultValue = "false")
  boolean allowPublicSnapshot;

  /** Whether it is done; else it is only told.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.yes", defaultValue = "false")
  boolean yes;

  /** Called by Maven. */
  @Inject
  public ShareMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean isGoalSkipped() {
    return skipShare;
  }

  @Override
  void operate(List<OperatedLayer> layers, Destinations destinations)
      throws MojoExecutionException {
    var pom = new PomElements(session, execution);
    List<Permission> given = Permissions.parsed(pom.list("with", with));
    refuseNobody(layers, given);
    List<String> named = pom.list("versions", versions);
    var rule =
        SharingRule.share(
            named.isEmpty() ? VersionSet.NEWEST : VersionSet.parse(named),
            given,
            removeOtherGrants,
            allowPublicSnapshot);
    new SharingRun(rule, new AwsSetup(this).threads(), getLog()).run(layers, destinations, yes);
  }

  private void refuseNobody(List<OperatedLayer> layers, List<Permission> given) {
    for (OperatedLayer layer : layers) {
      if (given.isEmpty() && layer.permissions().isEmpty() && !removeOtherGrants) {
        throw new InvalidInputException(
            Messages.format(
                "Nothing says whom %s is shared with: set <permissions> in the POM, or"
                    + " -DlambdaLayer.with=account:111122223333.",
                layer.name()));
      }
    }
  }
}
