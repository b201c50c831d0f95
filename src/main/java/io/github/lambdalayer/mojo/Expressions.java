package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.jspecify.annotations.Nullable;

/** Values of the POM as Maven would inject them: with what {@code ${…}} in them stands for. */
final class Expressions {

  private final ExpressionEvaluator evaluator;

  Expressions(MavenSession session, MojoExecution execution) {
    this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
  }

  /**
   * The value of an element.
   *
   * @param element its name, for the message
   * @return the trimmed text, or null where there is none
   * @throws InvalidInputException if an expression in it has no value
   */
  @Nullable String required(String element, @Nullable String text) {
    String value = optional(text);
    if (Parameters.text(text) != null && (value == null || value.contains("${"))) {
      throw new InvalidInputException(
          Messages.format(
              "<%s> is '%s', and no property has that name: define it, or write the value.",
              element, text));
    }
    return value;
  }

  /** The same where an expression without a value means that nothing was said. */
  @Nullable String optional(@Nullable String text) {
    String trimmed = Parameters.text(text);
    if (trimmed == null || !trimmed.contains("${")) {
      return trimmed;
    }
    try {
      Object value = evaluator.evaluate(trimmed);
      return value == null ? null : Parameters.text(value.toString());
    } catch (ExpressionEvaluationException e) {
      throw new InvalidInputException(
          Messages.format("'%s' cannot be read: %s", trimmed, e.getMessage()), e);
    }
  }
}
