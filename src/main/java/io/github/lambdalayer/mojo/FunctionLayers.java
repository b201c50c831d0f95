package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.LayersDocument;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.UsedLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;

/** The layers that a function runs with: those that it depends on, and those that are named. */
final class FunctionLayers {

  private final CheckMojo mojo;
  private final LayerDocuments documents;
  private final LayerDependencies dependencies;
  private final MisdeclaredLayers misdeclared;
  private final List<LayerReference> named;

  FunctionLayers(CheckMojo mojo, List<String> named) {
    this.mojo = mojo;
    this.documents = new LayerDocuments(mojo.repository, mojo.session, mojo.project, mojo.getLog());
    this.dependencies = new LayerDependencies(mojo.project);
    this.misdeclared = new MisdeclaredLayers(mojo, documents);
    this.named = named.stream().map(LayerReference::parse).toList();
  }

  /**
   * Finds them.
   *
   * @throws InvalidInputException if there are none, or one that is named does not exist
   */
  List<UsedLayer> find() throws IOException {
    var layers = new ArrayList<UsedLayer>();
    var asked = new ArrayList<String>();
    for (Dependency dependency : dependencies.declaredWell()) {
      LayerReference module = dependencies.module(dependency);
      if (named.stream().noneMatch(module::isSameModule)) {
        asked.add(module.toString());
        find(module, LayerDependencies.type(dependency))
            .ifPresent(found -> layers.addAll(layers(module, found)));
      }
    }
    for (var entry : namedByModule().entrySet()) {
      layers.addAll(chosen(entry.getKey(), entry.getValue()));
    }
    if (layers.isEmpty()) {
      throw noLayer(asked);
    }
    return layers;
  }

  /** Dependencies on further layers, or on these, that do not work as they are declared. */
  List<Finding> misdeclared(List<UsedLayer> used) {
    List<LayerReference> modules =
        used.stream()
            .map(
                layer ->
                    new LayerReference(layer.groupId(), layer.artifactId(), layer.version(), ""))
            .toList();
    return misdeclared.besides(modules);
  }

  /** A POM is a layer's more often than not, a JAR hardly ever: it does not stop the build. */
  private Optional<LayersDocument> find(LayerReference module, String type) throws IOException {
    try {
      return documents.find(module);
    } catch (IOException e) {
      if (type.equals("pom")) {
        throw e;
      }
      mojo.getLog().warn("Taken for no layer: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Map<LayerReference, List<LayerReference>> namedByModule() {
    var modules = new LinkedHashMap<LayerReference, List<LayerReference>>();
    for (LayerReference one : named) {
      modules.computeIfAbsent(one.module(), module -> new ArrayList<>()).add(one);
    }
    return modules;
  }

  /** The layers of a module that are named; all of them where no classifier is. */
  private List<UsedLayer> chosen(LayerReference module, List<LayerReference> references)
      throws IOException {
    Optional<LayersDocument> document = documents.find(module);
    if (document.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<layers> has '%s', of which no repository has %s, the document that tells what is in"
                  + " its layers. Build and install or deploy that module with this plugin%s, or"
                  + " correct the coordinates: groupId:artifactId:version[:classifier].",
              references.get(0), module.document(), offline()));
    }
    List<UsedLayer> all = layers(module, document.get());
    if (references.contains(module)) {
      return all;
    }
    var chosen = new ArrayList<UsedLayer>();
    for (LayerReference reference : references) {
      chosen.add(
          all.stream()
              .filter(layer -> layer.classifier().equals(reference.classifier()))
              .findFirst()
              .orElseThrow(() -> unknown(reference, all)));
    }
    return chosen;
  }

  private static InvalidInputException unknown(LayerReference reference, List<UsedLayer> all) {
    return new InvalidInputException(
        Messages.format(
            "<layers> has '%s', and that module has no layer of this classifier. It has: %s.",
            reference, String.join(", ", all.stream().map(UsedLayer::classifier).toList())));
  }

  private static List<UsedLayer> layers(LayerReference module, LayersDocument document) {
    return document.layers().stream()
        .map(
            layer ->
                new UsedLayer(
                    module.groupId(),
                    module.artifactId(),
                    module.version(),
                    layer.classifier(),
                    layer.content()))
        .toList();
  }

  private InvalidInputException noLayer(List<String> asked) {
    List<Finding> wrong = misdeclared.all();
    if (!wrong.isEmpty()) {
      return new InvalidInputException(
          Messages.format(
              "%s depends on no layer as a function does. %s",
              mojo.project.getArtifactId(),
              wrong.stream().map(Finding::text).collect(Collectors.joining(" "))));
    }
    return new InvalidInputException(
        Messages.format(
            "%s depends on no layer: %s. Add a <dependency> on the module that builds the layer, with"
                + " <scope>provided</scope> and, unless that module has a JAR, <type>pom</type>; or"
                + " name it in <layers> as groupId:artifactId:version. The module must have been built"
                + " with this plugin in the same build, or be installed or deployed%s. A module that"
                + " uses no layer needs no check: -DlambdaLayer.skipCheck.",
            mojo.project.getArtifactId(),
            asked.isEmpty()
                ? "it has no direct dependency of scope provided"
                : "none of its direct dependencies of scope provided has an artifact "
                    + LayersDocument.TYPE
                    + ":"
                    + LayersDocument.CLASSIFIER
                    + " beside it ("
                    + String.join(", ", asked)
                    + ")",
            offline()));
  }

  /** What is not at hand cannot be found then. */
  private String offline() {
    return mojo.session.isOffline()
        ? " (Maven is offline, and it may never have been fetched)"
        : "";
  }
}
