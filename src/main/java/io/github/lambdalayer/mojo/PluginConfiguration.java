package io.github.lambdalayer.mojo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What the POM says of this plugin beside the execution that runs. */
final class PluginConfiguration {

  private final MavenProject project;
  private final MavenSession session;
  private final MojoExecution execution;

  PluginConfiguration(MavenProject project, MavenSession session, MojoExecution execution) {
    this.project = project;
    this.session = session;
    this.execution = execution;
  }

  /** The classifiers of the layers that the POM builds; none where it binds no package goal. */
  Set<String> classifiers() {
    var classifiers = new LinkedHashSet<String>();
    for (PluginExecution bound : executions()) {
      if (bound.getGoals().contains("package")) {
        Xpp3Dom named = child(bound.getConfiguration(), "classifier");
        classifiers.add(named == null ? defaultClassifier() : value(named));
      }
    }
    return classifiers;
  }

  /**
   * The names of the layers that the POM builds, whatever the command line says; none where it binds no
   * package goal.
   */
  Set<String> layerNames() {
    var names = new LinkedHashSet<String>();
    for (PluginExecution bound : executions()) {
      if (bound.getGoals().contains("package")) {
        Xpp3Dom named = child(bound.getConfiguration(), "layerName");
        names.add(
            named == null
                ? project
                    .getProperties()
                    .getProperty("lambdaLayer.layerName", project.getArtifactId())
                : value(named));
      }
    }
    return names;
  }

  /** The names of layers that this project's POM has for the running goal, whatever the command line says. */
  List<String> layersOfGoal() {
    return new GoalConfiguration(
            ofGoal(), project.getProperties(), new Expressions(session, execution))
        .items("layerName");
  }

  /** Whether the running goal is skipped in this project. */
  boolean isGoalSkipped() {
    String goal = execution.getGoal();
    GoalConfiguration given = running();
    return given.isTrue("skip", false)
        || given.isTrue("skip" + Character.toUpperCase(goal.charAt(0)) + goal.substring(1), false);
  }

  /** What the running goal is given in this project, which need not be the one that it runs in. */
  GoalConfiguration running() {
    return configuration(ofGoal());
  }

  /** What this project's POM has for the running goal; null for nothing. */
  @Nullable Xpp3Dom ofGoal() {
    return project.getGoalConfiguration(
        execution.getGroupId(),
        execution.getArtifactId(),
        execution.getExecutionId(),
        execution.getGoal());
  }

  /** The ids of the executions that run a goal, whatever phase a build ends with. */
  Set<String> executions(String goal) {
    var ids = new LinkedHashSet<String>();
    for (PluginExecution bound : plugin().map(Plugin::getExecutions).orElse(List.of())) {
      if (bound.getGoals().contains(goal) && !"none".equals(bound.getPhase())) {
        ids.add(bound.getId());
      }
    }
    return ids;
  }

  /** Whether an execution has another value for a parameter than the whole plugin. */
  boolean isOverridden(String parameter) {
    Xpp3Dom general = child(plugin().map(Plugin::getConfiguration).orElse(null), parameter);
    return executions().stream()
        .map(bound -> child(bound.getConfiguration(), parameter))
        .anyMatch(own -> own != null && (general == null || !isAlike(general, own)));
  }

  /**
   * Whether a parameter was given to the running execution alone: in the POM, or by whoever runs Maven. A
   * property of the POM is for all of them.
   */
  boolean isGivenToGoal(String parameter) {
    if (isInherited(parameter)) {
      return false;
    }
    String property = "lambdaLayer." + parameter;
    Xpp3Dom own = child(execution.getConfiguration(), parameter);
    // Maven puts the expression where the POM says nothing.
    boolean isInPom =
        own != null
            && (own.getChildCount() > 0
                || !(value(own).isEmpty() || value(own).equals("${" + property + "}")));
    return isInPom || isSetOutsideThePom(property);
  }

  /** The names of all elements that the plugin and its executions are configured with. */
  Set<String> elements() {
    var names = new LinkedHashSet<String>();
    plugin().ifPresent(plugin -> addNames(plugin.getConfiguration(), names));
    for (PluginExecution bound : executions()) {
      addNames(bound.getConfiguration(), names);
    }
    return names;
  }

