package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.output.VersionsDocument.Layer;
import io.github.lambdalayer.output.VersionsDocument.Target;
import io.github.lambdalayer.output.VersionsDocument.Version;
import java.util.List;

/** What {@code versions} tells as Markdown: a table for each layer. */
public final class VersionsMarkdown {

  private static final String HEAD =
      "| account | region | version | date | size | description | runtimes | architectures |"
          + " granted to | used by |\n|---|---|---|---|---|---|---|---|---|---|\n";

  private final StringBuilder text = new StringBuilder();

  private VersionsMarkdown() {}

  /** The text. */
  public static String of(VersionsDocument document) {
    var markdown = new VersionsMarkdown();
    document.layers().forEach(markdown::add);
    return markdown.text.toString();
  }

  private void add(Layer layer) {
    text.append(text.isEmpty() ? "" : "\n").append("## ").append(layer.layerName()).append("\n\n");
    text.append(HEAD);
    layer.targets().forEach(this::add);
  }

  private void add(Target target) {
    String account = target.account() == null ? "-" : target.account();
    String problem = target.problem();
    if (problem != null || target.versions().isEmpty()) {
      add(
          account,
          target.region(),
          "-",
          "-",
          "-",
          problem == null ? "no versions" : "not known: " + problem,
          "-",
          "-",
          "-",
          "-");
    }
    target.versions().forEach(version -> add(account, target.region(), version));
  }

  private void add(String account, String region, Version version) {
    String created = version.created();
    String release = version.release();
    List<String> users = version.users();
    add(
        account,
        region,
        Long.toString(version.version()),
        created == null ? "-" : created.substring(0, 10),
        Limits.humanBytes(version.codeSize()),
        version.description() + (release == null ? "" : " (" + release + ")"),
        joined(version.runtimes()),
        joined(version.architectures()),
        joined(version.permissions()),
        users == null ? "not known" : joined(users));
  }

  private static String joined(List<String> items) {
    return items.isEmpty() ? "-" : String.join(", ", items);
  }

  private void add(String... cells) {
    text.append('|');
    for (String cell : cells) {
      text.append(' ').append(escaped(cell)).append(" |");
    }
    text.append('\n');
  }

  /** What would end a cell or a line, or be read as HTML. */
  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replaceAll("\\s+", " ");
  }
}
