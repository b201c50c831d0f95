package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.FailOn;
import io.github.lambdalayer.lint.Level;
import io.github.lambdalayer.lint.LintSettings;
import io.github.lambdalayer.lint.LintSettings.RuleLevel;
import io.github.lambdalayer.lint.Rule;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code <lint>}: an element for each rule, or one text such as {@code
 * unclear-license=warning,empty-jar=off}. It is taken as it stands in the POM, for the reasons of {@link
 * Targets}.
 */
final class LintParameters {

  private final Expressions expressions;

  LintParameters(AbstractLayerMojo mojo) {
    this(new Expressions(mojo.session, mojo.execution));
  }

  LintParameters(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * What the user wants to be told, and what fails the build.
   *
   * @param lint what Maven has injected
   * @throws InvalidInputException if a rule, a level or the threshold does not exist
   */
  LintSettings read(@Nullable PlexusConfiguration lint, String failOn) {
    return new LintSettings(lint == null ? List.of() : levels(lint), FailOn.parse(failOn));
  }

  private List<RuleLevel> levels(PlexusConfiguration lint) {
    var levels = new ArrayList<RuleLevel>();
    String text = lint.getChildCount() == 0 ? expressions.optional(lint.getValue()) : null;
    for (String item : Parameters.items(text)) {
      int at = item.indexOf('=');
      if (at < 0) {
        throw new InvalidInputException(
            Messages.format("<lint> has '%s': write rule=level, for example empty-jar=off.", item));
      }
      levels.add(level(item.substring(0, at), item.substring(at + 1)));
    }
    for (PlexusConfiguration element : lint.getChildren()) {
      String value = expressions.required(element.getName(), element.getValue());
      levels.add(level(element.getName(), value == null ? "" : value));
    }
    return levels;
  }

  private static RuleLevel level(String id, String text) {
    Rule rule = Rule.parse(id);
    return new RuleLevel(rule, Level.parse(rule, text));
  }
}
