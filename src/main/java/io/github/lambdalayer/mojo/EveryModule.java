package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginConfigurationException;
import org.apache.maven.plugin.PluginManagerException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Brings a goal to all modules of a reactor. Maven calls a goal that needs no project, by hand, for the
 * first module alone, as it does with aggregators; the others are called from here, each with its own
 * configuration.
 */
final class EveryModule {

  private final MojoExecution execution;
  private final MavenSession session;
  private final MavenProject first;
  private final Log log;

  EveryModule(AbstractOperateMojo mojo) {
    this.execution = mojo.execution;
    this.session = mojo.session;
    this.first = mojo.project;
    this.log = mojo.getLog();
  }

  /** The modules that Maven does not call and that name this plugin; without it they have no layer. */
  List<MavenProject> others() {
    // One that is called from here, or that the POM binds to a phase, stands for itself.
    if (execution.getSource() != MojoExecution.Source.CLI) {
      return List.of();
    }
    return session.getProjects().stream()
        .filter(module -> !module.equals(first))
        .filter(module -> module.getPlugin(execution.getPlugin().getKey()) != null)
        .toList();
  }

  /**
   * Those in which the goal has layers of their own to look after, and is not skipped: that the module
   * builds, or that are named for the goal and no other module has.
   */
  List<MavenProject> withLayers(Stream<MavenProject> modules) {
    List<MavenProject> active = modules.filter(module -> !pom(module).isGoalSkipped()).toList();
    var known = new HashSet<String>();
    active.stream().filter(this::isBuilder).map(this::layers).forEach(known::addAll);
    var found = new ArrayList<MavenProject>();
    for (MavenProject module : active) {
      if (isBuilder(module) || known.addAll(pom(module).layersOfGoal())) {
        found.add(module);
      }
    }
    return found;
  }

  private boolean isBuilder(MavenProject module) {
    return !pom(module).executions("package").isEmpty();
  }

  /**
   * The module that builds these layers, unless it is the first one.
   *
   * @return none where no module does
   * @throws InvalidInputException if several build one each: each has its own configuration
   */
  List<MavenProject> builder(List<String> names) {
    List<MavenProject> builders =
        Stream.concat(Stream.of(first), others().stream())
            .filter(module -> names.stream().anyMatch(layers(module)::contains))
            .toList();
    return builders.stream()
        .filter(module -> layers(module).containsAll(names))
        .findFirst()
        .or(() -> only(builders, names))
        .filter(module -> !module.equals(first))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<MavenProject> only(List<MavenProject> builders, List<String> names) {
    List<MavenProject> active =
        builders.stream().filter(module -> !pom(module).isGoalSkipped()).toList();
    if (active.size() > 1) {
      throw new InvalidInputException(
          Messages.format(
              "<layerName> names layers of several modules, each with its own configuration: %s. Name those"
                  + " of one module.",
              Messages.and(active.stream().map(module -> said(module, names)).toList())));
    }
    return builders.stream().findFirst();
  }

  private String said(MavenProject module, List<String> names) {
    return Messages.format(
        "%s of %s",
        String.join(", ", names.stream().filter(layers(module)::contains).toList()),
        module.getArtifactId());
  }

  private Set<String> layers(MavenProject module) {
    return pom(module).layerNames();
  }

  private PluginConfiguration pom(MavenProject module) {
    return new PluginConfiguration(module, session, execution);
  }

  /**
   * Calls the goal in modules, one after the other, also where it fails in some.
   *
   * @return where it has failed, which the log has told
   */
  List<String> call(BuildPluginManager plugins, List<MavenProject> modules) {
    var failed = new ArrayList<String>();
    for (MavenProject module : modules) {
      log.info("");
      log.info("--- " + execution.getGoal() + " @ " + module.getArtifactId() + " ---");
      MavenSession own = session.clone();
      own.setCurrentProject(module);
      try {
        plugins.executeMojo(own, execution(module));
      } catch (MojoExecutionException
          | MojoFailureException
          | PluginConfigurationException
          | PluginManagerException e) {
        log.error(e.getMessage());
        log.debug(e);
        failed.add(module.getArtifactId());
      }
    }
    return failed;
  }

  /**
   * Fails where the goal has failed.
   *
   * @throws MojoExecutionException that names the modules
   */
  void refuse(List<String> failed) throws MojoExecutionException {
    if (!failed.isEmpty()) {
      throw new MojoExecutionException(
          Messages.format(
              "%s failed in %s, see above.", execution.getGoal(), Messages.and(failed)));
    }
  }

  private MojoExecution execution(MavenProject module) {
    MojoDescriptor goal = execution.getMojoDescriptor();
    var own = new MojoExecution(goal, execution.getExecutionId(), MojoExecution.Source.LIFECYCLE);
    Xpp3Dom given = pom(module).ofGoal();
    Xpp3Dom defaults = dom(goal.getMojoConfiguration());
    var configuration = new Xpp3Dom("configuration");
    for (Parameter parameter : Objects.requireNonNull(goal.getParameters())) {
      Xpp3Dom value = given == null ? null : given.getChild(parameter.getName());
      // As Maven does it for those that it calls itself.
      Xpp3Dom merged =
          Xpp3Dom.mergeXpp3Dom(value, defaults.getChild(parameter.getName()), Boolean.TRUE);
      if (merged != null) {
        configuration.addChild(merged);
      }
    }
    own.setConfiguration(configuration);
    return own;
  }

  private static Xpp3Dom dom(PlexusConfiguration configuration) {
    var dom = new Xpp3Dom(configuration.getName());
    dom.setValue(configuration.getValue(null));
    for (String name : configuration.getAttributeNames()) {
      dom.setAttribute(name, configuration.getAttribute(name, null));
    }
    Stream.of(configuration.getChildren()).map(EveryModule::dom).forEach(dom::addChild);
    return dom;
  }
}
