package io.github.lambdalayer.content;

import io.github.lambdalayer.content.PlacedArtifact.Unpacking;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerPaths;
import io.github.lambdalayer.layer.Messages;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.plexus.util.SelectorUtils;

/** Which files of an archive are wanted, and what they are called without its leading folders. */
final class UnpackPatterns {

  private static final int SHOWN = 10;

  private final Unpacking unpacking;
  private final Map<String, Boolean> matched = new LinkedHashMap<>();
  private final Set<String> seen = new TreeSet<>();

  UnpackPatterns(Unpacking unpacking) {
    this.unpacking = unpacking;
    unpacking.includes().forEach(pattern -> matched.put(pattern, false));
    unpacking.excludes().forEach(pattern -> matched.put(pattern, false));
  }

  /** The name without leading folders; empty if there are too few of them. */
  String stripped(String name) {
    String rest = name;
    for (int i = 0; i < unpacking.stripComponents(); i++) {
      int slash = rest.indexOf('/');
      if (slash < 0) {
        return "";
      }
      rest = rest.substring(slash + 1);
    }
    return rest;
  }

  /** Whether a file is wanted, by its stripped name. */
  boolean test(String name) {
    if (seen.size() < SHOWN) {
      seen.add(LayerPaths.shown(name));
    }
    // Every pattern is asked, for each must match something.
    boolean included = matches(unpacking.includes(), name);
    boolean excluded = matches(unpacking.excludes(), name);
    return (included || unpacking.includes().isEmpty()) && !excluded;
  }

  private boolean matches(Collection<String> patterns, String name) {
    boolean any = false;
    for (String pattern : patterns) {
      String ant = pattern.endsWith("/") ? pattern + "**" : pattern;
      if (SelectorUtils.matchPath(ant, name, "/", true)) {
        matched.put(pattern, true);
        any = true;
      }
    }
    return any;
  }

  /** Refuses a pattern that matched nothing: it is misspelt, or out of date. */
  void refuseUnmatched(LayerArtifact artifact) {
    List<String> unmatched =
        matched.entrySet().stream().filter(e -> !e.getValue()).map(Map.Entry::getKey).toList();
    if (!unmatched.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "The <mapping> of %s has the patterns %s in <includes> or <excludes>, which match no"
                  + " file in it. Patterns are relative to its root, without what <stripComponents>"
                  + " takes off (%d here), with '/', '*' and '**'. Files in it are: %s.",
              artifact.coordinates(),
              unmatched,
              unpacking.stripComponents(),
              String.join(", ", seen)));
    }
  }
}
