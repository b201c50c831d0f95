package io.github.lambdalayer.mojo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Which modules of a build run a goal of this plugin, as their POMs and the command line say. */
final class ReactorPlan {

  /** One run of the goal: a module and the id of the execution. */
  record Run(MavenProject project, String executionId) {

    /** The same for all who see this build, whatever objects they see it with. */
    String key() {
      return project.getId() + "@" + executionId;
    }
  }

  private static final String FROM_COMMAND_LINE = "default-cli";

  private final MavenSession session;
  private final MojoExecution execution;
  private final String goal;
  private final String defaultPhase;
  private final RequestedPhases phases;

  /**
   * The plan of a goal.
   *
   * @param execution one that runs this plugin
   * @param defaultPhase the phase that the goal has where the POM names none
   */
  ReactorPlan(MavenSession session, MojoExecution execution, String goal, String defaultPhase) {
    this.session = session;
    this.execution = execution;
    this.goal = goal;
    this.defaultPhase = defaultPhase;
    this.phases = new RequestedPhases(session.getGoals());
  }

  /** The runs of a module in this build, in the order in which they come. */
  List<Run> runs(MavenProject project) {
    var ids = new LinkedHashSet<String>();
    for (PluginExecution bound : executions(project)) {
      String phase = Objects.requireNonNullElse(bound.getPhase(), defaultPhase);
      if (bound.getGoals().contains(goal) && phases.reach(phase)) {
        ids.add(bound.getId());
      }
    }
    ids.addAll(fromCommandLine());
    return ids.stream().map(id -> new Run(project, id)).toList();
  }

  /** Whether the POM binds the goal to any phase at all. */
  boolean binds(MavenProject project) {
    return !boundExecutions(project).isEmpty();
  }

  /** The ids of the executions with which the POM binds the goal to any phase, run or not. */
  List<String> boundExecutions(MavenProject project) {
    return executions(project).stream()
        .filter(bound -> bound.getGoals().contains(goal) && !"none".equals(bound.getPhase()))
        .map(PluginExecution::getId)
        .toList();
  }

  private List<PluginExecution> executions(MavenProject project) {
    return plugin(project).map(Plugin::getExecutions).orElse(List.of());
  }

  /** The ids of the executions that the goals of the command line run in every module. */
  private Set<String> fromCommandLine() {
    var ids = new LinkedHashSet<String>();
    for (String task : session.getGoals()) {
      String[] goalAndId = task.split("@", 2);
      if (isGoal(goalAndId[0])) {
        ids.add(goalAndId.length == 2 ? goalAndId[1] : FROM_COMMAND_LINE);
      }
    }
    return ids;
  }

  private boolean isGoal(String task) {
    String artifact = execution.getGroupId() + ":" + execution.getArtifactId();
    return task.equals(prefix() + ":" + goal)
        || task.equals(artifact + ":" + goal)
        || (task.startsWith(artifact + ":") && task.endsWith(":" + goal));
  }

  private String prefix() {
    var mojo = execution.getMojoDescriptor();
    return mojo == null
            || mojo.getPluginDescriptor() == null
            || mojo.getPluginDescriptor().getGoalPrefix() == null
        ? "lambda-layer"
        : mojo.getPluginDescriptor().getGoalPrefix();
  }

  /**
   * Whether Maven loads the plugin for a module once more than for another: of another version, with
   * other dependencies, or once with extensions and once without. What runs there sees nothing of what runs here.
   */
  boolean isElsewhere(MavenProject project, MavenProject other) {
    return !realm(project).equals(realm(other));
  }

  /** What the module's plugin is loaded by. */
  String realm(MavenProject project) {
    var realm = new ArrayList<String>();
    Optional<Plugin> plugin = plugin(project);
    String version = plugin.map(Plugin::getVersion).orElse(null);
    realm.add(version == null ? String.valueOf(execution.getVersion()) : version);
    realm.add(plugin.map(Plugin::isExtensions).orElse(false) ? "extensions" : "goals");
    plugin.map(Plugin::getDependencies).orElse(List.of()).stream()
        .map(
            dependency ->
                dependency.getManagementKey()
                    + ":"
                    + dependency.getVersion()
                    + dependency.getExclusions().stream()
                        .map(exclusion -> exclusion.getGroupId() + ":" + exclusion.getArtifactId())
                        .toList())
        .forEach(realm::add);
    return realm.toString();
  }

  /** A parameter of a run as Maven would inject it, from the POM or a property. */
  @Nullable String parameter(Run run, String name) {
    Plugin plugin = plugin(run.project()).orElse(null);
    Object configuration = plugin == null ? null : plugin.getConfiguration();
    if (plugin != null && plugin.getExecutionsAsMap().get(run.executionId()) != null) {
      // Maven has put the plugin's own configuration into it.
      configuration = plugin.getExecutionsAsMap().get(run.executionId()).getConfiguration();
    }
    if (configuration instanceof Xpp3Dom dom && dom.getChild(name) != null) {
      String value = Parameters.text(dom.getChild(name).getValue());
      if (value != null) {
        return value.matches("\\$\\{[^}]+}")
            ? property(run.project(), value.substring(2, value.length() - 1))
            : value;
      }
    }
    return property(run.project(), "lambdaLayer." + name);
  }

  private @Nullable String property(MavenProject project, String name) {
    String value = session.getUserProperties().getProperty(name);
    if (value == null) {
      value = session.getSystemProperties().getProperty(name);
    }
    return value == null ? project.getProperties().getProperty(name) : value;
  }

  private Optional<Plugin> plugin(MavenProject project) {
    String key = execution.getPlugin().getKey();
    return project.getBuildPlugins().stream()
        .filter(plugin -> plugin.getKey().equals(key))
        .findFirst();
  }
}
