package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that the POM gives as elements. Maven 3 puts the expression of the property beside them,
 * and where that has a value, never looks at the elements: {@code -DlambdaLayer.permissions=public}
 * would beat the accounts in the POM. Here the POM's elements win, as a literal in the POM does
 * everywhere else, and as Maven 4 has it.
 */
final class PomElements {

  private final MojoExecution execution;
  private final Expressions expressions;

  PomElements(MavenSession session, MojoExecution execution) {
    this.execution = execution;
    this.expressions = new Expressions(session, execution);
  }

  /** The items of a list: the POM's elements, else what Maven has injected. */
  List<String> list(String parameter, @Nullable List<String> injected) {
    List<Xpp3Dom> elements = elements(parameter);
    return elements.isEmpty()
        ? Parameters.list(injected)
        : Parameters.list(elements.stream().map(this::value).toList());
  }

  /** The permissions: the POM's elements, else what Maven has injected. */
  List<Permission> permissions(@Nullable Permissions injected) {
    List<Xpp3Dom> elements = elements("permissions");
    if (elements.isEmpty()) {
      return Parameters.permissions(injected);
    }
    var permissions = new ArrayList<String>();
    for (Xpp3Dom element : elements) {
      permissions.add(text(element));
    }
    return Permissions.parsed(permissions);
  }

  private String text(Xpp3Dom element) {
    return switch (element.getName()) {
      case "account", "organization" -> element.getName() + ":" + value(element);
      case "public" -> "public" + (value(element).isEmpty() ? "" : ":" + value(element));
      default ->
          throw new InvalidInputException(
              Messages.format(
                  "<permissions> has <%s>: write <account>, <organization> or <public/>.",
                  element.getName()));
    };
  }

  private List<Xpp3Dom> elements(String parameter) {
    Xpp3Dom configuration = execution.getConfiguration();
    Xpp3Dom element = configuration == null ? null : configuration.getChild(parameter);
    return element == null ? List.of() : Arrays.asList(element.getChildren());
  }

  private String value(Xpp3Dom element) {
    return Objects.requireNonNullElse(
        expressions.required(element.getName(), element.getValue()), "");
  }
}
