package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.output.ArnProperties;
import io.github.lambdalayer.output.ResultFiles;
import io.github.lambdalayer.output.ResultTable;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Tells what was published: in the log, in files, and in the project's properties. */
final class PublishReport {

  private static final String KEY = "io.github.lambdalayer.arns";

  private final MavenProject project;
  private final Log log;
  private final ResultFiles files;
  private final ArnProperties arns;
  private final Announcements announcements;
  private final List<PublishResult> results = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int targets;

  PublishReport(AbstractPublishMojo mojo, Announcements announcements) {
    this.project = mojo.project;
    this.log = mojo.getLog();
    this.files = new ResultFiles(mojo.layerDirectory());
    this.announcements = announcements;
    this.arns =
        project.getContextValue(KEY) instanceof ArnProperties earlier
            ? earlier
            : new ArnProperties();
    project.setContextValue(KEY, arns);
  }

  /** Makes sure that layers can be told of, before any is published. */
  void check(List<LayerDescriptor> layers) throws IOException {
    announcements.check(layers);
  }

  /** Tells a layer's result in the log and to what runs later in the module. */
  void add(PublishResult result) {
    results.add(result);
    if (result.targets().size() > 1) {
      String shared = texts(result.layer().permissions());
      log.info(result.layerName() + (shared.isEmpty() ? ":" : ", shared with " + shared + ":"));
      ResultTable.lines(result).forEach(line -> log.info("  " + line));
    }
    result.targets().forEach(target -> log(result, target));
    arns.asMap().keySet().forEach(project.getProperties()::remove);
    arns.add(result);
    project.getProperties().putAll(arns.asMap());
    targets += result.targets().size();
    for (TargetResult failed : result.failures()) {
      if (failed.status() == TargetResult.Status.FAILED) {
        failures.add(result.layerName() + " in " + failed.place() + ": " + failed.reason());
      }
    }
  }

  /** Writes all results down; after the log, for the files may not be writable. */
  void write() throws IOException {
    for (PublishResult result : results) {
      files.merge(result);
    }
    announcements.write(results, files);
  }

  private void log(PublishResult result, TargetResult target) {
    if (!target.isDone() || target.version().isEmpty()) {
      return;
    }
    LiveVersion live = target.version().get();
    if (result.targets().size() == 1) {
      // Of several, the table tells it.
      log.info(said(result.layer(), target, live));
    }
    warnOfOthers(live.arn(), target.others());
    if (!target.duplicates().isEmpty()) {
      log.warn(
          Messages.format(
              "%s has the same content as %s of the same layer. Nothing was deleted: see which of them"
                  + " is used, and delete the others.",
              live.arn(), target.duplicates()));
    }
  }

  private static String said(LayerDefinition layer, TargetResult target, LiveVersion live) {
    if (target.status() == TargetResult.Status.PUBLISHED) {
      return Messages.format("Published %s%s%s", live.arn(), shared(target), parameters(target));
    }
    String description =
        live.description().equals(layer.description())
            ? ""
            : Messages.format(", and its description '%s' stays", live.description());
    return Messages.format(
        "Kept %s (%s%s)%s%s",
        live.arn(), target.reason(), description, shared(target), parameters(target));
  }

  private static String parameters(TargetResult target) {
    return target.parameters().isEmpty()
        ? ""
        : ", written to " + String.join(", ", target.parameters());
  }

  /** What is left alone, for somebody may have granted it by hand; but it must be known. */
  private void warnOfOthers(LayerVersionArn arn, List<String> others) {
    if (!others.isEmpty()) {
      log.warn(
          Messages.format(
              "%s is also shared with what <permissions> does not name: %s. To take that back, set"
                  + " -DlambdaLayer.removeOtherGrants.",
              arn, String.join(", ", others)));
    }
  }

  private static String shared(TargetResult target) {
    var shared = new ArrayList<String>();
    if (!target.permissions().isEmpty()) {
      shared.add("shared with " + texts(target.permissions()));
    }
    if (!target.granted().isEmpty() && !target.granted().equals(target.permissions())) {
      shared.add("of which now added: " + texts(target.granted()));
    }
    if (!target.revoked().isEmpty()) {
      shared.add("taken back from " + String.join(", ", target.revoked()));
    }
    return shared.isEmpty() && target.others().isEmpty()
        ? ", not shared"
        : shared.stream().map(part -> ", " + part).collect(Collectors.joining());
  }

  private static String texts(List<Permission> permissions) {
    return permissions.stream().map(Permission::toString).collect(Collectors.joining(", "));
  }

  boolean hasFailures() {
    return !failures.isEmpty();
  }

  String failure() {
    return Messages.format(
        "%d of %s failed:%n  %s",
        failures.size(),
        Messages.counted(targets, "target"),
        String.join(System.lineSeparator() + "  ", failures));
  }
}
