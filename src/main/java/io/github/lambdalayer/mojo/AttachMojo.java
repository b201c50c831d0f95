package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.AttachRequest;
import io.github.lambdalayer.operate.FunctionChoice;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.VersionChoice;
import io.github.lambdalayer.publish.Destinations;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Moves functions to a version of their layer, forwards or back: all of them, or none. When one fails,
 * all get back the layers that they had. Without {@code yes} it tells what it would change.
 * @since 1.0.0 */
@Mojo(name = "attach", requiresProject = false, threadSafe = true)
public final class AttachMojo extends AbstractOperateMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipAttach", defaultValue = "false")
  boolean skipAttach;

  /** The functions: names, patterns such as {@code orders-*}, and tags such as {@code tag:team=web}, for
   * example {@code orders-*,!orders-old}; {@code !} leaves out. Of what patterns and tags choose, those that
   * use the layer; {@code *} is all of these.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.functions")
  @Nullable List<String> functions;

  /** The version: a number such as {@code 11}, to go back too; one for each region such as {@code
   * eu-west-1=11,us-east-1=7}; or {@code none} to take the layer away. Default: what this project has
   * published there last, by {@code published.json}, else the newest.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.version")
  @Nullable List<String> version;

  /** The account that has the layer, for example {@code 111122223333}. Default: that of the functions.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.owner")
  @Nullable String owner;

  /** Whether functions that do not use the layer yet get it too, behind their other layers.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.add", defaultValue = "false")
  boolean add;

  /** An event that each function is invoked with once it has the version: a file, or JSON such as {@code
   * {"ping":true}}. A function that fails then counts as failed. Default: none is invoked.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.testEvent")
  @Nullable String testEvent;

  /** How long, in seconds, the update of one function may take. 1 to 3600.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.updateTimeout", defaultValue = "300")
  int updateTimeout;

  /** Whether functions pass that could not be put back, because the version that they have was deleted.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowDeleted", defaultValue = "false")
  boolean allowDeleted;

  /** Whether it is done; else it is only told.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.yes", defaultValue = "false")
  boolean yes;

  /** Called by Maven. */
  @Inject
  public AttachMojo(SettingsDecrypter decrypter, BuildPluginManager plugins) {
    super(decrypter, plugins);
  }

  @Override
  boolean isGoalSkipped() {
    return skipAttach;
  }

  @Override
  boolean isYes() {
    return yes;
  }

  /** Functions that are chosen for one layer need not use that of another module. */
  @Override
  void refuseSeveral(List<MavenProject> modules) {
    if (modules.size() > 1) {
      throw new InvalidInputException(
          Messages.format(
              "attach moves the functions of one module's layers, so that it can put all of them back, and"
                  + " several have layers: %s. Say which is meant with -pl :%s, or name the layer with"
                  + " -DlambdaLayer.layerName.",
              Messages.and(modules.stream().map(MavenProject::getArtifactId).toList()),
              modules.get(0).getArtifactId()));
    }
  }

  @Override
  void operate(List<OperatedLayer> layers, Destinations destinations)
      throws IOException, MojoExecutionException, MojoFailureException {
    String goal = execution.getPlugin().getId() + ":" + execution.getGoal();
    new AttachRun(request(layers), layerDirectory(), goal, getLog()).run(destinations, isWanted());
  }

  private AttachRequest request(List<OperatedLayer> layers) throws IOException {
    var pom = new PomElements(session, execution);
    var setup = new AttachSetup(this);
    List<LayerName> names = layers.stream().map(OperatedLayer::name).toList();
    return new AttachRequest(
        names,
        FunctionChoice.parse(pom.list("functions", functions)),
        VersionChoice.parse(pom.list("version", version)),
        setup.owner(),
        add,
        allowDeleted,
        setup.event(),
        setup.timeout(),
        setup.published(),
        layerDirectory(),
        new AwsSetup(this).threads());
  }
}
