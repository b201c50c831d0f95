package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * Which files are executable, by their place in the layer alone: file systems and checkouts lose the
 * bit. Everything below {@code bin/} and {@code extensions/}, a {@code bootstrap} at the root, and
 * what the user's patterns name: any file but the JARs in {@code java/lib}, which nobody starts.
 */
final class Executables implements Predicate<String> {

  private final List<String> patterns;
  private final Set<String> unmatched;

  Executables(List<String> patterns) {
    this.patterns = List.copyOf(patterns);
    this.unmatched = new TreeSet<>(patterns);
  }

  @Override
  public boolean test(String path) {
    if (LayerEntry.isJar(path)) {
      return false;
    }
    var matching = new ArrayList<String>();
    for (String pattern : patterns) {
      if (SelectorUtils.matchPath(pattern, path, "/", true)) {
        matching.add(pattern);
      }
    }
    unmatched.removeAll(matching);
    return !matching.isEmpty()
        || path.startsWith("bin/")
        || path.startsWith("extensions/")
        || path.equals("bootstrap");
  }

  /** Refuses a pattern that matched no file: it is misspelt, or its file is missing. */
  void refuseUnmatched() {
    if (!unmatched.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<executables> has %s, which matches no file of the layer. Patterns are relative to its"
                  + " root, with '/', '*' and '**'; the JARs in java/lib do not count.",
              unmatched));
    }
  }
}
