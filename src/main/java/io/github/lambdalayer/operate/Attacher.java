package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.Workers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Moves functions to a version of their layers: all of them, or none. Everything is examined before the
 * first change; when one function fails, all go back to what they had.
 */
public final class Attacher {

  private final AttachRequest request;
  private final Consumer<String> progress;
  private final AttachJournal journal;

  /**
   * Does nothing yet.
   *
   * @param progress is told what takes its time, by several threads
   */
  public Attacher(AttachRequest request, Consumer<String> progress) {
    this.request = request;
    this.progress = progress;
    this.journal = new AttachJournal(request.state());
    refuseOneNumberForSeveralLayers();
  }

  private void refuseOneNumberForSeveralLayers() {
    if (request.layers().size() > 1
        && !request.version().isNewest()
        && !request.version().isNone()) {
      throw new InvalidInputException(
          "<version> is one of a layer, and there are several here: "
              + request.layers()
              + ". Name one of them with -DlambdaLayer.layerName.");
    }
  }

  /**
   * What is to be done; changes nothing.
   *
   * @throws InvalidInputException if a function that is named is nowhere, or a pattern or tag chooses none
   */
  public AttachPlan plan(Destinations destinations) throws IOException {
    try (var workers = new Workers(request.threads())) {
      return new AttachPlanner(request, journal.leftovers(), workers).plan(destinations);
    }
  }

  /**
   * Does it; {@link #close} is to follow.
   *
   * @param plan one without problems
   * @return what became of each function, in the order of the plan
   * @throws IOException if what the functions had before cannot be written down: nothing was changed
   */
  public List<MoveResult> run(AttachPlan plan) throws IOException {
    journal.open(plan.needed(), plan.ended());
    List<FunctionMove> runs =
        plan.moves().stream().map(move -> new FunctionMove(move, request, progress)).toList();
    try (var workers = new Workers(request.threads())) {
      var hasFailed = new AtomicBoolean();
      workers.all(runs, run -> go(run, hasFailed));
      if (hasFailed.get()) {
        progress.accept("A function has failed: all that were changed go back to what they had.");
        workers.all(runs.stream().filter(FunctionMove::isToBePutBack).toList(), Attacher::back);
      }
    }
    return runs.stream().map(FunctionMove::result).toList();
  }

  /**
   * Forgets what functions had before, for nothing of them is open any more. What has become of them should
   * be told first: it is worth more than this.
   *
   * @throws IOException if that fails: the next run takes this one for one that was stopped
   */
  public void close(List<MoveResult> results) throws IOException {
    journal.close(
        results.stream()
            .filter(result -> result.status() != MoveResult.Status.NOT_RESTORED)
            .map(result -> result.move().function().arn())
            .toList());
  }

  /**
   * Forgets what a run that was stopped has left where nothing of it is open any more. For a plan of which
   * nothing is to be done; {@link #run} does so too.
   *
   * @throws IOException if that fails
   */
  public void forget(AttachPlan plan) throws IOException {
    journal.close(plan.ended());
  }

  private static FunctionMove go(FunctionMove run, AtomicBoolean hasFailed) {
    if (!hasFailed.get()) {
      run.go();
      if (run.hasFailed()) {
        hasFailed.set(true);
      }
    }
    return run;
  }

  private static FunctionMove back(FunctionMove run) {
    run.back();
    return run;
  }
}
