package io.github.lambdalayer.mojo;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What a goal is given that does not run now: by the POM, and by properties where that says nothing. */
final class GoalConfiguration {

  private final @Nullable Xpp3Dom pom;
  private final Properties properties;
  private final Expressions expressions;

  /**
   * One configuration of the POM.
   *
   * @param pom what Maven has put together of the plugin as a whole and an execution; null for nothing
   * @param properties those that Maven would look at
   */
  GoalConfiguration(@Nullable Xpp3Dom pom, Properties properties, Expressions expressions) {
    this.pom = pom;
    this.properties = properties;
    this.expressions = expressions;
  }

  /** Whether a parameter has a value. */
  boolean has(String parameter) {
    return !items(parameter).isEmpty();
  }

  /** The value of a parameter that is one text. */
  Optional<String> text(String parameter) {
    Xpp3Dom element = pom == null ? null : pom.getChild(parameter);
    String said = element == null ? "" : value(element);
    return Optional.ofNullable(
        said.isEmpty()
            ? Parameters.text(properties.getProperty("lambdaLayer." + parameter))
            : said);
  }

  /** Whether a parameter is true, which Maven takes in any case. */
  boolean isTrue(String parameter, boolean otherwise) {
    List<String> items = items(parameter);
    return items.isEmpty() ? otherwise : Boolean.parseBoolean(items.get(0));
  }

  /** The items of a parameter; {@code <public/>} is {@code public}. */
  List<String> items(String parameter) {
    Xpp3Dom element = pom == null ? null : pom.getChild(parameter);
    List<String> said = element == null ? List.of() : items(element);
    return said.isEmpty()
        ? Parameters.items(properties.getProperty("lambdaLayer." + parameter))
        : said;
  }

  private List<String> items(Xpp3Dom element) {
    return element.getChildCount() == 0
        ? Parameters.items(value(element))
        : Parameters.list(Arrays.stream(element.getChildren()).map(this::item).toList());
  }

  /** Of all elements, that for everyone alone says something with its name. */
  private String item(Xpp3Dom element) {
    String value = value(element);
    if (!element.getName().equals("public")) {
      return value;
    }
    return value.equals("false") ? "" : "public";
  }

  private String value(Xpp3Dom element) {
    return Objects.requireNonNullElse(expressions.optional(element.getValue()), "");
  }
}
