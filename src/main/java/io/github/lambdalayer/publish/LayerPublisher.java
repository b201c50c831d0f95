package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings layers to their targets: reads what is live, makes a version only where the newest is another
 * one, brings the permissions to what is wanted, and reads both back.
 */
public final class LayerPublisher {

  private final Consumer<String> progress;
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * A publisher.
   *
   * @param progress is told what is about to be done, by several threads
   */
  public LayerPublisher(Consumer<String> progress) {
    this.progress = progress;
  }

  /**
   * Examines all layers in all their targets; writes nothing.
   *
   * @throws InvalidInputException if a layer cannot be published as it is
   * @throws PreflightException if a target cannot be examined, or publishing to it will fail
   */
  public List<LayerPlan> plan(List<PublishRequest> requests) {
    try (var workers = new Workers(threads(requests))) {
      return plan(requests, workers);
    }
  }

  /**
   * Publishes; all layers are examined in all their targets before the first write, and a target that
   * fails does not keep the others from theirs.
   *
   * @throws InvalidInputException if a layer cannot be published as it is; nothing was written
   * @throws PreflightException if a target cannot be examined; nothing was written
   */
  public List<PublishResult> publish(List<PublishRequest> requests) {
    var results = new TreeMap<Integer, PublishResult>();
    try (var workers = new Workers(threads(requests))) {
      List<LayerPlan> plans = plan(requests, workers);
      for (List<Integer> batch : Batches.of(requests)) {
        List<PublishResult> done = run(batch, requests, results.isEmpty() ? plans : null, workers);
        for (int i = 0; i < batch.size(); i++) {
          results.put(batch.get(i), done.get(i));
        }
      }
    }
    return List.copyOf(results.values());
  }

  /**
   * One batch; what an earlier one has made is to be kept, not made again, so it is examined anew. Where
   * that fails, the results of the earlier ones must be told all the same.
   */
  private List<PublishResult> run(
      List<Integer> batch,
      List<PublishRequest> requests,
      @Nullable List<LayerPlan> plans,
      Workers workers) {
    try {
      List<LayerPlan> current =
          plans != null
              ? batch.stream().map(plans::get).toList()
              : new Preflight(workers).plan(batch.stream().map(requests::get).toList());
      return new Execution(current, workers).run();
    } catch (PreflightException e) {
      failed.set(true);
      return e.results();
    }
  }

  private static int threads(List<PublishRequest> requests) {
    return requests.stream().mapToInt(request -> request.options().threads()).max().orElse(1);
  }

  private List<LayerPlan> plan(List<PublishRequest> requests, Workers workers) {
    for (PublishRequest request : requests) {
      request.layer().refusePublicSnapshot(request.options().allowPublicSnapshot());
      Routes.of(request);
    }
    Batches.refuseRivals(requests);
    ArnParameters.refuseRivals(requests);
    return new Preflight(workers).plan(requests);
  }

  /** The plans on their way. */
  private final class Execution {

    private record Work(LayerPlan plan, List<TargetRun> runs, ZipSource source) {}

    private record Job(Work work, TargetRun run) {}

    private final List<Work> works = new ArrayList<>();
    private final Workers workers;

    Execution(List<LayerPlan> plans, Workers workers) {
      this.workers = workers;
      for (LayerPlan plan : plans) {
        PublishRequest request = plan.request();
        List<TargetRun> runs =
            plan.targets().stream()
                .map(target -> new TargetRun(request, target, progress))
                .toList();
        works.add(new Work(plan, runs, Routes.source(request, progress)));
      }
    }

    List<PublishResult> run() {
      try {
        publish();
      } finally {
        works.forEach(work -> work.source().close().forEach(progress));
      }
      return works.stream().map(Execution::result).toList();
    }

    private void publish() {
      workers.all(
          works.stream()
              .filter(work -> !options(work).alignVersions())
              .flatMap(work -> work.runs().stream().map(run -> new Job(work, run)))
              .toList(),
          this::run);
      for (Work work : works) {
        if (options(work).alignVersions() && !isStopped(work)) {
          new Alignment(work.plan(), work.runs(), workers, progress).run(work.source());
          work.runs().stream().filter(TargetRun::hasFailed).forEach(run -> failed.set(true));
        }
      }
    }

    private static PublishOptions options(Work work) {
      return work.plan().request().options();
    }

    private boolean isStopped(Work work) {
      boolean isStopped = failed.get() && options(work).failFast();
      if (isStopped) {
        work.runs().forEach(TargetRun::skip);
      }
      return isStopped;
    }

    private Job run(Job job) {
      if (failed.get() && options(job.work()).failFast()) {
        job.run().skip();
        return job;
      }
      job.run().publish(job.work().source(), job.run().plan().highest());
      job.run().finish();
      if (job.run().hasFailed()) {
        failed.set(true);
      }
      return job;
    }

    private static PublishResult result(Work work) {
      return new PublishResult(
          work.plan().request().layer().definition(),
          work.plan().request().layer().zip().codeSha256(),
          work.runs().stream().map(TargetRun::result).toList());
    }
  }
}