  /**
   * All that a goal may be configured with: by each of its executions and by those without goals, which are
   * for any. From the command line Maven takes the execution {@code default-cli}, whichever goals that names,
   * and else what the plugin as a whole has.
   */
  List<GoalConfiguration> configurations(String goal) {
    var found = new ArrayList<GoalConfiguration>();
    boolean hasOwn = false;
    for (PluginExecution bound : executions()) {
      boolean isOwn = bound.getGoals().contains(goal) || bound.getId().equals("default-cli");
      if (isOwn || bound.getGoals().isEmpty()) {
        found.add(configuration(bound.getConfiguration()));
      }
      hasOwn |= isOwn;
    }
    if (!hasOwn) {
      found.add(configuration(plugin().map(Plugin::getConfiguration).orElse(null)));
    }
    return found;
  }

  private GoalConfiguration configuration(@Nullable Object configuration) {
    return new GoalConfiguration(
        configuration instanceof Xpp3Dom dom ? dom : null,
        properties(),
        new Expressions(session, execution));
  }

  private static void addNames(@Nullable Object configuration, Set<String> names) {
    if (configuration instanceof Xpp3Dom dom) {
      for (Xpp3Dom element : dom.getChildren()) {
        names.add(element.getName());
      }
    }
  }

  /**
   * The execution that configures a parameter, where the running one, from the command line, does not
   * see it.
   */
  Optional<String> executionWith(String parameter) {
    Xpp3Dom own = child(execution.getConfiguration(), parameter);
    if (own != null && (own.getChildCount() > 0 || !value(own).startsWith("${"))) {
      return Optional.empty();
    }
    return executions().stream()
        .filter(bound -> child(bound.getConfiguration(), parameter) != null)
        .map(PluginExecution::getId)
        .findFirst();
  }

  private String defaultClassifier() {
    return property("lambdaLayer.classifier", "layer");
  }

  private String property(String name, String otherwise) {
    return properties().getProperty(name, otherwise);
  }

  /** As Maven looks at them: the command line's before the system's, and those before the POM's. */
  private Properties properties() {
    var properties = new Properties();
    properties.putAll(project.getProperties());
    properties.putAll(session.getSystemProperties());
    properties.putAll(session.getUserProperties());
    return properties;
  }

  /**
   * Whether whoever runs Maven has set a property: on the command line, for the JVM, or in the settings,
   * whose profiles Maven mixes into the properties of the POM, and over them.
   */
  private boolean isSetOutsideThePom(String name) {
    return session.getUserProperties().containsKey(name)
        || session.getSystemProperties().containsKey(name)
        || project.getActiveProfiles().stream()
            .filter(profile -> Profile.SOURCE_SETTINGS.equals(profile.getSource()))
            .anyMatch(profile -> profile.getProperties().containsKey(name));
  }

  /** The layers that the command line or the JVM's properties name for the whole build; none where they do not. */
  List<String> layersOfTheBuild() {
    String name = "lambdaLayer.layerName";
    return Parameters.items(
        session
            .getUserProperties()
            .getProperty(name, session.getSystemProperties().getProperty(name)));
  }

  /**
   * Whether a parameter of the running execution is what the plugin as a whole was given, and so meant
   * for all its goals.
   */
  boolean isInherited(String parameter) {
    Xpp3Dom general = child(plugin().map(Plugin::getConfiguration).orElse(null), parameter);
    Xpp3Dom own = child(execution.getConfiguration(), parameter);
    return general != null && own != null && isAlike(general, own);
  }

  /** Maven adds attributes to the parameters of an execution, and a text beside their elements. */
  private static boolean isAlike(Xpp3Dom one, Xpp3Dom other) {
    if (one.getChildCount() != other.getChildCount()) {
      return false;
    }
    if (one.getChildCount() == 0) {
      return value(one).equals(value(other));
    }
    for (int i = 0; i < one.getChildCount(); i++) {
      Xpp3Dom left = one.getChild(i);
      Xpp3Dom right = other.getChild(i);
      if (!left.getName().equals(right.getName()) || !isAlike(left, right)) {
        return false;
      }
    }
    return true;
  }

  private List<PluginExecution> executions() {
    return plugin().map(Plugin::getExecutions).orElse(List.of());
  }

  private Optional<Plugin> plugin() {
    return project.getBuildPlugins().stream()
        .filter(plugin -> plugin.getKey().equals(execution.getPlugin().getKey()))
        .findFirst();
  }

  private static @Nullable Xpp3Dom child(@Nullable Object configuration, String name) {
    return configuration instanceof Xpp3Dom dom ? dom.getChild(name) : null;
  }

  private static String value(Xpp3Dom element) {
    return Objects.requireNonNullElse(element.getValue(), "").trim();
  }
}
