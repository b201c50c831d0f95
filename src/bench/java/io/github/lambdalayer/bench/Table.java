package io.github.lambdalayer.bench;

import java.util.List;

/** A table in Markdown. */
final class Table {

  private final StringBuilder text = new StringBuilder();
  private boolean isEmpty;

  Table(List<String> head) {
    row(head);
    text.append("|---".repeat(head.size())).append("|\n");
    isEmpty = true;
  }

  Table(String... head) {
    this(List.of(head));
  }

  void row(List<String> cells) {
    isEmpty = false;
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  void row(String... cells) {
    row(List.of(cells));
  }

  /** The table below a line that says what it is; nothing where it has no row. */
  String below(String line) {
    return isEmpty ? "" : line + "\n\n" + this + "\n";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
