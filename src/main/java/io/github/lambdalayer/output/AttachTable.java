package io.github.lambdalayer.output;

import io.github.lambdalayer.operate.Move;
import io.github.lambdalayer.operate.MoveResult;
import java.util.ArrayList;
import java.util.List;

/** Functions and what becomes of their layers, with a line for each. */
public final class AttachTable {

  private AttachTable() {}

  /** What is to be done. */
  public static List<String> ofMoves(List<Move> moves) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("place", "function", "layer"));
    for (Move move : moves) {
      rows.add(
          List.of(
              move.place().toString(), move.name(), move.isNothing() ? "as it is" : move.said()));
    }
    return Columns.lines(rows);
  }

  /** What was done. */
  public static List<String> ofResults(List<MoveResult> results) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("place", "function", "layer", "done"));
    for (MoveResult result : results) {
      Move move = result.move();
      rows.add(List.of(move.place().toString(), move.name(), move.said(), done(result)));
    }
    return Columns.lines(rows);
  }

  private static String done(MoveResult result) {
    String status =
        switch (result.status()) {
          case MOVED -> "moved";
          case KEPT -> "had it already";
          case RESTORED -> "as before";
          case CHANGED_BY_OTHERS -> "changed by others";
          case UNTOUCHED -> "not changed";
          case NOT_RESTORED -> "NOT PUT BACK";
        };
    return result.reason().isPresent() ? "FAILED, " + status : status;
  }
}
