package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetResult;
import java.util.ArrayList;
import java.util.List;

/** What became of a layer, with a line for each target. */
public final class ResultTable {

  private static final List<String> HEAD =
      List.of("account", "region", "version", "done", "time", "ARN");

  private ResultTable() {}

  /** The lines: columns of equal width, under their names. */
  public static List<String> lines(PublishResult result) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    result.targets().forEach(target -> rows.add(row(target)));
    return Columns.lines(rows);
  }

  private static List<String> row(TargetResult target) {
    return List.of(
        target.account().orElse("-"),
        target.region(),
        target.version().map(live -> Long.toString(live.arn().version())).orElse("-"),
        done(target),
        Messages.format("%.1f s", target.time().toMillis() / 1e3),
        target.version().map(live -> live.arn().toString()).orElse("-"));
  }

  /** What was done, in few words. */
  static String done(TargetResult target) {
    String status =
        switch (target.status()) {
          case PUBLISHED -> "published";
          case KEPT -> "kept";
          case FAILED -> "FAILED";
          case NOT_TRIED -> "not tried";
        };
    return status
        + (target.granted().isEmpty() ? "" : ", granted " + target.granted().size())
        + (target.revoked().isEmpty() ? "" : ", revoked " + target.revoked().size())
        + (target.parameters().isEmpty() ? "" : ", parameters " + target.parameters().size());
  }
}
