package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.output.VersionsDocument.Layer;
import io.github.lambdalayer.output.VersionsDocument.Target;
import io.github.lambdalayer.output.VersionsDocument.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code versions} tells as Markdown: a table for each layer. */
public final class VersionsMarkdown {

  private static final List<String> HEAD =
      List.of(
          "account",
          "region",
          "version",
          "date",
          "size",
          "sha256",
          "description",
          "release",
          "runtimes",
          "architectures",
          "granted to",
          "used by");

  /** The place of the description, where a problem is told too. */
  private static final int DESCRIPTION = HEAD.indexOf("description");

  private VersionsMarkdown() {}

  /** The text. */
  public static String of(VersionsDocument document) {
    return document.layers().stream().map(VersionsMarkdown::of).collect(Collectors.joining("\n"));
  }

  private static String of(Layer layer) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    layer.targets().forEach(target -> add(target, rows));
    return "## "
        + layer.layerName()
        + "\n\n"
        + MarkdownTable.lines(rows).stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static void add(Target target, List<List<String>> rows) {
    String account = target.account() == null ? "-" : target.account();
    String problem = target.problem();
    if (problem != null || target.versions().isEmpty()) {
      var row = new ArrayList<>(Collections.nCopies(HEAD.size(), "-"));
      row.set(0, account);
      row.set(1, target.region());
      row.set(
          DESCRIPTION,
          MarkdownTable.cell(problem == null ? "no versions" : "not known: " + problem));
      rows.add(row);
    }
    target.versions().forEach(version -> rows.add(row(account, target.region(), version)));
  }

  private static List<String> row(String account, String region, Version version) {
    String created = version.created();
    List<String> users = version.users();
    return List.of(
        account,
        region,
        Long.toString(version.version()),
        created == null ? "-" : created.substring(0, 10),
        Limits.humanBytes(version.codeSize()),
        VersionsTable.digest(version),
        MarkdownTable.cell(VersionsTable.description(version)),
        version.release() == null ? "-" : MarkdownTable.cell(version.release()),
        joined(version.runtimes()),
        joined(version.architectures()),
        joined(version.permissions()),
        users == null ? "not known" : joined(users));
  }

  private static String joined(List<String> items) {
    return items.isEmpty() ? "-" : MarkdownTable.cell(String.join(", ", items));
  }
}
