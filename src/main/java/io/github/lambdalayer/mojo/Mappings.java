package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.PlacedArtifact.Unpacking;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code <mappings>}: {@code <mapping>} elements, or one text such as {@code
 * com.example:agent=agent.jar,com.example:tool=unpack:bin/}. It is taken as it stands in the POM, for the
 * reasons of {@link Targets}.
 */
final class Mappings {

  private static final List<String> TEXTS = List.of("artifact", "to", "unpack", "stripComponents");
  private static final List<String> LISTS = List.of("includes", "excludes");
  private static final String UNPACK = "unpack:";
  private static final Unpacking ALL = new Unpacking(0, List.of(), List.of());

  private final Expressions expressions;

  Mappings(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * The mappings in the order they were written; none where the parameter was not given.
   *
   * @param configuration what Maven has injected
   */
  List<Mapping> read(@Nullable PlexusConfiguration configuration) {
    if (configuration == null) {
      return List.of();
    }
    var mappings = new ArrayList<Mapping>();
    if (configuration.getChildCount() == 0) {
      for (String text : Parameters.items(expressions.optional(configuration.getValue()))) {
        mappings.add(parsed(text));
      }
    }
    for (PlexusConfiguration element : configuration.getChildren()) {
      if (!element.getName().equals("mapping")) {
        throw new InvalidInputException(
            Messages.format("<mappings> has <%s>: it takes <mapping> only.", element.getName()));
      }
      mappings.add(read(element, mappings.size() + 1));
    }
    return List.copyOf(mappings);
  }

  private Mapping read(PlexusConfiguration mapping, int number) {
    String text = Parameters.text(mapping.getValue());
    if (mapping.getChildCount() == 0 && text != null) {
      return parsed(String.valueOf(expressions.required("mapping", text)));
    }
    Map<String, String> texts = new HashMap<>();
    Map<String, List<String>> lists = new HashMap<>();
    for (PlexusConfiguration element : mapping.getChildren()) {
      String name = element.getName();
      refuseUnknown(name, number);
      if (texts.containsKey(name) || lists.containsKey(name)) {
        throw new InvalidInputException(
            Messages.format("<mapping> number %d has <%s> twice: leave one.", number, name));
      }
      if (LISTS.contains(name)) {
        lists.put(name, list(name, element));
      } else {
        String value = expressions.required(name, element.getValue());
        texts.put(name, value == null ? "" : value);
      }
    }
    var pattern = ArtifactPattern.parse("artifact", required("artifact", texts, number));
    return Mapping.of(
        pattern, required("to", texts, number), unpacking(pattern.text(), texts, lists));
  }

  private static void refuseUnknown(String name, int number) {
    if (!TEXTS.contains(name) && !LISTS.contains(name)) {
      throw new InvalidInputException(
          Messages.format(
              "<mapping> number %d has <%s>, which says nothing: it takes <artifact>, <to>, <unpack>,"
                  + " <stripComponents>, <includes>, <excludes>.",
              number, name));
    }
  }

  private static String required(String name, Map<String, String> texts, int number) {
    String value = texts.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<mapping> number %d has no <%s>: it needs <artifact> (a pattern such as"
                  + " com.example:agent) and <to> (a file such as agent.jar, a folder such as lib/, or"
                  + " '/' for the root of the layer).",
              number, name));
    }
    return value;
  }

  private static @Nullable Unpacking unpacking(
      String pattern, Map<String, String> texts, Map<String, List<String>> lists) {
    String unpack = texts.getOrDefault("unpack", "false");
    if (!unpack.equals("true") && !unpack.equals("false")) {
      throw new InvalidInputException(
          Messages.format(
              "The <mapping> of %s has the <unpack> '%s': write true or false.", pattern, unpack));
    }
    if (unpack.equals("true")) {
      return new Unpacking(
          stripComponents(pattern, texts.getOrDefault("stripComponents", "0")),
          lists.getOrDefault("includes", List.of()),
          lists.getOrDefault("excludes", List.of()));
    }
    if (texts.containsKey("stripComponents") || !lists.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "The <mapping> of %s has <stripComponents>, <includes> or <excludes>, which choose files"
                  + " of an archive, and copies it as it stands: add <unpack>true</unpack>, or leave"
                  + " them out.",
              pattern));
    }
    return null;
  }

  private static int stripComponents(String pattern, String value) {
    if (!value.matches("[0-9]{1,2}")) {
      throw new InvalidInputException(
          Messages.format(
              "The <mapping> of %s has the <stripComponents> '%s': write how many leading folders are"
                  + " taken off, 0 to 99.",
              pattern, value));
    }
    return Integer.parseInt(value);
  }

  private static Mapping parsed(String text) {
    int equal = text.indexOf('=');
    String place = text.substring(equal + 1).trim();
    boolean unpack = place.startsWith(UNPACK);
    String to = unpack ? place.substring(UNPACK.length()).trim() : place;
    if (equal <= 0 || to.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<mappings> has '%s': write PATTERN=FILE, PATTERN=FOLDER/ or PATTERN=unpack:FOLDER/, for"
                  + " example com.example:agent=agent.jar; what else a mapping may have can only be"
                  + " said with <mapping> elements in the POM.",
              text));
    }
    return Mapping.of(
        ArtifactPattern.parse("mappings", text.substring(0, equal)), to, unpack ? ALL : null);
  }

  /** Elements of any name, as in every list of Maven's, or one text with commas. */
  private List<String> list(String name, PlexusConfiguration element) {
    if (element.getChildCount() == 0) {
      return Parameters.items(expressions.required(name, element.getValue()));
    }
    var items = new ArrayList<String>();
    for (PlexusConfiguration item : element.getChildren()) {
      items.addAll(Parameters.items(expressions.required(item.getName(), item.getValue())));
    }
    return items;
  }
}
