package io.github.lambdalayer.bytecode;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The JARs of a function and of its layers, opened in the order in which Lambda looks into them. A JAR
 * that cannot be read is passed over, as Lambda does.
 */
public final class CodePath implements Closeable {

  private static final Comparator<CodeJar> BY_PATH =
      Comparator.comparing(CodeJar::path)
          .thenComparing(CodeJar::owner)
          .thenComparing(CodeJar::file);

  private final int release;
  private final List<JarClasses> open = new ArrayList<>();
  private final Map<CodeJar, String> unreadable = new LinkedHashMap<>();
  private final Map<String, JarClasses.Entry> function;
  private final Map<String, JarClasses.Entry> layers;

  private CodePath(List<CodeJar> function, List<CodeJar> layers, int release) {
    this.release = release;
    this.function = index(function);
    this.layers = index(layers);
  }

  /**
   * Opens them.
   *
   * @param function what is in {@code /var/task}, in Lambda's order
   * @param layers what is in {@code /opt/java/lib}, in Lambda's order
   * @param release the Java release that loads them, which chooses among the versions in a
   *     Multi-Release JAR
   */
  public static CodePath open(List<CodeJar> function, List<CodeJar> layers, int release) {
    return new CodePath(function, layers, release);
  }

  private Map<String, JarClasses.Entry> index(List<CodeJar> jars) {
    var index = new HashMap<String, JarClasses.Entry>();
    for (CodeJar jar : jars) {
      try {
        JarClasses classes = JarClasses.open(jar);
        open.add(classes);
        classes.classes(release).forEach(index::putIfAbsent);
      } catch (IOException e) {
        unreadable.put(jar, String.valueOf(e.getMessage()));
      }
    }
    return index;
  }

  /** The JARs that could not be opened, and why. */
  public Map<CodeJar, String> unreadable() {
    return new LinkedHashMap<>(unreadable);
  }

  /** Where Lambda loads a class from: the function's own before the layers'. */
  Optional<JarClasses.Entry> find(String name) {
    JarClasses.Entry entry = function.get(name);
    return Optional.ofNullable(entry == null ? layers.get(name) : entry);
  }

  /** Whether the function or a layer has a class whose name begins so, as {@code com/example/}. */
  public boolean hasPackage(String prefix) {
    return function.keySet().stream().anyMatch(name -> name.startsWith(prefix))
        || layers.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /**
   * The classes that both the function and a layer have, for each pair of JARs that the function and the
   * layers load them from; sorted by the JARs' paths.
   */
  public List<SharedClasses> shared() {
    var pairs = new TreeMap<Pair, List<String>>();
    for (var entry : function.entrySet()) {
      JarClasses.Entry inLayer = layers.get(entry.getKey());
      if (inLayer != null) {
        pairs
            .computeIfAbsent(
                new Pair(entry.getValue().jar().jar(), inLayer.jar().jar()),
                pair -> new ArrayList<>())
            .add(entry.getKey());
      }
    }
    return pairs.entrySet().stream().map(pair -> shared(pair.getKey(), pair.getValue())).toList();
  }

  /**
   * The classes that need a newer Java than the one that loads them, for each JAR that they are loaded
   * from; sorted by the JARs' paths. A layer's class that the function hides is never loaded.
   *
   * @throws IOException if a class cannot be read
   */
  public List<NewerClasses> tooNew() throws IOException {
    var newer = new TreeMap<CodeJar, NewerClasses>(BY_PATH);
    for (String name : new TreeSet<>(function.keySet())) {
      note(newer, name, function.get(name));
    }
    for (String name : new TreeSet<>(layers.keySet())) {
      if (!function.containsKey(name)) {
        note(newer, name, layers.get(name));
      }
    }
    return List.copyOf(newer.values());
  }

  private void note(Map<CodeJar, NewerClasses> newer, String name, JarClasses.@Nullable Entry entry)
      throws IOException {
    // Classes in such folders are another loader's.
    if (entry == null || name.contains("-INF/")) {
      return;
    }
    int needed = neededRelease(entry);
    if (needed > release) {
      CodeJar jar = entry.jar().jar();
      NewerClasses before = newer.getOrDefault(jar, new NewerClasses(jar, 0, "", 0));
      boolean isNewest = needed > before.release();
      newer.put(
          jar,
          new NewerClasses(
              jar,
              before.count() + 1,
              isNewest ? entry.entry() : before.newest(),
              isNewest ? needed : before.release()));
    }
  }

  /** 0 where the class is damaged, which is told where it is needed. */
  private static int neededRelease(JarClasses.Entry entry) throws IOException {
    try {
      return entry.neededRelease();
    } catch (ZipException | EOFException e) {
      return 0;
    }
  }

  private SharedClasses shared(Pair pair, List<String> names) {
    List<String> different =
        names.stream().filter(this::differs).map(Names::readable).sorted().toList();
    return new SharedClasses(pair.function(), pair.layer(), names.size(), different);
  }

  private boolean differs(String name) {
    JarClasses.Entry own = function.get(name);
    JarClasses.Entry other = layers.get(name);
    return own != null && other != null && !own.isSame(other);
  }

  private record Pair(CodeJar function, CodeJar layer) implements Comparable<Pair> {

    private static final Comparator<Pair> BY_PATHS =
        Comparator.comparing((Pair pair) -> pair.layer().path())
            .thenComparing(pair -> pair.layer().owner())
            .thenComparing(pair -> pair.function().path())
            .thenComparing(pair -> pair.function().owner())
            .thenComparing(pair -> pair.layer().file())
            .thenComparing(pair -> pair.function().file());

    @Override
    public int compareTo(Pair other) {
      return BY_PATHS.compare(this, other);
    }
  }

  @Override
  public void close() throws IOException {
    for (JarClasses jar : open) {
      jar.close();
    }
  }
}
