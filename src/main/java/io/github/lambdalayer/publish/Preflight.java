package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Examines all layers in all their targets, at the same time, before anything is written. */
final class Preflight {

  private final Workers workers;

  Preflight(Workers workers) {
    this.workers = workers;
  }

  /** A request has a number, for two executions may ask for the very same. */
  private record Task(int number, PublishRequest request, Target target) {}

  private record Seen(Task task, @Nullable TargetPlan plan, @Nullable Problem problem) {}

  /**
   * The plans.
   *
   * @throws PreflightException with the problems of all targets
   */
  List<LayerPlan> plan(List<PublishRequest> requests) {
    List<Seen> seen = workers.all(tasks(requests), Preflight::examine);
    List<Problem> problems =
        Stream.concat(
                requests.stream().flatMap(Preflight::unreachable),
                seen.stream().flatMap(s -> Optional.ofNullable(s.problem()).stream()))
            .toList();
    if (!problems.isEmpty()) {
      throw new PreflightException(problems, untouched(requests, seen));
    }
    var plans = new ArrayList<LayerPlan>();
    for (int i = 0; i < requests.size(); i++) {
      plans.add(
          new LayerPlan(
              requests.get(i),
              of(i, seen).stream().flatMap(s -> Optional.ofNullable(s.plan()).stream()).toList()));
    }
    return plans;
  }

  private static Stream<Problem> unreachable(PublishRequest request) {
    LayerName layer = request.layer().definition().name();
    return request.unreachable().stream().map(u -> new Problem(layer, u.place(), u.message()));
  }

  private static List<Task> tasks(List<PublishRequest> requests) {
    var tasks = new ArrayList<Task>();
    for (int i = 0; i < requests.size(); i++) {
      for (Target target : requests.get(i).targets()) {
        tasks.add(new Task(i, requests.get(i), target));
      }
    }
    return tasks;
  }

  private static List<Seen> of(int number, List<Seen> seen) {
    return seen.stream().filter(s -> s.task().number() == number).toList();
  }

  private static Seen examine(Task task) {
    try {
      return new Seen(task, new Planner(task.request(), task.target()).plan(), null);
    } catch (LambdaCallException | InvalidInputException e) {
      var problem =
          new Problem(
              task.request().layer().definition().name(),
              task.target().place(),
              String.valueOf(e.getMessage()));
      return new Seen(task, null, problem);
    }
  }

  private static List<PublishResult> untouched(List<PublishRequest> requests, List<Seen> seen) {
    var results = new ArrayList<PublishResult>();
    for (int i = 0; i < requests.size(); i++) {
      PublishRequest request = requests.get(i);
      Stream<TargetResult> unreachable =
          request.unreachable().stream()
              .map(u -> TargetResult.failed(request, u.place(), u.message()));
      results.add(
          new PublishResult(
              request.layer().definition(),
              request.layer().zip().codeSha256(),
              Stream.concat(of(i, seen).stream().map(Preflight::untouched), unreachable).toList()));
    }
    return results;
  }

  private static TargetResult untouched(Seen seen) {
    Problem problem = seen.problem();
    return problem == null
        ? TargetResult.notTried(
            seen.task().request(),
            seen.task().target().place(),
            "another target cannot be published to, and so nothing is published anywhere")
        : TargetResult.failed(
            seen.task().request(), seen.task().target().place(), problem.message());
  }
}
