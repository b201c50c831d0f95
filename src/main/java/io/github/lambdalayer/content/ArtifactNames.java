package io.github.lambdalayer.content;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.lambdalayer.layer.Sha256;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The file names of artifacts in one folder of the layer, of the JARs in {@code java/lib} above all. The
 * rule, in this order:
 *
 * <ol>
 *   <li>{@code artifactId-baseVersion[-classifier].extension};
 *   <li>a character other than an ASCII letter, a digit, {@code .}, {@code _}, {@code +} and {@code
 *       -} becomes {@code _}, and the name gets a hash of the coordinates: Lambda's Java runtime
 *       loses a JAR with {@code %} or {@code #} in its name, and one with a non-ASCII name depends
 *       on the locale;
 *   <li>all artifacts whose names would be equal, or differ only by case, get {@code groupId-} in
 *       front;
 *   <li>those that are alike even then get a hash of the coordinates.
 * </ol>
 *
 * <p>A name depends on the coordinates of the artifacts alone, never on their order.
 */
final class ArtifactNames {

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._+-]");

  private ArtifactNames() {}

  /** A distinct and safe name for each artifact, in the order of the artifacts. */
  static Map<LayerArtifact, String> of(Collection<LayerArtifact> artifacts) {
    var names = new LinkedHashMap<LayerArtifact, String>();
    for (LayerArtifact artifact : artifacts) {
      names.put(artifact, safe(artifact, stem(artifact)));
    }
    List<LayerArtifact> alike = alike(names);
    alike.forEach(a -> names.put(a, safe(a, a.groupId() + "-" + stem(a))));
    // A name that was made distinct can meet one that was distinct before: ask again.
    for (LayerArtifact artifact : alike(names)) {
      names.put(artifact, hashed(artifact, names.getOrDefault(artifact, "")));
    }
    names.replaceAll(ArtifactNames::withExtension);
    return names;
  }

  private static String withExtension(LayerArtifact artifact, String name) {
    return name + "." + UNSAFE.matcher(artifact.extension()).replaceAll("_");
  }

  private static String stem(LayerArtifact artifact) {
    String classifier = artifact.classifier().isEmpty() ? "" : "-" + artifact.classifier();
    return artifact.artifactId() + "-" + artifact.version() + classifier;
  }

  private static String safe(LayerArtifact artifact, String name) {
    String replaced = UNSAFE.matcher(name).replaceAll("_");
    return replaced.equals(name) ? name : hashed(artifact, replaced);
  }

  private static String hashed(LayerArtifact artifact, String name) {
    String hash = Sha256.of(artifact.coordinates()).hex().substring(0, 8);
    return name.endsWith("-" + hash) ? name : name + "-" + hash;
  }

  private static List<LayerArtifact> alike(Map<LayerArtifact, String> names) {
    Function<LayerArtifact, String> folded =
        a -> withExtension(a, names.getOrDefault(a, "")).toLowerCase(Locale.ROOT);
    Map<String, Long> uses = names.keySet().stream().collect(groupingBy(folded, counting()));
    return names.keySet().stream()
        .filter(artifact -> uses.getOrDefault(folded.apply(artifact), 0L) > 1)
        .toList();
  }
}
