package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.LayerOverview;
import io.github.lambdalayer.output.VersionsDocument;
import io.github.lambdalayer.output.VersionsMarkdown;
import io.github.lambdalayer.output.VersionsTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Tells which versions are live, in the form and at the place that the goal was asked for. */
final class VersionsReport {

  /** A terminal's columns. */
  private static final int WIDTH = 80;

  /** What Maven puts before each line of the log. */
  private static final int LEVEL = "[INFO] ".length();

  private final VersionsMojo mojo;
  private final String format;

  /**
   * Tells nothing yet.
   *
   * @throws InvalidInputException if the form is none
   */
  VersionsReport(VersionsMojo mojo) {
    this.mojo = mojo;
    this.format = mojo.format.trim();
    if (!List.of("table", "json", "markdown").contains(format)) {
      throw new InvalidInputException(
          Messages.format("<format> is '%s': write one of table, json, markdown.", mojo.format));
    }
  }

  void tell(List<LayerOverview> found) throws IOException {
    VersionsDocument document = VersionsDocument.of(found);
    if (mojo.outputFile != null) {
      Path file = mojo.outputFile.toPath();
      AtomicFile.write(file, text(document));
      mojo.getLog().info("Written to " + file);
    } else if (format.equals("table")) {
      VersionsTable.lines(document, WIDTH - LEVEL).forEach(mojo.getLog()::info);
    } else {
      // For what reads it: the log would put its levels before the lines.
      var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.print(text(document));
      out.flush();
    }
  }

  private String text(VersionsDocument document) {
    return switch (format) {
      case "json" -> document.toJson();
      case "markdown" -> VersionsMarkdown.of(document);
      default -> String.join("\n", VersionsTable.lines(document, WIDTH)) + "\n";
    };
  }
}
