package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.File;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * What filtered files can ask for: the properties of the command line and of the project, and the
 * attributes of the project behind {@code project.}. Not those without it, as maven-resources-plugin
 * has them ({@code name}, {@code version}, {@code file}): shells have variables of these names. And not
 * what the machine says (its environment, Java, folders): a layer would be another one on each.
 */
final class FilterValues implements Filtering.Values {

  private final MavenProject project;
  private final Properties userProperties;
  private final PluginParameterExpressionEvaluator evaluator;

  FilterValues(MavenProject project, MavenSession session, MojoExecution execution) {
    this.project = project;
    this.userProperties = session.getUserProperties();
    this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
  }

  @Override
  public @Nullable String of(String expression) {
    String value =
        userProperties.getProperty(expression, project.getProperties().getProperty(expression));
    if (value == null && expression.startsWith("project.")) {
      value = attribute(expression);
    }
    if (value != null && namesFolder(value)) {
      throw refused(expression, value);
    }
    return value;
  }

  private @Nullable String attribute(String expression) {
    try {
      Object value = evaluator.evaluate("${" + expression + "}");
      if (value instanceof File) {
        throw refused(expression, value);
      }
      return value instanceof String || value instanceof Number || value instanceof Boolean
          ? value.toString()
          : null;
    } catch (ExpressionEvaluationException e) {
      return null;
    }
  }

  /** Whether a path below this module, or one that it inherits from, stands in it; not the end of a URL. */
  private boolean namesFolder(String value) {
    for (MavenProject module = project; module != null; module = module.getParent()) {
      File folder = module.getBasedir();
      if (folder != null && folder.getParentFile() != null) {
        Pattern path =
            Pattern.compile(
                "(?<![^\\s:;=,'\"])"
                    + Pattern.quote(folder.getAbsolutePath())
                    + "(?![^\\s:;,'\"/\\\\])");
        if (path.matcher(value).find()) {
          return true;
        }
      }
    }
    return false;
  }

  private static InvalidInputException refused(String expression, Object value) {
    return new InvalidInputException(
        Messages.format(
            "<filteredFiles> matches a file that asks for '%s', which is '%s', a folder of this"
                + " machine: there is none such on Lambda, and the layer would be another one on each"
                + " machine. Write a path below /opt, say.",
            expression, value));
  }
}
