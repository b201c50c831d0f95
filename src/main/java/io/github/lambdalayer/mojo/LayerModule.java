package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Which built layers a module has to publish, or to tell of. */
final class LayerModule {

  private final MavenProject project;
  private final MavenSession session;
  private final PluginConfiguration pom;
  private final Log log;

  private final String goal;
  private final Deed deed;

  /** What is to be done with the layers, for messages. */
  private record Deed(String verb, String doing, String done) {}

  LayerModule(MavenProject project, MavenSession session, MojoExecution execution, Log log) {
    this.project = project;
    this.session = session;
    this.pom = new PluginConfiguration(project, session, execution);
    this.log = log;
    this.goal = execution.getGoal();
    this.deed =
        switch (goal) {
          case "report" -> new Deed("report", "Reporting", "reported");
          case "template" -> new Deed("describe", "Describing", "described");
          default -> new Deed("publish", "Publishing", "published");
        };
  }

  /**
   * The layers that this build has made, or those that an earlier one left.
   *
   * @param folder where the descriptors are
   * @param permissions those that the goal was given; none leaves each layer its own
   * @throws InvalidInputException if the module should have a layer and has none
   */
  List<LayerDescriptor> layers(Path folder, List<Permission> permissions) throws IOException {
    var given = new GivenPermissions(pom, permissions);
    var layers = new ArrayList<LayerDescriptor>();
    Map<String, Path> files = new HashMap<>();
    for (Path file : descriptors(folder)) {
      LayerDescriptor layer = DescriptorFile.read(file);
      Path other = files.put(layer.definition().name().value(), file);
      if (other != null) {
        throw InvalidInputException.beforeBuild(
            Messages.format(
                "<layerName> is '%s' in %s and in %s: each would replace the other's version. Give"
                    + " each layer its own name.",
                layer.definition().name(), other, file));
      }
      layers.add(withPermissions(layer, given));
    }
    return layers;
  }

  private LayerDescriptor withPermissions(LayerDescriptor layer, GivenPermissions given) {
    List<Permission> written = layer.definition().permissions();
    if (given.isEmpty() || given.are(written)) {
      return layer;
    }
    if (!given.areFor(Optional.of(written))) {
      throw new InvalidInputException(
          Messages.format(
              "<permissions> in the POM are %s, and the layer %s was built with %s: it is not"
                  + " certain which are meant. If the POM has changed, build again: mvn package. If"
                  + " the layer has its own, give %s the ones that are meant in an"
                  + " execution of its own, with <permissions combine.self=\"override\">.",
              given.list(), layer.definition().name(), written, goal));
    }
    log.info(
        Messages.format(
            "%s %s with the permissions %s in place of %s.",
            deed.doing(), layer.definition().name(), given.list(), written));
    return layer.withPermissions(given.list());
  }

  private List<Path> descriptors(Path folder) throws IOException {
    Optional<BuiltLayers> built = BuiltLayers.of(project);
    if (built.isPresent()) {
      return built.get().descriptors();
    }
    Set<String> classifiers = pom.classifiers();
    var descriptors = new ArrayList<Path>();
    for (Path file : DescriptorFile.in(folder)) {
      String classifier = file.getFileName().toString().replaceFirst("\\.json$", "");
      if (classifiers.isEmpty() || classifiers.contains(classifier)) {
        descriptors.add(file);
      } else {
        log.warn("Not " + deed.done() + ", for the POM builds no such layer any more: " + file);
      }
    }
    // In a reactor the goal may be inherited by modules that have no layer at all.
    if (descriptors.isEmpty() && (session.getProjects().size() == 1 || !classifiers.isEmpty())) {
      throw InvalidInputException.beforeBuild(
          Messages.format(
              "There is no layer to %s: %s holds no descriptor. Build the layer first: mvn"
                  + " package, with the goal lambda-layer:package in the POM.",
              deed.verb(), folder));
    }
    return descriptors;
  }
}
