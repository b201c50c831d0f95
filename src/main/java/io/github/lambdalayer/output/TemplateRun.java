package io.github.lambdalayer.output;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An execution that writes templates, and what it knows of others.
 *
 * @param execution its id
 * @param configured the ids of all executions that the POM has
 * @param written what this build has written already: it stays
 */
public record TemplateRun(String execution, Set<String> configured, Set<Path> written) {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  public TemplateRun {
    execution = inOneLine(execution);
    configured =
        configured.stream().map(TemplateRun::inOneLine).collect(Collectors.toUnmodifiableSet());
    written = Set.copyOf(written);
  }

  /** An id is any text, and has a line in the list of what was written. */
  private static String inOneLine(String id) {
    return CONTROL.matcher(id).replaceAll(" ");
  }

  /**
   * Whether it removes what an execution has written and this one does not: its own, and what nobody will
   * ever write again. A run by hand leaves that to the next build.
   */
  boolean mayRemove(String other) {
    return other.equals(execution)
        || (configured.contains(execution) && !configured.contains(other));
  }

  /** Whether both this and the other one are executions of the POM. */
  boolean isRival(String other) {
    return !other.equals(execution) && configured.contains(execution) && configured.contains(other);
  }
}
