package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Not every target could be examined, or it can be seen that one will fail; nothing was written. */
public final class PreflightException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<PublishResult> results;

  PreflightException(List<Problem> problems, List<PublishResult> results) {
    super(
        Messages.format(
            "Nothing was published, for %d of %d targets cannot be published to:%n%s",
            problems.size(),
            results.stream().mapToInt(result -> result.targets().size()).sum(),
            text(problems)));
    this.results = List.copyOf(results);
  }

  /** What there is to say of each target: all of them are as they were. */
  public List<PublishResult> results() {
    return results;
  }

  /** Thirty regions that have one problem are told in one line. */
  private static String text(List<Problem> problems) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (Problem problem : problems) {
      String where = problem.layer() + " in " + problem.place();
      places.computeIfAbsent(problem.message(), key -> new ArrayList<>()).add(where);
    }
    var lines = new ArrayList<String>();
    places.forEach((message, where) -> lines.add("  " + String.join(", ", where) + ": " + message));
    return String.join(System.lineSeparator(), lines);
  }
}
