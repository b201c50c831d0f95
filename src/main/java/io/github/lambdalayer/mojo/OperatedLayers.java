package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.OperatedLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/**
 * Which published layers a goal is about: those that are named; else those that this project has built;
 * else those that its POM builds.
 */
final class OperatedLayers {

  private static final String KEY = "io.github.lambdalayer.namedForAll";

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
    if (!named.isEmpty() && isNamedForTheWholeReactor(named) && !takesTurn()) {
      mojo.getLog()
          .info("The layer is named for the whole build: another module has had its turn.");
      return List.of();
    }
    Set<LayerName> built = built().keySet();
    Set<LayerName> meant = !named.isEmpty() ? named : !built.isEmpty() ? built : bound();
    if (meant.isEmpty()) {
      refuseUnlessReactor();
    }
    return meant.stream().map(OperatedLayer::named).toList();
  }

  private static Set<LayerName> names(List<String> texts) {
    var names = new LinkedHashSet<LayerName>();
    texts.forEach(text -> names.add(new LayerName(text)));
    return names;
  }

  /** A name on the command line is meant once, not once in each module. */
  private boolean isNamedForTheWholeReactor(Set<LayerName> named) {
    return mojo.session.getProjects().size() > 1 && named.equals(names(pom.layersOfTheBuild()));
  }

  /**
   * Whether this is the first module of the build that comes to this goal, which need not be the root, and
   * with {@code -T} may be any. It is kept with the first project, which all sessions share that Maven
   * clones, and in the JDK's own types, for Maven may load this plugin more than once.
   */
  @SuppressWarnings("unchecked") // nobody else has this key
  private boolean takesTurn() {
    MavenProject first = mojo.session.getProjects().get(0);
    String run = mojo.execution.getGoal() + "@" + mojo.execution.getExecutionId();
    String module = mojo.project.getId();
    synchronized (first) {
      Map<String, String> turns = (Map<String, String>) first.getContextValue(KEY);
      if (turns == null) {
        turns = new LinkedHashMap<>();
        first.setContextValue(KEY, turns);
      }
      return module.equals(turns.computeIfAbsent(run, any -> module));
    }
  }

  /** The layers that this project has built, now or earlier, as far as its POM still builds them. */
  Map<LayerName, LayerDescriptor> built() throws IOException {
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

  /** All layers that are this project's own, by what was built or by the POM. */
  Set<LayerName> own() throws IOException {
    var own = new LinkedHashSet<>(built().keySet());
    own.addAll(bound());
    return own;
  }

  /** The layers that the POM builds. */
  Set<LayerName> bound() {
    return names(List.copyOf(pom.layerNames()));
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
}
