package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** At least one region could not be examined; nothing was written anywhere. */
public final class PreflightException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PreflightException(List<Planner.Problem> problems) {
    super(
        Messages.format(
            "Nothing was published, for not every region could be examined:%n%s",
            problems.stream()
                .map(problem -> "  " + problem.layer() + ": " + problem.failure().getMessage())
                .distinct()
                .collect(Collectors.joining(System.lineSeparator()))),
        problems.get(0).failure());
  }
}
