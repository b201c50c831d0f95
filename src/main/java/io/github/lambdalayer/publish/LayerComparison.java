package io.github.lambdalayer.publish;

import static java.util.stream.Collectors.toMap;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.LayerDifference.Artifact;
import io.github.lambdalayer.publish.LayerDifference.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the live zip of a layer with the one that was built. */
final class LayerComparison {

  /** Versions begin with a digit; the last such part counts, for {@code log4j-1.2-api-2.20.0.jar}. */
  private static final Pattern JAR =
      Pattern.compile("java/lib/([^/]+)-(\\d[^/-]*(?:-[^/\\d-][^/-]*)*)\\.jar");

  /** What AWS Signer adds to a zip. */
  private static final String SIGNATURE = "META_INF/aws_signer_signature_v1.0.SF";

  private final LayerContents live;
  private final LayerContents built;
  private final List<Jar> before;
  private final List<Jar> after;
  private final Set<String> told = new HashSet<>();
  private final List<Artifact> added = new ArrayList<>();
  private final List<Artifact> removed = new ArrayList<>();
  private final List<Change> changed = new ArrayList<>();

  LayerComparison(LayerName layer, LayerContents live, LayerContents built) {
    this.live = live;
    this.built = built;
    Optional<ContentDocument> liveDocument = live.readableDocument(layer);
    Optional<ContentDocument> builtDocument = built.readableDocument(layer);
    boolean documented = liveDocument.isPresent() && builtDocument.isPresent();
    before = documented ? jars(liveDocument.get()) : jars(live);
    after = documented ? jars(builtDocument.get()) : jars(built);
    told.add(ContentDocument.path(layer));
    told.add(SIGNATURE);
    liveDocument.ifPresent(document -> told.add(path(document)));
    builtDocument.ifPresent(document -> told.add(path(document)));
    before.forEach(jar -> told.add(jar.path()));
    after.forEach(jar -> told.add(jar.path()));
  }

  /**
   * An artifact by name and version; the fingerprint tells whether it has the same bytes. One that was
   * unpacked has the path of a folder, so that its files are told of beside it.
   */
  private record Jar(String path, String name, String version, String fingerprint) {

    Artifact artifact() {
      return new Artifact(name, version);
    }
  }

  private static String path(ContentDocument document) {
    return ContentDocument.FOLDER + document.layerName() + ".json";
  }

  private static List<Jar> jars(ContentDocument document) {
    return document.artifacts().stream().map(LayerComparison::jar).toList();
  }

  private static Jar jar(ContentDocument.Item item) {
    String type = item.type() == null ? "" : ":" + item.type();
    String classifier = item.classifier() == null ? "" : ":" + item.classifier();
    return new Jar(
        item.path(),
        item.groupId() + ":" + item.artifactId() + type + classifier,
        item.version(),
        item.sha256());
  }

  private static List<Jar> jars(LayerContents contents) {
    return contents.entries().stream().flatMap(entry -> jar(entry).stream()).toList();
  }

  private static Optional<Jar> jar(LayerContents.Entry entry) {
    Matcher name = JAR.matcher(entry.path());
    return name.matches()
        ? Optional.of(new Jar(entry.path(), name.group(1), name.group(2), fingerprint(entry)))
        : Optional.empty();
  }

  private static String fingerprint(LayerContents.Entry entry) {
    return entry.crc() + "/" + entry.size();
  }

  LayerDifference difference() {
    Map<String, Deque<Jar>> left = byName(before);
    Map<String, Deque<Jar>> right = byName(after);
    var names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String name : names) {
      compare(
          left.getOrDefault(name, new ArrayDeque<>()),
          right.getOrDefault(name, new ArrayDeque<>()));
    }
    Map<String, String> liveFiles = files(live);
    Map<String, String> builtFiles = files(built);
    return new LayerDifference(
        added,
        removed,
        changed.stream().distinct().toList(),
        builtFiles.keySet().stream().filter(path -> !liveFiles.containsKey(path)).toList(),
        liveFiles.keySet().stream().filter(path -> !builtFiles.containsKey(path)).toList(),
        liveFiles.entrySet().stream()
            .filter(file -> builtFiles.containsKey(file.getKey()))
            .filter(file -> !file.getValue().equals(builtFiles.get(file.getKey())))
            .map(Map.Entry::getKey)
            .toList(),
        live.size(),
        built.size());
  }

  private static Map<String, Deque<Jar>> byName(List<Jar> jars) {
    var byName = new TreeMap<String, Deque<Jar>>();
    jars.stream()
        .sorted(Comparator.comparing(Jar::version))
        .forEach(jar -> byName.computeIfAbsent(jar.name(), name -> new ArrayDeque<>()).add(jar));
    return byName;
  }

  /** Compares the JARs of one name: first those of one version, then the others in their order. */
  private void compare(Deque<Jar> left, Deque<Jar> right) {
    for (Jar jar : List.copyOf(left)) {
      Optional<Jar> same =
          right.stream().filter(other -> other.version().equals(jar.version())).findFirst();
      if (same.isPresent()) {
        left.remove(jar);
        right.remove(same.get());
        if (!same.get().fingerprint().equals(jar.fingerprint())) {
          changed.add(new Change(jar.name(), jar.version(), jar.version()));
        } else if (!same.get().path().equals(jar.path())) {
          // The same artifact elsewhere: only its files tell that.
          told.removeAll(Set.of(jar.path(), same.get().path()));
        }
      }
    }
    while (!left.isEmpty() && !right.isEmpty()) {
      Jar from = left.remove();
      changed.add(new Change(from.name(), from.version(), right.remove().version()));
    }
    left.forEach(jar -> removed.add(jar.artifact()));
    right.forEach(jar -> added.add(jar.artifact()));
  }

  /** What is neither the document nor a JAR that was compared as such. */
  private Map<String, String> files(LayerContents contents) {
    return contents.entries().stream()
        .filter(entry -> !told.contains(entry.path()))
        .collect(
            toMap(
                LayerContents.Entry::path,
                LayerComparison::fingerprint,
                (first, second) -> second,
                TreeMap::new));
  }
}
