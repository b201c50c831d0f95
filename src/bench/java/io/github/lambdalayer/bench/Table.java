package io.github.lambdalayer.bench;

import java.util.List;

/** A table in Markdown. */
final class Table {

  private final StringBuilder text = new StringBuilder();

  Table(List<String> head) {
    row(head);
    text.append("|---".repeat(head.size())).append("|\n");
  }

  Table(String... head) {
    this(List.of(head));
  }

  void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  void row(String... cells) {
    row(List.of(cells));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
