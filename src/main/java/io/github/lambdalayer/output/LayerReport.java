package io.github.lambdalayer.output;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerInventory;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.output.FindingsFiles.Subject;
import io.github.lambdalayer.output.ReportDocument.Finding;
import io.github.lambdalayer.output.ReportDocument.Function;
import io.github.lambdalayer.output.ReportDocument.Layer;
import io.github.lambdalayer.output.ReportDocument.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code report.html}: what is in the layers of a module, what they weigh and what was found in them. */
public final class LayerReport {

  /** The name of the page. */
  public static final String FILE = "report.html";

  private final Path folder;
  private final PortablePaths paths;

  /**
   * A report.
   *
   * @param folder where the page goes, and where the documents of other goals are looked for
   * @param paths what stands for folders of this machine
   */
  public LayerReport(Path folder, PortablePaths paths) {
    this.folder = folder;
    this.paths = paths;
  }

  /**
   * Writes the page, in place of an earlier one.
   *
   * @return the page
   * @throws InvalidInputException if a zip or {@code plan.json} cannot be read
   */
  public Path write(List<LayerDescriptor> layers) throws IOException {
    Path page = folder.resolve(FILE);
    AtomicFile.write(page, ReportPage.of(document(layers)));
    return page;
  }

  private ReportDocument document(List<LayerDescriptor> descriptors) throws IOException {
    List<Subject> found = new FindingsFiles(folder).read();
    Optional<PlanDocument> plan = PlanDocument.read(folder);
    var layers = new ArrayList<Layer>();
    for (LayerDescriptor descriptor : descriptors) {
      layers.add(layer(descriptor, found, plan));
    }
    return new ReportDocument(
        layers,
        found.stream()
            .filter(subject -> subject.goal().equals("check"))
            .map(subject -> new Function(subject.name(), findings(subject)))
            .toList());
  }

  private Layer layer(LayerDescriptor descriptor, List<Subject> found, Optional<PlanDocument> plan)
      throws IOException {
    String name = descriptor.definition().name().value();
    return ReportDocument.layer(
        descriptor,
        LayerInventory.of(descriptor.definition().name(), descriptor.zip().file()),
        found.stream()
            .filter(subject -> subject.goal().equals("package") && subject.name().equals(name))
            .findFirst()
            .map(this::findings)
            .orElse(null),
        plan.flatMap(
                document ->
                    document.layers().stream()
                        .filter(layer -> name.equals(layer.layerName()))
                        .findFirst())
            .map(layer -> Plan.of(layer, descriptor.zip(), paths))
            .orElse(null));
  }

  private List<Finding> findings(Subject subject) {
    return subject.findings().stream().map(item -> Finding.of(item, paths)).toList();
  }
}
