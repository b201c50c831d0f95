package io.github.lambdalayer.mojo;

import io.github.lambdalayer.operate.LiveNumbers;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.publish.Destination;
import io.github.lambdalayer.publish.Destinations;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What the goals share that look after published layers: which ones. They need no project. */
abstract class AbstractOperateMojo extends AbstractAwsMojo {

  private final BuildPluginManager plugins;

  /** The layers, for example {@code my-layer,my-other-layer}. Default: those that {@code package} has
   * built in this project, else those that its POM builds.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.layerName")
  @Nullable List<String> layerName;

  AbstractOperateMojo(SettingsDecrypter decrypter, BuildPluginManager plugins) {
    super(decrypter);
    this.plugins = plugins;
  }

  @Override
  final void run() throws IOException, MojoExecutionException, MojoFailureException {
    var every = new EveryModule(this);
    List<MavenProject> others = others(every);
    if (isNamedByHand() && !others.isEmpty()) {
      every.refuse(every.call(plugins, others));
      return;
    }
    refuseSeveral(every.withLayers(Stream.concat(Stream.of(project), others.stream())));
    List<String> failed;
    try {
      operate();
    } finally {
      // What stands in the way here does not in other modules.
      failed = every.call(plugins, others);
    }
    every.refuse(failed);
  }

  @Override
  final void skipped() throws MojoExecutionException {
    var every = new EveryModule(this);
    List<MavenProject> others = others(every);
    refuseSeveral(every.withLayers(others.stream()));
    every.refuse(every.call(plugins, others));
  }

  /** Layers that the command line names are looked after once: by the module that builds them, if one does. */
  private List<MavenProject> others(EveryModule every) {
    return isNamedByHand() ? every.builder(Parameters.list(layerName)) : every.others();
  }

  private boolean isNamedByHand() {
    return !new PluginConfiguration(project, session, execution).layersOfTheBuild().isEmpty();
  }

  /** Refuses more than one module at a time, where that cannot be done. */
  void refuseSeveral(List<MavenProject> modules) {}

  private void operate() throws IOException, MojoExecutionException, MojoFailureException {
    List<OperatedLayer> found = new OperatedLayers(this).find();
    if (found.isEmpty()) {
      return;
    }
    List<OperatedLayer> layers = resolved(found);
    refuseOffline(execution.getGoal());
    warnOfNoPreview();
    var aws = new AwsSetup(this);
    List<Destination> destinations = aws.destinations();
    aws.warnOfRegions(destinations);
    try (var open = Destinations.open(destinations, aws.settings(), getLog()::warn)) {
      operate(layers, open);
    }
  }

  /** Whether {@code yes} is set. */
  boolean isYes() {
    return false;
  }

  /** Whether it is done, and not only told: never where the command line says no, whatever the POM has. */
  final boolean isWanted() {
    String given = yesOfCommandLine();
    return isYes() && (given == null || Parameters.flag("yes", given));
  }

  private @Nullable String yesOfCommandLine() {
    return Parameters.text(session.getUserProperties().getProperty("lambdaLayer.yes"));
  }

  /** Who calls a goal by hand expects to see first what it would do. */
  final void warnOfNoPreview() {
    if (isYes() && !isWanted()) {
      getLog().warn("A preview, for the command line says no, though the POM has <yes>.");
    } else if (isYes()
        && execution.getExecutionId().equals("default-cli")
        && yesOfCommandLine() == null) {
      getLog()
          .warn(
              "<yes> is set in the POM or the settings for all goals, so this one does what it would else"
                  + " only tell. Set it in single executions, or on the command line.");
    }
  }

  /** Warns of layers that no target has. */
  final void warnOfAbsent(List<? extends LiveNumbers> places) throws IOException {
    new NothingThere(places).warn(new OperatedLayers(this).own(), getLog());
  }

  /** The same layers, with what else the goal must know of them before it calls AWS. */
  List<OperatedLayer> resolved(List<OperatedLayer> layers) throws IOException {
    return layers;
  }

  /** Does the goal's work on layers, at least one, in all their targets. */
  abstract void operate(List<OperatedLayer> layers, Destinations destinations)
      throws IOException, MojoExecutionException, MojoFailureException;
}
