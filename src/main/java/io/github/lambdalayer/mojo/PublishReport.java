package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.output.ArnProperties;
import io.github.lambdalayer.output.ResultFiles;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetResult;
import java.io.IOException;
import java.nio.file.Path;
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
  private final List<String> failures = new ArrayList<>();
  private int targets;

  PublishReport(MavenProject project, Path folder, Log log) {
    this.project = project;
    this.log = log;
    this.files = new ResultFiles(folder);
    this.arns =
        project.getContextValue(KEY) instanceof ArnProperties earlier
            ? earlier
            : new ArnProperties();
    project.setContextValue(KEY, arns);
  }

  /** Adds a layer's result, and writes it down at once, for the next layer may fail. */
  void add(LayerDefinition layer, PublishResult result) throws IOException {
    arns.asMap().keySet().forEach(project.getProperties()::remove);
    arns.add(result);
    project.getProperties().putAll(arns.asMap());
    files.merge(result);
    result.targets().forEach(target -> log(layer, target));
    targets += result.targets().size();
    for (TargetResult failed : result.failures()) {
      failures.add(result.layerName() + " in " + failed.region() + ": " + failed.reason());
    }
  }

  private void log(LayerDefinition layer, TargetResult target) {
    if (target.status() == TargetResult.Status.FAILED || target.version().isEmpty()) {
      return;
    }
    LiveVersion live = target.version().get();
    if (target.status() == TargetResult.Status.PUBLISHED) {
      log.info(String.format("Published %s, %s", live.arn(), shared(target)));
    } else {
      String description =
          live.description().equals(layer.description())
              ? ""
              : String.format(", and its description '%s' stays", live.description());
      log.info(
          String.format(
              "Kept %s (%s%s), %s", live.arn(), target.reason(), description, shared(target)));
    }
  }

  private static String shared(TargetResult target) {
    if (target.permissions().isEmpty()) {
      return "not shared";
    }
    String with = "shared with " + texts(target.permissions());
    return target.granted().isEmpty() || target.granted().equals(target.permissions())
        ? with
        : with + ", of which now added: " + texts(target.granted());
  }

  private static String texts(List<Permission> permissions) {
    return permissions.stream().map(Permission::toString).collect(Collectors.joining(", "));
  }

  boolean hasFailures() {
    return !failures.isEmpty();
  }

  String failure() {
    return String.format(
        "%d of %d targets failed:%n  %s",
        failures.size(), targets, String.join(System.lineSeparator() + "  ", failures));
  }
}
