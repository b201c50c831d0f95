package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.GoalUse;
import io.github.lambdalayer.publish.PublishOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
   * What they may do, as far as it decides what they call: whatever one of their configurations makes them
   * do, for what another says or leaves out does not change that.
   *
   * @param layers the layers as they are published
   * @param options how they are
   */
  Set<GoalUse> uses(List<LayerDescriptor> layers, PublishOptions options) {
    var uses = EnumSet.noneOf(GoalUse.class);
    pom.configurations("share").forEach(share -> uses.addAll(sharing(share, isPublic(layers))));
    pom.configurations("attach").forEach(attach -> uses.addAll(attaching(attach)));
    if (pom.configurations("prune").stream().anyMatch(prune -> prune.isTrue("keepGranted", true))) {
      uses.add(GoalUse.KEEPS_GRANTED);
    }
    if (options.alignVersions()
        || pom.configurations("publish").stream()
            .anyMatch(publish -> publish.isTrue("alignVersions", false))) {
      uses.add(GoalUse.LOOKS_AT_PADDING);
    }
    return uses;
  }

  /** By the same order as {@code share}: whom it is told, whom it is given, whom the layers are for. */
  private static Set<GoalUse> sharing(GoalConfiguration share, boolean areLayersPublic) {
    var uses = EnumSet.noneOf(GoalUse.class);
    List<String> named = share.items(share.has("with") ? "with" : Permission.PERMISSIONS);
    boolean isPublic = named.isEmpty() ? areLayersPublic : named.contains("public");
    if (isPublic && !share.isTrue("allowPublicSnapshot", false)) {
      uses.add(GoalUse.ASKS_FOR_SNAPSHOTS);
    }
    if (!share.has("with") && share.isTrue("removeOtherGrants", false)) {
      uses.add(GoalUse.REMOVES_OTHERS);
    }
    return uses;
  }

  private static Set<GoalUse> attaching(GoalConfiguration attach) {
    var uses = EnumSet.noneOf(GoalUse.class);
    if (!attach.has("version")) {
      uses.add(GoalUse.FINDS_NEWEST);
    }
    if (attach.items("functions").stream().anyMatch(item -> item.contains("tag:"))) {
      uses.add(GoalUse.CHOOSES_BY_TAG);
    }
    if (attach.has("testEvent")) {
      uses.add(GoalUse.INVOKES);
    }
    return uses;
  }

  private static boolean isPublic(List<LayerDescriptor> layers) {
    return layers.stream()
        .flatMap(layer -> layer.definition().permissions().stream())
        .anyMatch(Permission.Everyone.class::isInstance);
  }
}
