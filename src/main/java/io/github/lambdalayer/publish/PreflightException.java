package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Not every target could be examined, or it can be seen that one will fail; nothing was written. */
public final class PreflightException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final transient List<PublishResult> results;

  PreflightException(List<Problem> problems, List<PublishResult> results) {
    this("Nothing was published", problems, results, null);
  }

  private PreflightException(
      String lead,
      List<Problem> problems,
      List<PublishResult> results,
      @Nullable PreflightException cause) {
    super(
        Messages.format(
            "%s, for %d of %s cannot be published to:%n%s",
            lead,
            problems.size(),
            Messages.counted(
                results.stream().mapToInt(result -> result.targets().size()).sum(), "target"),
            text(problems)),
        cause);
    this.problems = List.copyOf(problems);
    this.results = List.copyOf(results);
  }

  /** The same, said by whoever would not have published anything. */
  public PreflightException ofPlan() {
    return new PreflightException("Nothing would be published", problems, results, this);
  }

  /** What there is to say of each target: all of them are as they were. */
  public List<PublishResult> results() {
    return results;
  }

  /** Thirty regions that have one problem are told in one line, with the words of the first. */
  private static String text(List<Problem> problems) {
    Map<String, List<Problem>> alike = new LinkedHashMap<>();
    for (Problem problem : problems) {
      alike.computeIfAbsent(kind(problem), key -> new ArrayList<>()).add(problem);
    }
    return alike.values().stream()
        .map(PreflightException::line)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** Without what differs from region to region, and from call to call. */
  private static String kind(Problem problem) {
    return problem
        .message()
        .replace(problem.place().region(), "{region}")
        .replaceAll(" ?\\(request [^)]*\\)", "");
  }

  private static String line(List<Problem> alike) {
    String where =
        alike.stream()
            .map(problem -> problem.layer() + " in " + problem.place())
            .collect(Collectors.joining(", "));
    Problem first = alike.get(0);
    boolean isOne = alike.stream().allMatch(one -> one.place().region().equals(region(first)));
    boolean namesRegion = first.message().contains(region(first));
    String others = isOne || !namesRegion ? "" : " (This is of " + region(first) + ".)";
    return "  " + where + ": " + first.message() + others;
  }

  private static String region(Problem problem) {
    return problem.place().region();
  }
}
