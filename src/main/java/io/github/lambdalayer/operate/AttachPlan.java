package io.github.lambdalayer.operate;

import java.util.List;

/**
 * What is to be done with functions.
 *
 * @param moves the functions that were chosen, in the order of the targets and of their names
 * @param problems what stands in the way, each with its place; then nothing is done anywhere
 * @param notes what should be known
 * @param warnings what a run that was stopped has left and this one does not look after, and what could
 *     not be taken back
 * @param ended the ARNs of functions for which nothing is open any more of a run that was stopped: it has
 *     not changed them, or somebody else has since
 */
public record AttachPlan(
    List<Move> moves,
    List<String> problems,
    List<String> notes,
    List<String> warnings,
    List<String> ended) {

  public AttachPlan {
    moves = List.copyOf(moves);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
    ended = List.copyOf(ended);
  }

  /** The functions for which something is to be done. */
  public List<Move> needed() {
    return moves.stream().filter(move -> !move.isNothing()).toList();
  }
}
