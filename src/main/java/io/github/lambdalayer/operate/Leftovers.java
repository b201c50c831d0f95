package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a run that was stopped has left on functions. */
final class Leftovers {

  private final Map<String, AttachJournal.Entry> entries;
  private final Path file;

  /**
   * As a journal tells it.
   *
   * @param entries what functions had before, by their ARNs
   * @param file where that stands
   */
  Leftovers(Map<String, AttachJournal.Entry> entries, Path file) {
    this.entries = Map.copyOf(entries);
    this.file = file;
  }

  /** What a function had before a run that was stopped has changed it, or what it has now. */
  List<String> before(FunctionVersion function) {
    return entry(function).map(AttachJournal.Entry::before).orElse(function.layerArns());
  }

  /** Not where somebody else has changed it since. */
  private Optional<AttachJournal.Entry> entry(FunctionVersion function) {
    return Optional.ofNullable(entries.get(function.arn()))
        .filter(entry -> entry.knows(function.layerArns()));
  }

  /**
   * What such a run has changed of other layers than this one is about, which would be forgotten with it.
   *
   * @param isWanted whether an ARN is of a layer that this run is about
   */
  List<String> problems(FunctionVersion function, Predicate<String> isWanted) {
    return LayerChange.between(before(function), function.layerArns()).stream()
        .filter(change -> !isWanted.test(change.layer()))
        .map(
            change ->
                Messages.format(
                    "An earlier run was stopped after it had changed %s here. End that one first, with"
                        + " %s; or delete %s, if it is to stay.",
                    change, named(function, change), file))
        .toList();
  }

  private static String named(FunctionVersion function, LayerChange change) {
    return LayerVersionArn.find(change.layer())
        .map(layer -> Move.named(layer, function.account()))
        .orElse(change.layer());
  }

  /** The ARNs of functions that are as they were before: nothing is left to do for them. */
  List<String> asBefore(List<FunctionVersion> functions) {
    return functions.stream()
        .filter(function -> entry(function).isPresent())
        .filter(function -> function.layerArns().equals(before(function)))
        .map(FunctionVersion::arn)
        .toList();
  }

  /** Names those that are forgotten unless somebody looks after them. */
  List<String> notes(List<String> chosen, List<String> asBefore) {
    return entries.values().stream()
        .filter(entry -> !chosen.contains(entry.function()))
        .filter(entry -> !asBefore.contains(entry.function()))
        .map(this::note)
        .toList();
  }

  private String note(AttachJournal.Entry entry) {
    return Messages.format(
        "An earlier run was stopped and may have changed %s, which is not chosen now. It had %s. Choose"
            + " it too in <functions>, or delete %s, if it is to stay as it is.",
        entry.function(), LayerChange.said(entry.before()), file);
  }
}
