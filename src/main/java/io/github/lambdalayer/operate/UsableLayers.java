package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Target;
import io.github.lambdalayer.publish.Workers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether all layer versions can still be given to a function: those that functions are to have, and those
 * that they go back to. A version that was deleted stays on the functions that use it, and Lambda takes no
 * list of layers any more that names it.
 */
final class UsableLayers {

  private final AttachRequest request;
  private final Workers workers;

  UsableLayers(AttachRequest request, Workers workers) {
    this.request = request;
    this.workers = workers;
  }

  private record Question(Target target, String account, LayerVersionArn arn) {}

  private record Answer(Question question, String why) {

    boolean isUsable() {
      return why.isEmpty();
    }

    String arn() {
      return question.arn().toString();
    }
  }

  /**
   * What was found.
   *
   * @param problems what stands in the way
   * @param warnings what does not, for the request allows it
   * @param moves the moves, which now know what cannot be given again
   */
  record Findings(List<String> problems, List<String> warnings, List<Move> moves) {}

  Findings examine(List<Move> moves) {
    Set<Question> questions = new LinkedHashSet<>();
    List<Move> needed = moves.stream().filter(move -> !move.isNothing()).toList();
    for (Move move : needed) {
      String account = move.function().account();
      Stream.of(move.before(), move.after())
          .flatMap(List::stream)
          // Nobody can be asked of AWS's own layers.
          .flatMap(arn -> LayerVersionArn.find(arn).stream())
          .forEach(arn -> questions.add(new Question(move.target(), account, arn)));
    }
    List<Answer> gone =
        workers.all(List.copyOf(questions), UsableLayers::ask).stream()
            .filter(answer -> !answer.isUsable())
            .toList();
    var problems = new ArrayList<String>();
    var warnings = new ArrayList<String>();
    for (Answer answer : gone) {
      keepers(answer, needed).ifPresent(problems::add);
      leavers(answer, needed).ifPresent((request.allowsDeleted() ? warnings : problems)::add);
    }
    return new Findings(
        problems, warnings, moves.stream().map(move -> move.without(lost(gone, move))).toList());
  }

  private static Answer ask(Question question) {
    try {
      boolean isThere =
          WantedLayers.find(question.target(), question.account(), question.arn()).isPresent();
      return new Answer(question, isThere ? "" : "was deleted");
    } catch (LambdaCallException e) {
      if (e.isDenied()) {
        return new Answer(
            question,
            "was deleted or is not shared any more (or lambda:GetLayerVersion is not allowed)");
      }
      throw e;
    }
  }

  /** Two accounts need not have the same answer. */
  private static Set<String> lost(List<Answer> gone, Move move) {
    return gone.stream()
        .filter(answer -> answer.question().target().equals(move.target()))
        .map(Answer::arn)
        .collect(Collectors.toSet());
  }

  /** Functions that are to keep it, or to have it. */
  private static Optional<String> keepers(Answer answer, List<Move> moves) {
    String arn = answer.arn();
    return names(answer, moves, move -> move.after().contains(arn))
        .map(
            names ->
                Messages.format(
                    "%s: %s %s, and Lambda takes no list of layers any more that names it: %s."
                        + " Give those functions another version of it first.",
                    answer.question().target(), arn, answer.why(), names));
  }

  /** Functions that have it, and go back to it if something fails. */
  private Optional<String> leavers(Answer answer, List<Move> moves) {
    String arn = answer.arn();
    return names(answer, moves, move -> move.before().contains(arn) && !move.after().contains(arn))
        .map(
            names ->
                Messages.format(
                    "%s: %s %s, so these functions could not be put back to it%s: %s.%s",
                    answer.question().target(),
                    arn,
                    answer.why(),
                    request.allowsDeleted() ? ", should one fail" : "",
                    names,
                    request.allowsDeleted()
                        ? ""
                        : " To move them all the same, set -DlambdaLayer.allowDeleted."));
  }

  private static Optional<String> names(Answer answer, List<Move> moves, Predicate<Move> isMeant) {
    String names =
        moves.stream()
            .filter(move -> move.target().equals(answer.question().target()))
            .filter(isMeant)
            .map(Move::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
