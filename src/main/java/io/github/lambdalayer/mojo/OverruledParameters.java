package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
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
    List<String> said = said(element).toList();
    return !said.isEmpty()
        && !said.contains("${" + property + "}")
        && !isTheSame(said, given)
        && !said.equals(List.of(given.trim()));
  }

  /** Of lists the order does not count, as it counts for none of these parameters. */
  private static boolean isTheSame(List<String> said, String given) {
    List<String> items = said.size() == 1 ? Parameters.items(said.get(0)) : said;
    return Set.copyOf(items).equals(Set.copyOf(Parameters.items(given)));
  }

  /** Maven puts the expression of the property beside elements. */
  private static Stream<String> said(Xpp3Dom element) {
    return element.getChildCount() > 0
        ? Stream.of(element.getChildren()).flatMap(OverruledParameters::said)
        : Stream.of(Objects.requireNonNullElse(element.getValue(), "").trim())
            .filter(text -> !text.isEmpty());
  }
}
