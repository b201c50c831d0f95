package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.AttachPlan;
import io.github.lambdalayer.operate.AttachRequest;
import io.github.lambdalayer.operate.Attacher;
import io.github.lambdalayer.operate.MoveResult;
import io.github.lambdalayer.operate.MoveResult.Status;
import io.github.lambdalayer.output.AttachTable;
import io.github.lambdalayer.output.AttachedFile;
import io.github.lambdalayer.publish.Destinations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Tells which functions are to move, and moves them if that is wanted. */
final class AttachRun {

  private final Attacher attacher;
  private final String goal;
  private final List<String> layers;
  private final boolean isTakenAway;
  private final Path folder;
  private final Log log;

  /**
   * Does nothing yet.
   *
   * @param goal how the goal is called on a command line
   */
  AttachRun(AttachRequest request, Path folder, String goal, Log log) {
    this.goal = goal;
    this.attacher = new Attacher(request, log::info);
    this.isTakenAway = request.version().isNone();
    this.layers = request.layers().stream().map(LayerName::value).toList();
    this.folder = folder;
    this.log = log;
  }

  /**
   * Tells it, and does it if that is wanted.
   *
   * @throws MojoFailureException if something stands in the way; nothing was changed
   * @throws MojoExecutionException if a function has failed
   */
  void run(Destinations destinations, boolean isWanted)
      throws IOException, MojoExecutionException, MojoFailureException {
    AttachPlan plan = attacher.plan(destinations);
    plan.notes().forEach(log::info);
    plan.warnings().forEach(log::warn);
    refuseProblems(plan);
    int count = plan.needed().size();
    if (isWanted && count > 0) {
      log.info(
          Messages.format(
              "Moving %d of %s", count, Messages.counted(plan.moves().size(), "function")));
      log.info("If this is stopped half-way, by Ctrl-C say, run it again in this folder.");
      report(attacher.run(plan));
      return;
    }
    if (isWanted) {
      attacher.forget(plan);
    }
    preview(plan, count);
  }

  private void preview(AttachPlan plan, int count) {
    if (plan.moves().isEmpty()) {
      tellOfNone();
    } else {
      AttachTable.ofMoves(plan.moves()).forEach(line -> log.info("  " + line));
      log.info(
          count == 0
              ? "Nothing to do: all that is chosen is as it is to be."
              : Messages.format(
                  "Nothing was changed: this is a preview. To change the %s above, run it again"
                      + " with -DlambdaLayer.yes",
                  count == 1 ? "function" : count + " functions"));
    }
  }

  /** Where the layer is taken away, that has been done before; else it may be a slip of the pen. */
  private void tellOfNone() {
    String none =
        Messages.format(
            "No function that <functions> chooses uses %s: nothing to do.",
            String.join(", ", layers));
    if (isTakenAway) {
      log.info(none);
    } else {
      log.warn(
          none + " Check the name, <regions>, the account and what ! leaves out, if one should.");
    }
  }

  private static void refuseProblems(AttachPlan plan) throws MojoFailureException {
    if (!plan.problems().isEmpty()) {
      throw new MojoFailureException(
          Messages.format(
              "Nothing was changed, for not all functions can be moved:%n  %s",
              String.join(System.lineSeparator() + "  ", plan.problems())));
    }
  }

  private void report(List<MoveResult> results) throws IOException, MojoExecutionException {
    AttachTable.ofResults(results).forEach(line -> log.info("  " + line));
    List<String> failures =
        results.stream()
            .filter(result -> result.reason().isPresent())
            .map(result -> name(result) + ": " + result.reason().get())
            .toList();
    String failure = failures.isEmpty() ? "" : failure(failures, results);
    try {
      remember(results);
    } catch (IOException e) {
      throw failure.isEmpty() ? e : new IOException(failure + System.lineSeparator() + e, e);
    }
    if (!failure.isEmpty()) {
      throw new MojoExecutionException(failure);
    }
  }

  private void remember(List<MoveResult> results) throws IOException {
    try {
      AttachedFile.write(folder, results);
    } finally {
      attacher.close(results);
    }
  }

  private String failure(List<String> failures, List<MoveResult> results) {
    var lines = new ArrayList<>(failures);
    List<MoveResult> others = of(results, Status.CHANGED_BY_OTHERS);
    List<MoveResult> left = of(results, Status.NOT_RESTORED);
    others.forEach(
        result ->
            lines.add(name(result) + " was changed by somebody else meanwhile, and that stays."));
    left.forEach(result -> lines.add(mend(result)));
    String outcome = "all of them have the layers that they had before";
    if (!left.isEmpty()) {
      outcome = Messages.format("%d COULD NOT BE PUT BACK", left.size());
    } else if (!others.isEmpty()) {
      outcome += Messages.format(", but for %d that somebody else has changed", others.size());
    }
    return Messages.format(
        "%d of %s failed, and %s:%n  %s",
        failures.size(),
        Messages.counted(results.size(), "function"),
        outcome,
        String.join(System.lineSeparator() + "  ", lines));
  }

  private static List<MoveResult> of(List<MoveResult> results, Status status) {
    return results.stream().filter(result -> result.status() == status).toList();
  }

  private static String name(MoveResult result) {
    return result.move().name() + " in " + result.move().place();
  }

  /** What the next run does as well, for whoever cannot wait for it. */
  private String mend(MoveResult result) {
    String commands =
        result.move().wayBack().stream()
            .map(parameters -> "mvn " + goal + " " + parameters)
            .collect(Collectors.joining(" && "));
    if (!result.move().gone().isEmpty()) {
      // In this one each command is refused until the layers of the others are as they were.
      String where = result.move().wayBack().size() > 1 ? " and from an empty folder" : "";
      return Messages.format(
          "%s was not put back: %s It had %s, which cannot be given again. Give it another NUMBER, in that"
              + " account%s: %s",
          name(result),
          Messages.sentence(result.leftover()),
          result.move().lost(),
          where,
          commands);
    }
    return Messages.format(
        "%s was not put back: %s Run the same command again, which knows what was before; or by hand,"
            + " in that account: %s",
        name(result), Messages.sentence(result.leftover()), commands);
  }
}
