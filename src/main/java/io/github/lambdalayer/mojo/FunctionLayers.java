package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.LayersDocument;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Severity;
import io.github.lambdalayer.lint.UsedLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.model.Dependency;

/** The layers that a function runs with: those that it depends on, and those that are named. */
final class FunctionLayers {

  private final CheckMojo mojo;
  private final LayerDocuments documents;
  private final LayerDependencies dependencies;
  private final MisdeclaredLayers misdeclared;
  private final ZipLayers zips;
  private final List<String> named;
  private final List<LayerReference> namedModules;
  private final List<String> asked = new ArrayList<>();

  /**
   * Of a project.
   *
   * @param named the items of {@code <layers>}
   * @param zips where those are found that are named by a file or an ARN
   */
  FunctionLayers(CheckMojo mojo, List<String> named, ZipLayers zips) {
    this.mojo = mojo;
    this.documents = new LayerDocuments(mojo.repository, mojo.session, mojo.project, mojo.getLog());
    this.dependencies = new LayerDependencies(mojo.project);
    this.misdeclared = new MisdeclaredLayers(mojo, documents);
    this.zips = zips;
    this.named = named;
    this.namedModules =
        named.stream().filter(text -> !ZipLayers.isNamed(text)).map(LayerReference::parse).toList();
  }

  /**
   * Finds them, in the order in which the function has them.
   *
   * @return none where the function depends on none as a function does: {@link #noLayer} says what then
   * @throws InvalidInputException if one that is named does not exist
   */
  List<FoundLayer> find() throws IOException {
    var layers = new ArrayList<FoundLayer>();
    for (Dependency dependency : dependencies.declaredWell()) {
      LayerReference module = dependencies.module(dependency);
      if (namedModules.stream().noneMatch(module::isSameModule)) {
        asked.add(module.toString());
        find(module, LayerDependencies.type(dependency))
            .ifPresent(found -> layers.addAll(layers(module, found)));
      }
    }
    layers.addAll(named());
    return FoundLayer.distinct(layers, mojo.getLog()::info);
  }

  /** Those of one module stand together, where the first of them is named. */
  private List<FoundLayer> named() throws IOException {
    var layers = new ArrayList<FoundLayer>();
    var seen = new HashSet<LayerReference>();
    for (String text : named) {
      if (ZipLayers.isNamed(text)) {
        layers.add(zips.find(text));
        continue;
      }
      LayerReference module = LayerReference.parse(text).module();
      if (seen.add(module)) {
        layers.addAll(
            chosen(
                module, namedModules.stream().filter(one -> one.module().equals(module)).toList()));
      }
    }
    return layers;
  }

  /** Dependencies on further layers, or on these, that do not work as they are declared. */
  List<Finding> misdeclared(List<FoundLayer> used) {
    return misdeclared.besides(
        used.stream().map(FoundLayer::reference).filter(Objects::nonNull).toList());
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

  /** The layers of a module that are named; all of them where no classifier is. */
  private List<FoundLayer> chosen(LayerReference module, List<LayerReference> references)
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
    List<FoundLayer> all = layers(module, document.get());
    if (references.contains(module)) {
      return all;
    }
    var chosen = new ArrayList<FoundLayer>();
    for (LayerReference reference : references) {
      chosen.add(
          all.stream()
              .filter(found -> found.layer().classifier().equals(reference.classifier()))
              .findFirst()
              .orElseThrow(() -> unknown(reference, all)));
    }
    return chosen;
  }

  private static InvalidInputException unknown(LayerReference reference, List<FoundLayer> all) {
    return new InvalidInputException(
        Messages.format(
            "<layers> has '%s', and that module has no layer of this classifier. It has: %s.",
            reference,
            String.join(", ", all.stream().map(one -> one.layer().classifier()).toList())));
  }

  private static List<FoundLayer> layers(LayerReference module, LayersDocument document) {
    return document.layers().stream().map(layer -> found(module, layer)).toList();
  }

  private static FoundLayer found(LayerReference module, LayersDocument.Layer layer) {
    String digest = Objects.requireNonNullElse(layer.codeSha256(), "");
    return new FoundLayer(used(module, layer), module, null, digest);
  }

  private static UsedLayer used(LayerReference module, LayersDocument.Layer layer) {
    return UsedLayer.ofModule(
            module.groupId(),
            module.artifactId(),
            module.version(),
            layer.classifier(),
            layer.unzippedSize(),
            layer.content())
        .publishedFor(layer.audience());
  }

  /** Dependencies on layers that do not work as they are declared, where no layer was found. */
  List<Finding> misdeclared() {
    return misdeclared.all().stream().map(finding -> finding.with(Severity.ERROR)).toList();
  }

  /** The failure of a function without layers. */
  InvalidInputException noLayer() {
    return new InvalidInputException(
        Messages.format(
            "%s depends on no layer: %s. Add a <dependency> on the module that builds the layer, with"
                + " <scope>provided</scope> and, unless that module has a JAR, <type>pom</type>; or"
                + " name it in <layers> as groupId:artifactId:version, by its zip or by its ARN. The module must have been built"
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
