package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.output.LayerReport;
import io.github.lambdalayer.output.PortablePaths;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes what is in the layers of the module, what they weigh and what was found in them as one HTML
 * page: {@code target/lambda-layer/report.html}. It needs the layers that {@code package} has built, and
 * tells of findings, and of what {@code plan} has left.
 * @since 1.0.0 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractLayerMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipReport", defaultValue = "false")
  boolean skipReport;

  @Override
  boolean isGoalSkipped() {
    return skipReport;
  }

  @Override
  void run() throws IOException {
    List<LayerDescriptor> layers =
        new LayerModule(project, session, execution, getLog()).layers(layerDirectory(), List.of());
    if (layers.isEmpty()) {
      getLog().info("This module has no layer to report.");
      return;
    }
    Path page = new LayerReport(layerDirectory(), paths()).write(layers);
    getLog().info("Report: " + page);
  }

  private PortablePaths paths() {
    var folders = new HashMap<Path, String>();
    add(folders, new File(System.getProperty("user.home", "")), "~/");
    add(folders, session.getRequest().getLocalRepositoryPath(), "<local repository>/");
    add(folders, session.getRequest().getMultiModuleProjectDirectory(), "<root>/");
    add(folders, project.getBasedir(), "");
    return new PortablePaths(folders);
  }

  private static void add(Map<Path, String> folders, @Nullable File folder, String name) {
    if (folder != null && !folder.getPath().isEmpty()) {
      folders.put(folder.toPath().toAbsolutePath().normalize(), name);
    }
  }
}
