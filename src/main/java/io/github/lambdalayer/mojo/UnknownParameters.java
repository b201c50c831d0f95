package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Names;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Parameters that no goal has: Maven passes over them without a word, up to 3.9 those in the POM too,
 * and a misspelt {@code -DlambdaLayer.region} publishes somewhere else.
 */
final class UnknownParameters {

  private static final String KEY = "io.github.lambdalayer.unknownParameters";
  private static final String PREFIX = "lambdaLayer.";

  private UnknownParameters() {}

  /** Warns of each, once in a build of a project. */
  static void warn(MavenProject project, MavenSession session, MojoExecution execution, Log log) {
    MojoDescriptor mojo = execution.getMojoDescriptor();
    if (mojo == null
        || mojo.getPluginDescriptor() == null
        || project.getContextValue(KEY) != null) {
      return;
    }
    project.setContextValue(KEY, true);
    Set<String> known =
        mojo.getPluginDescriptor().getMojos().stream()
            .filter(goal -> !"help".equals(goal.getGoal()))
            .map(MojoDescriptor::getParameters)
            .flatMap(Collection::stream)
            .filter(Parameter::isEditable)
            .map(Parameter::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String property : session.getUserProperties().stringPropertyNames()) {
      String name = property.startsWith(PREFIX) ? property.substring(PREFIX.length()) : "";
      if (!name.isEmpty() && !known.contains(name)) {
        warn("-D" + property, name, known, log);
      }
    }
    for (String element : new PluginConfiguration(project, session, execution).elements()) {
      if (!known.contains(element)) {
        warn("<" + element + ">", element, known, log);
      }
    }
  }

  private static void warn(String what, String name, Set<String> known, Log log) {
    log.warn(
        Messages.format(
            "%s is no parameter of this plugin and says nothing. %s",
            what,
            Names.likest(name, known)
                .map(meant -> Messages.format("Did you mean %s?", meant))
                .orElse(Messages.format("It has %s.", known))));
  }
}
