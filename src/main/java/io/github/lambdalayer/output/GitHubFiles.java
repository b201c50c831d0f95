package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a step of GitHub Actions tells the steps behind it, and people: the files that {@code
 * GITHUB_OUTPUT} and {@code GITHUB_STEP_SUMMARY} name. Other steps and modules write there too, so all is
 * added at the end.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 */
public final class GitHubFiles {

  /** All versions in one output. */
  private static final String ALL = "lambdaLayer-published";

  private final @Nullable Path output;
  private final @Nullable Path summary;
  private final ArnProperties arns = new ArnProperties();
  private Map<String, String> told = Map.of();

  /** The files that an environment names, if any. */
  public GitHubFiles(Map<String, String> environment) {
    this.output = path(environment.get("GITHUB_OUTPUT"));
    this.summary = path(environment.get("GITHUB_STEP_SUMMARY"));
  }

  private static @Nullable Path path(@Nullable String value) {
    return value == null || value.isBlank() ? null : Path.of(value);
  }

  private record Version(
      String layerName, String account, String region, long version, String arn) {}

  /**
   * Adds results to both files. In the outputs are only versions that are as they were wanted; an output
   * that several versions would have is emptied.
   */
  public synchronized void add(List<PublishResult> results) throws IOException {
    if (output != null) {
      results.forEach(arns::add);
      Map<String, String> outputs = outputs();
      append(output, text(outputs));
      told = outputs;
    }
    if (summary != null) {
      append(summary, results.stream().map(GitHubFiles::section).collect(Collectors.joining()));
    }
  }

  /** What was told before and stands for nothing any more is empty. */
  private Map<String, String> outputs() {
    var outputs = new TreeMap<String, String>();
    told.keySet().forEach(name -> outputs.put(name, ""));
    Map<String, String> properties = arns.asMap();
    properties.forEach((name, arn) -> outputs.put(name.replace('.', '-'), arn));
    List<Version> versions =
        properties.values().stream()
            .distinct()
            .map(LayerVersionArn::parse)
            .map(GitHubFiles::version)
            .toList();
    if (!versions.isEmpty()) {
      outputs.put(ALL, Documents.toScript(versions));
    }
    return outputs;
  }

  private static Version version(LayerVersionArn arn) {
    return new Version(
        arn.layerName().value(), arn.account(), arn.region(), arn.version(), arn.toString());
  }

  private String text(Map<String, String> outputs) {
    var text = new StringBuilder();
    outputs.forEach(
        (name, value) -> {
          if (!value.equals(told.get(name))) {
            text.append(entry(name, value));
          }
        });
    return text.toString();
  }

  /** An output; one of several lines has a delimiter that is no line of it. */
  static String entry(String name, String value) {
    if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      return name + "=" + value + "\n";
    }
    String delimiter = "end-" + Sha256.of(value).hex();
    return name + "<<" + delimiter + "\n" + value + "\n" + delimiter + "\n";
  }

  private static String section(PublishResult result) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("Region", "Account", "Version", "Done", "ARN"));
    result.targets().forEach(target -> rows.add(row(target)));
    String shared =
        result.layer().permissions().stream()
            .map(Permission::toString)
            .collect(Collectors.joining(", "));
    return Messages.format(
        "### Lambda layer %s\n\n%s\n\n%s",
        result.layerName(),
        String.join("\n", MarkdownTable.lines(rows)),
        shared.isEmpty() ? "" : "Shared with " + shared + ".\n\n");
  }

  private static List<String> row(TargetResult target) {
    return List.of(
        target.region(),
        target.account().orElse("-"),
        target.version().map(live -> Long.toString(live.arn().version())).orElse("-"),
        target.isDone()
            ? ResultTable.done(target)
            : MarkdownTable.cell(ResultTable.done(target) + ": " + target.reason()),
        target.version().map(live -> MarkdownTable.code(live.arn().toString())).orElse("-"));
  }

  private static void append(Path file, String text) throws IOException {
    if (!text.isEmpty()) {
      Files.write(
          file,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
