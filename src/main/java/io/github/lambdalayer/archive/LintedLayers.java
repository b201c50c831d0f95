package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.content.Preparation;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.lint.LintedLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * What is examined of a layer that is built here.
 *
 * @param request what is to be built
 */
record LintedLayers(PackageRequest request) {

  LintedLayer of(Preparation.Prepared prepared, LayerDefinition definition, LayerContent content) {
    return new LintedLayer(
        content,
        prepared.survey(),
        definition,
        inMavensOrder(prepared.collected().artifacts()),
        new LintedLayer.Project(
            request.projectVersion(),
            request.isSnapshot(),
            request.compilerRelease(),
            request.outputTimestamp()),
        this::isNamedExecutable,
        request.content().nativeLibraries(),
        prepared.jars());
  }

  /** What stands on the class path in the order of the request, then what mappings sent elsewhere. */
  private List<Located> inMavensOrder(List<Located> located) {
    Map<LayerArtifact, Integer> order = new LinkedHashMap<>();
    request.content().artifacts().forEach(artifact -> order.put(artifact, order.size()));
    var sorted = new ArrayList<>(located);
    sorted.sort(Comparator.comparing(one -> order.getOrDefault(one.artifact(), Integer.MAX_VALUE)));
    return sorted;
  }

  private boolean isNamedExecutable(String path) {
    return request.content().executables().stream()
        .anyMatch(pattern -> SelectorUtils.matchPath(pattern, path, "/", true));
  }
}
