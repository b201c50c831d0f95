package io.github.lambdalayer.lint;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something worth saying about a layer, or about a function and its layers.
 *
 * @param rule what was looked for
 * @param severity how bad it is, by the rule or by the user's word
 * @param place where it was found
 * @param message what is wrong, with the values
 * @param fix what mends it, in one sentence or more; empty where the message says it
 */
public record Finding(Rule rule, Severity severity, Place place, String message, String fix) {

  /** The same with another severity. */
  public Finding with(Severity other) {
    return new Finding(rule, other, place, message, fix);
  }

  /** All of it, for the log. */
  public String text() {
    String between = fix.isEmpty() ? "" : message.contains("\n") ? "\n" : " ";
    return "[" + rule.id() + "] " + message + between + fix;
  }

  /** Whether nothing is missing, as it can be in one that was read from a document. */
  public boolean isComplete() {
    return Stream.of(rule, severity, place, message, fix).noneMatch(Objects::isNull)
        && place.isComplete();
  }
}
