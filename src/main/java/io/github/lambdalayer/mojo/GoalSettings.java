package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.GoalUse;
import io.github.lambdalayer.publish.PublishOptions;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** What the goals after publishing are configured with, wherever that stands. */
final class GoalSettings {

  private final PluginConfiguration pom;

  GoalSettings(MavenProject project, MavenSession session, MojoExecution execution) {
    this.pom = new PluginConfiguration(project, session, execution);
  }

  /**
   * What they do, as far as it decides what they call.
   *
   * @param layers the layers as they are published
   * @param options how they are
   */
  GoalUse use(List<LayerDescriptor> layers, PublishOptions options) {
    List<String> with = pom.values("share", "with");
    boolean isPublic = with.isEmpty() ? isPublic(layers) : has(with, "public");
    List<String> keepGranted = pom.values("prune", "keepGranted");
    return new GoalUse(
        options.alignVersions(),
        isPublic && !(options.allowPublicSnapshot() || isSet("share", "allowPublicSnapshot")),
        with.isEmpty() && (options.removeOtherGrants() || isSet("share", "removeOtherGrants")),
        keepGranted.isEmpty() || keepGranted.contains("true"),
        pom.values("attach", "version").isEmpty(),
        has(pom.values("attach", "functions"), "tag:"),
        !pom.values("attach", "testEvent").isEmpty());
  }

  private boolean isSet(String goal, String parameter) {
    return pom.values(goal, parameter).contains("true");
  }

  private static boolean has(List<String> values, String part) {
    return values.stream().anyMatch(value -> value.contains(part));
  }

  private static boolean isPublic(List<LayerDescriptor> layers) {
    return layers.stream()
        .flatMap(layer -> layer.definition().permissions().stream())
        .anyMatch(Permission.Everyone.class::isInstance);
  }
}
