package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.OperatedLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which published layers a goal is about: those that are named; else those that this project has built;
 * else those that its POM builds.
 */
final class OperatedLayers {

  private final AbstractOperateMojo mojo;
  private final PluginConfiguration pom;
  private final PomElements elements;

  OperatedLayers(AbstractOperateMojo mojo) {
    this.mojo = mojo;
    this.pom = new PluginConfiguration(mojo.project, mojo.session, mojo.execution);
    this.elements = new PomElements(mojo.session, mojo.execution);
  }

  /**
   * The layers, each once.
   *
   * @return none in a module that has none, or whose turn it is not
   * @throws InvalidInputException if nothing says which layer is meant
   */
  List<OperatedLayer> find() throws IOException {
    Set<LayerName> named = names(elements.list("layerName", mojo.layerName));
    if (!named.isEmpty() && isNamedForTheWholeReactor()) {
      mojo.getLog()
          .info("The layer is named on the command line: its turn is in the first module.");
      return List.of();
    }
    Map<LayerName, LayerDescriptor> built = built();
    Set<LayerName> meant =
        !named.isEmpty()
            ? named
            : !built.isEmpty() ? built.keySet() : names(List.copyOf(pom.layerNames()));
    if (meant.isEmpty()) {
      refuseUnlessReactor();
    }
    List<Permission> given = elements.permissions(mojo.permissions);
    var layers = new ArrayList<OperatedLayer>();
    for (LayerName name : meant) {
      layers.add(layer(name, Optional.ofNullable(built.get(name)), given));
    }
    return layers;
  }

  private static Set<LayerName> names(List<String> texts) {
    var names = new LinkedHashSet<LayerName>();
    texts.forEach(text -> names.add(new LayerName(text)));
    return names;
  }

  /** A name on the command line is meant once, not once in each module. */
  private boolean isNamedForTheWholeReactor() {
    return mojo.session.getUserProperties().containsKey("lambdaLayer.layerName")
        && mojo.session.getProjects().size() > 1
        && !mojo.project.isExecutionRoot();
  }

  private Map<LayerName, LayerDescriptor> built() throws IOException {
    Optional<BuiltLayers> now = BuiltLayers.of(mojo.project);
    var layers = new LinkedHashMap<LayerName, LayerDescriptor>();
    for (Path file :
        now.isPresent() ? now.get().descriptors() : DescriptorFile.in(mojo.layerDirectory())) {
      String classifier = file.getFileName().toString().replaceFirst("\\.json$", "");
      if (pom.classifiers().isEmpty() || pom.classifiers().contains(classifier)) {
        LayerDescriptor layer = DescriptorFile.said(file);
        layers.put(layer.definition().name(), layer);
      }
    }
    return layers;
  }

  private void refuseUnlessReactor() {
    if (mojo.session.getProjects().size() > 1) {
      mojo.getLog().info("This module has no layer.");
      return;
    }
    throw new InvalidInputException(
        Messages.format(
            "Nothing says which layer is meant: name it with -DlambdaLayer.layerName=my-layer, or run"
                + " lambda-layer:%s in a project that builds it.",
            mojo.execution.getGoal()));
  }

  private OperatedLayer layer(
      LayerName name, Optional<LayerDescriptor> built, List<Permission> given) {
    List<Permission> written =
        built.map(layer -> layer.definition().permissions()).orElse(List.of());
    if (!given.isEmpty() && !written.isEmpty()) {
      refuseUncertain(name, given, written);
    }
    String snapshot =
        built
            .filter(LayerDescriptor::isSnapshot)
            .map(layer -> layer.zip().codeSha256())
            .orElse(null);
    return new OperatedLayer(name, given.isEmpty() ? written : given, snapshot);
  }

  /** A layer with permissions of its own must not get those of the others. */
  private void refuseUncertain(LayerName name, List<Permission> given, List<Permission> written) {
    boolean differ = !new HashSet<>(given).equals(new HashSet<>(written));
    if (differ && pom.isInherited("permissions") && pom.isOverridden("permissions")) {
      throw new InvalidInputException(
          Messages.format(
              "<permissions> of the plugin are %s, and the layer %s was built with %s, as an execution"
                  + " has its own: it is not certain which are meant. Say it in an execution of its"
                  + " own for this goal, with <permissions combine.self=\"override\">.",
              given, name, written));
    }
  }
}
