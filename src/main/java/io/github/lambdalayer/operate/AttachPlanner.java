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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Examines all functions in all targets before anything is changed. */
final class AttachPlanner {

  private final AttachRequest request;
  private final Leftovers leftovers;
  private final Workers workers;
  private final FunctionWatch watch;
  private final WantedLayers layers;
  private final ChosenFunctions functions;

  /**
   * Examines nothing yet.
   *
   * @param leftovers what a run that was stopped has left
   */
  AttachPlanner(AttachRequest request, Leftovers leftovers, Workers workers) {
    this.request = request;
    this.leftovers = leftovers;
    this.workers = workers;
    this.watch = new FunctionWatch(request.timeout());
    this.layers = new WantedLayers(request);
    this.functions = new ChosenFunctions(request, layers, leftovers);
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
    UsableLayers.Findings usable = new UsableLayers(request, workers).examine(moves);
    List<String> problems =
        Stream.of(
                destinations.unreachable().stream().map(AttachPlanner::said),
                seen.stream().flatMap(one -> one.found().problems().stream()),
                checked.stream().flatMap(one -> one.problems().stream()),
                usable.problems().stream())
            .flatMap(lines -> lines)
            .toList();
    if (problems.isEmpty()) {
      request.version().refuseOthers(destinations.targets().stream().map(Target::region).toList());
      functions.refuseUnknown(destinations.targets());
    }
    List<FunctionVersion> read =
        Stream.concat(moves.stream().map(Move::function), others(seen)).toList();
    List<String> chosen = tasks.stream().map(task -> task.function().arn()).toList();
    return new AttachPlan(
        usable.moves(),
        problems,
        notes(seen, moves),
        Stream.concat(leftovers.notes(chosen, read).stream(), usable.warnings().stream()).toList(),
        leftovers.ended(read));
  }

  /**
   * Those of a run that was stopped which are not chosen now. They are read, for a list that lags behind
   * would have the way back forgotten.
   */
  private Stream<FunctionVersion> others(List<Seen> seen) {
    List<Task> tasks = seen.stream().flatMap(one -> left(one).map(f -> new Task(one, f))).toList();
    return workers.all(tasks, AttachPlanner::atRest).stream().flatMap(Optional::stream);
  }

  private Stream<FunctionVersion> left(Seen seen) {
    return seen.all().stream()
        .filter(FunctionVersion::isLatest)
        .filter(leftovers::has)
        .filter(function -> !seen.chosen().contains(function));
  }

  /** Nothing where it cannot be read, or is still being updated: then its way back is kept. */
  private static Optional<FunctionVersion> atRest(Task task) {
    try {
      return Optional.of(FunctionWatch.read(task.seen().target(), task.function().name()))
          .filter(FunctionWatch::isAtRest);
    } catch (LambdaCallException | MoveException e) {
      return Optional.empty();
    }
  }

  private static String said(Unreachable one) {
    return one.place() + ": " + one.message();
  }

  private Seen look(Target target) {
    try {
      List<FunctionVersion> all = target.functions().list();
      List<FunctionVersion> chosen =
          all.stream()
              .filter(FunctionVersion::isLatest)
              .filter(function -> functions.isChosen(target, function))
              .toList();
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
      var move =
          new Move(target, function, leftovers.before(function), after(function, wanted), Set.of());
      var problems =
          new ArrayList<>(leftovers.problems(function, arn -> functions.isWanted(arn, function)));
      if (!function.isImage() && !functions.isUser(function)) {
        problems.add(unused(function));
      }
      problems.addAll(new FunctionChecks(wanted).problems(move));
      return new Checked(move, problems.stream().map(problem -> place + problem).toList());
    } catch (LambdaCallException | MoveException e) {
      return new Checked(null, List.of(place + e.getMessage()));
    }
  }

  /** Each wanted layer that a run which was stopped has taken away comes back into its place. */
  private List<String> after(FunctionVersion function, List<WantedLayer> wanted) {
    List<String> before = leftovers.before(function);
    List<String> after = new ArrayList<>(function.layerArns());
    for (LayerChange change : LayerChange.between(before, function.layerArns())) {
      if (change.to() == null && functions.isWanted(change.layer(), function)) {
        change.takeBack(after, before);
      }
    }
    for (WantedLayer layer : wanted) {
      after = layer.in(after, request.isAdded());
    }
    return after;
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
            .orElse(
                request.version().isNone()
                    ? " Leave it out of <functions>."
                    : " To give it the layer, set -DlambdaLayer.add.");
    return Messages.format(
        "It does not use %s.%s",
        String.join(", ", request.layers().stream().map(LayerName::value).toList()), foreign);
  }

  private static List<String> notes(List<Seen> seen, List<Move> moves) {
    var notes = new ArrayList<String>();
    long left = moves.stream().filter(Move::isLeftBehind).count();
    if (left > 0) {
      notes.add(
          Messages.format(
              "An earlier run was stopped after it had changed %d of these functions. If one fails"
                  + " now, all go back to what they had before that run.",
              left));
    }
    for (Seen one : seen) {
      List<String> chosen = one.chosen().stream().map(FunctionVersion::name).toList();
      long published =
          one.all().stream()
              .filter(function -> !function.isLatest() && chosen.contains(function.name()))
              .count();
      if (published > 0) {
        notes.add(
            Messages.format(
                "%s: the layers of %s of these functions stay as they are, and aliases go on"
                    + " pointing there.",
                one.target(), Messages.counted(published, "published version")));
      }
    }
    return notes;
  }
}
