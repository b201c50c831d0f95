package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.output.LayerReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

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
    Path page =
        new LayerReport(layerDirectory(), MachineFolders.of(project, session)).write(layers);
    getLog().info("Report: " + page);
  }
}
