package io.github.lambdalayer.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown as GitHub reads it. */
final class MarkdownTable {

  private MarkdownTable() {}

  /** The lines of a table; the first row is its head, and all rows have the same number of cells. */
  static List<String> lines(List<List<String>> rows) {
    var lines = new ArrayList<String>();
    for (List<String> row : rows) {
      lines.add(row.stream().collect(Collectors.joining(" | ", "| ", " |")));
      if (lines.size() == 1) {
        lines.add("|" + "---|".repeat(row.size()));
      }
    }
    return lines;
  }

  /** A text of somebody else's in a cell: it ends no cell, and begins no HTML. */
  static String cell(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .trim();
  }

  /** An ARN, which has no character that means anything. */
  static String code(String arn) {
    return "`" + arn + "`";
  }
}
