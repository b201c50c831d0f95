package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Parameters of the command line that say nothing, for the POM says something else: Maven takes that
 * without a word, and who names one region would delete in all of them.
 */
final class OverruledParameters {

  private static final String PREFIX = "lambdaLayer.";

  /** Lists whose order counts, and texts that may have commas. */
  private static final Set<String> ORDERED = Set.of("layers", "description", "licenseInfo");

  private OverruledParameters() {}

  /** Warns of each. */
  static void warn(MojoExecution execution, Properties commandLine, Log log) {
    Xpp3Dom configuration = execution.getConfiguration();
    if (configuration == null) {
      return;
    }
    for (String property : commandLine.stringPropertyNames()) {
      String name = property.startsWith(PREFIX) ? property.substring(PREFIX.length()) : "";
      Xpp3Dom element = name.isEmpty() ? null : configuration.getChild(name);
      if (element != null && isOverruled(element, property, commandLine.getProperty(property))) {
        log.warn(
            Messages.format(
                "-D%s says nothing here, for the POM has <%s>, which goes before it. Take it out of the"
                    + " POM, or write <%s>${my.property}</%s> there and set that property.",
                property, name, name, name));
      }
    }
  }

  private static boolean isOverruled(Xpp3Dom element, String property, String given) {
    List<Set<String>> said = said(element).toList();
    return !said.isEmpty()
        && said.stream()
            .flatMap(Set::stream)
            .noneMatch(text -> text.contains("${" + property + "}"))
        && !isTheSame(element, said, Parameters.items(given))
        // A no on the command line goes before every yes.
        && !(property.equals(PREFIX + "yes") && given.trim().equalsIgnoreCase("false"));
  }

  private static boolean isTheSame(Xpp3Dom element, List<Set<String>> said, List<String> given) {
    List<Set<String>> items =
        element.getChildCount() > 0
            ? said
            : Parameters.items(element.getValue()).stream().map(Set::of).toList();
    if (!ORDERED.contains(element.getName())) {
      return given.stream().allMatch(text -> items.stream().anyMatch(item -> item.contains(text)))
          && items.stream().allMatch(item -> given.stream().anyMatch(item::contains));
    }
    return items.size() == given.size()
        && IntStream.range(0, items.size()).allMatch(i -> items.get(i).contains(given.get(i)));
  }

  /**
   * What the elements without others in them say, each as an item of a list may say it: as its text, as
   * {@code name:text} or {@code name=text}, or as its name alone.
   */
  private static Stream<Set<String>> said(Xpp3Dom element) {
    // Maven puts the expression of the property beside elements.
    if (element.getChildCount() > 0) {
      return Stream.of(element.getChildren()).flatMap(OverruledParameters::item);
    }
    String text = text(element);
    return text.isEmpty() ? Stream.empty() : Stream.of(Set.of(text));
  }

  private static Stream<Set<String>> item(Xpp3Dom element) {
    String text = text(element);
    if (element.getChildCount() > 0) {
      return said(element);
    }
    return Stream.of(
        text.isEmpty()
            ? Set.of(element.getName())
            : Stream.of(text, element.getName() + ":" + text, element.getName() + "=" + text)
                .collect(Collectors.toSet()));
  }

  private static String text(Xpp3Dom element) {
    return Objects.requireNonNullElse(element.getValue(), "").trim();
  }
}
