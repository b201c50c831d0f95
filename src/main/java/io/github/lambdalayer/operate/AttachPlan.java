package io.github.lambdalayer.operate;

import java.util.List;

/**
 * What is to be done with functions.
 *
 * @param moves the functions that were chosen, in the order of the targets and of their names
 * @param problems what stands in the way, each with its place; then nothing is done anywhere
 * @param notes what should be known
 * @param asBefore the ARNs of functions that a run which was stopped was to change, and has not
 */
public record AttachPlan(
    List<Move> moves, List<String> problems, List<String> notes, List<String> asBefore) {

  public AttachPlan {
    moves = List.copyOf(moves);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    asBefore = List.copyOf(asBefore);
  }

  /** The functions for which something is to be done. */
  public List<Move> needed() {
    return moves.stream().filter(move -> !move.isNothing()).toList();
  }
}
