package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.Target;
import io.github.lambdalayer.publish.Unreachable;
import io.github.lambdalayer.publish.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Examines all functions in all targets before anything is changed. */
final class AttachPlanner {

  private final AttachRequest request;
  private final Map<String, AttachJournal.Entry> journal;
  private final Workers workers;
  private final FunctionWatch watch;
  private final WantedLayers layers;
  private final ChosenFunctions functions;

  /**
   * Examines nothing yet.
   *
   * @param journal what a run that died has left
   */
  AttachPlanner(AttachRequest request, Map<String, AttachJournal.Entry> journal, Workers workers) {
    this.request = request;
    this.journal = journal;
    this.workers = workers;
    this.watch = new FunctionWatch(request.timeout());
    this.layers = new WantedLayers(request);
    this.functions = new ChosenFunctions(request, layers);
  }

  /** A target, its functions, and those of them that are chosen. */
  private record Seen(
      Target target, List<FunctionVersion> all, List<FunctionVersion> chosen, Found found) {}

  /** The layers of a target. */
  private record Found(List<WantedLayer> layers, List<String> problems) {}

  private record Task(Seen seen, FunctionVersion function) {}

  private record Checked(@Nullable Move move, List<String> problems) {}

  AttachPlan plan(Destinations destinations) {
    List<Seen> seen = workers.all(destinations.targets(), this::look);
    List<Task> tasks =
        seen.stream().flatMap(one -> one.chosen().stream().map(f -> new Task(one, f))).toList();
    List<Checked> checked = workers.all(tasks, this::check);
    List<Move> moves = checked.stream().map(Checked::move).filter(Objects::nonNull).toList();
    List<String> problems =
        Stream.of(
                destinations.unreachable().stream().map(AttachPlanner::said),
                seen.stream().flatMap(one -> one.found().problems().stream()),
                checked.stream().flatMap(one -> one.problems().stream()),
                new UsableLayers(request, workers).problems(moves).stream())
            .flatMap(lines -> lines)
            .toList();
    if (problems.isEmpty()) {
      functions.refuseUnknown(destinations.targets());
    }
    return new AttachPlan(moves, problems, notes(seen));
  }

  private static String said(Unreachable one) {
    return one.place() + ": " + one.message();
  }

  private Seen look(Target target) {
    try {
      List<FunctionVersion> all = target.functions().list();
      List<FunctionVersion> latest = all.stream().filter(FunctionVersion::isLatest).toList();
      List<FunctionVersion> chosen =
          latest.stream().filter(function -> functions.isChosen(target, function)).toList();
      return new Seen(target, all, chosen, found(target, chosen));
    } catch (LambdaCallException | InvalidInputException e) {
      return new Seen(
          target,
          List.of(),
          List.of(),
          new Found(List.of(), List.of(target + ": " + e.getMessage())));
    }
  }

  private Found found(Target target, List<FunctionVersion> chosen) {
    var found = new ArrayList<WantedLayer>();
    var problems = new ArrayList<String>();
    for (LayerName name : chosen.isEmpty() ? List.<LayerName>of() : request.layers()) {
      if (request.isAdded()
          || chosen.stream().anyMatch(function -> functions.uses(function, name))) {
        try {
          found.add(layers.find(target, name, chosen.get(0)));
        } catch (LambdaCallException | InvalidInputException e) {
          problems.add(target + ": " + e.getMessage());
        }
      }
    }
    return new Found(found, problems);
  }

  private Checked check(Task task) {
    Target target = task.seen().target();
    List<WantedLayer> wanted = task.seen().found().layers();
    if (wanted.isEmpty() && !task.seen().found().problems().isEmpty()) {
      return new Checked(null, List.of());
    }
    String place = task.function().name() + " in " + target + ": ";
    try {
      FunctionVersion function = watch.settled(target, task.function().name());
      List<String> after = function.layerArns();
      for (WantedLayer layer : wanted) {
        after = layer.in(after, request.isAdded());
      }
      var problems =
          new ArrayList<>(
              function.isImage() || functions.isUser(function)
                  ? List.<String>of()
                  : List.of(unused(function)));
      var move = new Move(target, function, before(function), after);
      problems.addAll(new FunctionChecks(wanted).problems(move));
      return new Checked(move, problems.stream().map(problem -> place + problem).toList());
    } catch (LambdaCallException | MoveException e) {
      return new Checked(null, List.of(place + e.getMessage()));
    }
  }

  private String unused(FunctionVersion function) {
    String foreign =
        function.layerArns().stream()
            .flatMap(arn -> LayerVersionArn.find(arn).stream())
            .filter(arn -> request.layers().contains(arn.layerName()))
            .findFirst()
            .map(
                arn ->
                    Messages.format(
                        " It uses that of the account %s: if that is meant, set"
                            + " -DlambdaLayer.owner=%s.",
                        arn.account(), arn.account()))
            .orElse(" To give it the layer, set -DlambdaLayer.add.");
    return Messages.format(
        "It does not use %s.%s",
        String.join(", ", request.layers().stream().map(LayerName::value).toList()), foreign);
  }

  /** What it had before a run that died has changed it, or what it has now. */
  private List<String> before(FunctionVersion function) {
    AttachJournal.Entry entry = journal.get(function.arn());
    return entry != null && entry.knows(function.layerArns())
        ? entry.before()
        : function.layerArns();
  }

  private List<String> notes(List<Seen> seen) {
    var notes = new ArrayList<String>();
    for (Seen one : seen) {
      List<String> chosen = one.chosen().stream().map(FunctionVersion::name).toList();
      long published =
          one.all().stream()
              .filter(function -> !function.isLatest() && chosen.contains(function.name()))
              .count();
      if (published > 0) {
        notes.add(
            Messages.format(
                "%s: %d published versions of these functions keep their layers, and aliases go on"
                    + " pointing at them.",
                one.target(), published));
      }
    }
    journal.values().stream()
        .filter(entry -> seen.stream().noneMatch(one -> isChosen(one, entry)))
        .forEach(entry -> notes.add(stopped(entry)));
    return notes;
  }

  private static boolean isChosen(Seen seen, AttachJournal.Entry entry) {
    return seen.chosen().stream().anyMatch(function -> function.arn().equals(entry.function()));
  }

  private static String stopped(AttachJournal.Entry entry) {
    return Messages.format(
        "An earlier run was stopped and may have changed %s, which is not chosen now. It had %s.",
        entry.function(), entry.before());
  }
}
