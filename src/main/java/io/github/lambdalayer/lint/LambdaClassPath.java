package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.Survey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The JARs of a layer in the order in which functions look into them: by their file names, and behind
 * each what its manifest names, as AWS's {@code CustomerClassLoader} and the {@code URLClassLoader} that
 * it extends do.
 */
final class LambdaClassPath {

  private static final String ROOT = "/opt/";

  private final Survey survey;
  private final Map<String, LayerEntry> entries = new HashMap<>();
  private final Set<String> folders;
  private final Set<String> seen = new HashSet<>();
  private final List<Jar> jars = new ArrayList<>();
  private final Map<String, List<String>> missing = new TreeMap<>();

  private LambdaClassPath(Survey survey) {
    this.survey = survey;
    this.folders = Set.copyOf(survey.content().folders());
    survey.content().entries().forEach(entry -> entries.put(entry.path(), entry));
    follow();
  }

  /**
   * A JAR on the class path.
   *
   * @param entry its entry in the layer
   * @param contents what is in it
   * @param by the path of the JAR whose manifest brought it to its place; empty where its name did
   */
  record Jar(LayerEntry entry, JarContents contents, String by) {

    String path() {
      return entry.path();
    }
  }

  /** A place on the class path that was not looked into yet. */
  private record Next(String path, String by) {}

  static LambdaClassPath of(Survey survey) {
    return new LambdaClassPath(survey);
  }

  /** The JARs, the first that is asked for a class at the beginning. */
  List<Jar> jars() {
    return List.copyOf(jars);
  }

  /** What the manifests of JARs name and the layer has not, by the paths of those JARs. */
  Map<String, List<String>> missing() {
    return missing;
  }

  private void follow() {
    Deque<Next> unopened = new ArrayDeque<>();
    survey.jars().keySet().stream()
        .filter(JavaLib::isOnClassPath)
        .sorted()
        .forEach(path -> unopened.add(new Next(path, "")));
    while (!unopened.isEmpty()) {
      Next next = unopened.pop();
      JarContents jar = survey.jars().get(next.path());
      LayerEntry entry = entries.get(next.path());
      if (jar != null && entry != null && seen.add(next.path())) {
        jars.add(new Jar(entry, jar, next.by()));
        List<String> named = named(next.path(), jar);
        for (int i = named.size() - 1; i >= 0; i--) {
          unopened.push(new Next(named.get(i), next.path()));
        }
      }
    }
  }

  /** What the manifest of a JAR names, as paths in the layer. */
  private List<String> named(String jar, JarContents contents) {
    var named = new ArrayList<String>();
    for (String url : contents.manifest().classPath()) {
      Optional<String> path = resolve(jar, url);
      if (path.filter(entries::containsKey).isPresent()) {
        named.add(path.get());
      } else if (path.filter(folders::contains).isEmpty()) {
        missing.computeIfAbsent(jar, key -> new ArrayList<>()).add(url);
      }
    }
    return named;
  }

  private static Optional<String> resolve(String jar, String url) {
    try {
      URI resolved = new URI("file", null, ROOT + jar, null).resolve(new URI(url)).normalize();
      String path = "file".equals(resolved.getScheme()) ? resolved.getPath() : null;
      return Optional.ofNullable(path)
          .filter(p -> p.startsWith(ROOT))
          .map(p -> p.substring(ROOT.length()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
