package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /** Whether such a run was to change it. */
  boolean has(FunctionVersion function) {
    return entries.containsKey(function.arn());
  }

  /**
   * The ARNs of functions for which nothing is left to do: they are as they were before, or somebody else
   * has changed them since.
   *
   * @param functions as they were read: what lists tell of them may be out of date
   */
  List<String> ended(List<FunctionVersion> functions) {
    return functions.stream()
        .filter(this::has)
        .filter(function -> function.layerArns().equals(before(function)))
        .map(FunctionVersion::arn)
        .toList();
  }

  /**
   * Names those that are forgotten unless somebody looks after them, and those that are forgotten.
   *
   * @param chosen the ARNs of the functions that are chosen
   * @param functions all that were read
   */
  List<String> notes(List<String> chosen, List<FunctionVersion> functions) {
    List<String> ended = ended(functions);
    Stream<String> left =
        entries.values().stream()
            .filter(entry -> !chosen.contains(entry.function()))
            .filter(entry -> !ended.contains(entry.function()))
            .map(this::note);
    Stream<String> others =
        functions.stream()
            .flatMap(
                function ->
                    Optional.ofNullable(entries.get(function.arn())).stream()
                        .filter(entry -> !entry.knows(function.layerArns())))
            .map(Leftovers::othersNote);
    return Stream.concat(left, others).toList();
  }

  private String note(AttachJournal.Entry entry) {
    return Messages.format(
        "An earlier run was stopped and may have changed %s, which is not chosen now. It had %s. Choose"
            + " it too in <functions>, or delete %s, if it is to stay as it is.",
        entry.function(), LayerChange.said(entry.before()), file);
  }

  private static String othersNote(AttachJournal.Entry entry) {
    return Messages.format(
        "Since an earlier run was stopped, somebody else has changed %s. It does not go back to what it"
            + " had before that run: %s.",
        entry.function(), LayerChange.said(entry.before()));
  }
}
