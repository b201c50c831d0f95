package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code <targets>}: {@code <target>} elements, or one text such as {@code
 * profile:staging,arn:aws:iam::111122223333:role/publisher,server:prod-aws}. The parameter is taken as
 * it stands in the POM, for then an unknown element is refused in our words and with the known ones,
 * and the elements are there even where Maven 3 would look at nothing but the property.
 */
final class Targets {

  private static final List<String> TEXTS =
      List.of("profile", "serverId", "roleArn", "externalId", "roleSessionName");
  private static final List<String> LISTS = List.of("regions", "excludeRegions");

  private final Expressions expressions;

  Targets(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * The targets in the order they were named; none where the parameter was not given.
   *
   * @param configuration what Maven has injected
   */
  List<TargetSpec> read(@Nullable PlexusConfiguration configuration) {
    if (configuration == null) {
      return List.of();
    }
    var targets = new ArrayList<TargetSpec>();
    if (configuration.getChildCount() == 0) {
      for (String text : items(expressions.optional(configuration.getValue()))) {
        targets.add(parsed(text));
      }
    }
    for (PlexusConfiguration element : configuration.getChildren()) {
      if (!element.getName().equals("target")) {
        throw new InvalidInputException(
            Messages.format("<targets> has <%s>: it takes <target> only.", element.getName()));
      }
      targets.add(read(element, targets.size() + 1));
    }
    refuseTwins(targets);
    return List.copyOf(targets);
  }

  private TargetSpec read(PlexusConfiguration target, int number) {
    String text = Parameters.text(target.getValue());
    if (target.getChildCount() == 0 && text != null) {
      return parsed(String.valueOf(expressions.required("target", text)));
    }
    Map<String, String> texts = new HashMap<>();
    Map<String, List<String>> lists = new HashMap<>();
    for (PlexusConfiguration element : elements(target, number)) {
      String name = element.getName();
      if (LISTS.contains(name)) {
        lists.put(name, list(name, element));
      } else {
        texts.computeIfAbsent(name, any -> expressions.required(any, element.getValue()));
      }
    }
    return new TargetSpec(
        texts.get("profile"),
        texts.get("serverId"),
        texts.get("roleArn"),
        texts.get("externalId"),
        texts.get("roleSessionName"),
        lists.getOrDefault("regions", List.of()),
        lists.getOrDefault("excludeRegions", List.of()));
  }

  /** The elements of a target, each one known and there but once. */
  private static List<PlexusConfiguration> elements(PlexusConfiguration target, int number) {
    var seen = new HashSet<String>();
    for (PlexusConfiguration element : target.getChildren()) {
      String name = element.getName();
      if (!TEXTS.contains(name) && !LISTS.contains(name)) {
        throw unknown(name, number);
      }
      if (!seen.add(name)) {
        throw new InvalidInputException(
            Messages.format("<target> number %d has <%s> twice: leave one.", number, name));
      }
    }
    return List.of(target.getChildren());
  }

  private static InvalidInputException unknown(String name, int number) {
    var known = new ArrayList<String>();
    TEXTS.forEach(element -> known.add("<" + element + ">"));
    LISTS.forEach(element -> known.add("<" + element + ">"));
    return new InvalidInputException(
        Messages.format(
            "<target> number %d has <%s>, which says nothing: it takes %s.",
            number, name, String.join(", ", known)));
  }

  /** Elements of any name, as in every list of Maven's, or one text with commas. */
  private List<String> list(String name, PlexusConfiguration element) {
    if (element.getChildCount() == 0) {
      return items(expressions.required(name, element.getValue())).stream().distinct().toList();
    }
    var items = new LinkedHashSet<String>();
    for (PlexusConfiguration item : element.getChildren()) {
      items.addAll(items(expressions.required(item.getName(), item.getValue())));
    }
    return List.copyOf(items);
  }

  private static List<String> items(@Nullable String text) {
    return text == null ? List.of() : Parameters.list(Arrays.asList(text.split(",", -1)));
  }

  private static TargetSpec parsed(String text) {
    String value = text.substring(text.indexOf(':') + 1).trim();
    if (!value.isEmpty() && text.startsWith("profile:")) {
      return TargetSpec.of(value, null, null);
    }
    if (!value.isEmpty() && text.startsWith("server:")) {
      return TargetSpec.of(null, value, null);
    }
    if (text.startsWith("arn:")) {
      return TargetSpec.of(null, null, text);
    }
    throw new InvalidInputException(
        Messages.format(
            "<targets> has '%s': write profile:NAME, server:ID or a role's ARN such as"
                + " arn:aws:iam::111122223333:role/publisher; what else a target may have can only be"
                + " said with <target> elements in the POM.",
            text));
  }

  private static void refuseTwins(List<TargetSpec> targets) {
    var seen = new LinkedHashMap<Object, Integer>();
    for (int i = 0; i < targets.size(); i++) {
      TargetSpec target = targets.get(i);
      Integer twin = seen.putIfAbsent(withoutOrder(target), i + 1);
      if (twin != null) {
        throw new InvalidInputException(
            Messages.format(
                "<targets> has the same target as number %d and as number %d (%s): leave one.",
                twin, i + 1, label(target)));
      }
    }
  }

  private static Object withoutOrder(TargetSpec target) {
    return Arrays.asList(
        target.profile(),
        target.serverId(),
        target.roleArn(),
        target.externalId(),
        target.roleSessionName(),
        Set.copyOf(target.regions()),
        Set.copyOf(target.excludeRegions()));
  }

  private static String label(TargetSpec target) {
    if (target.roleArn() != null) {
      return target.roleArn();
    }
    if (target.serverId() != null) {
      return "server " + target.serverId();
    }
    return target.profile() != null
        ? "profile " + target.profile()
        : "regions " + String.join(", ", target.regions());
  }
}
