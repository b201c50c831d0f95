package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.NativeCode;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.Architecture;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The native code of a layer by things. A thing is all that brings the same for several machines: the
 * JARs of one artifact with all its classifiers; a file directly in {@code lib/}, {@code bin/}, {@code
 * extensions/} or at the root, with those that differ only by the name of a machine; the files below
 * another folder together.
 */
final class NativeThings {

  private static final Pattern ALONE = Pattern.compile("((lib|bin|extensions)/)?[^/]+");

  /** Words that tell the machine, between characters that are no letters and digits. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "[-_.]?(?<![a-z0-9])(linux(64)?|osx|macosx?|darwin|windows|win(32|64)?|gnu|glibc|musl"
              + "|x86[-_]?64|amd64|x64|aarch[-_]?64|arm64(-v8a)?)(?![a-z0-9])",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, Thing> things = new TreeMap<>();
  private final Map<String, LayerEntry> entries;

  private NativeThings(Survey survey) {
    this.entries =
        survey.content().entries().stream()
            .collect(Collectors.toMap(LayerEntry::path, entry -> entry));
  }

  /**
   * A program or library.
   *
   * @param place the file of the layer that it is, or that it is in
   * @param name its name in the JAR; empty for a file of its own
   * @param code what it is for
   */
  record Library(Place place, String name, NativeCode code) {

    /** The name without folders and machines, which variants for several systems have in common. */
    String plainName() {
      String path = name.isEmpty() ? place.path() : name;
      return MACHINE.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("");
    }

    /** For people. */
    String label() {
      return name.isEmpty() ? place.path() : name + " in " + place.path();
    }
  }

  /** Something with native code. */
  static final class Thing {

    private final String name;
    private final List<Library> libraries = new ArrayList<>();

    private Thing(String name) {
      this.name = name;
    }

    List<Library> libraries() {
      return libraries;
    }

    /** The architectures of Lambda that can load something of it. */
    Set<Architecture> architectures() {
      Set<Architecture> architectures = EnumSet.noneOf(Architecture.class);
      libraries.forEach(library -> library.code().loadable().ifPresent(architectures::add));
      return architectures;
    }

    /** Where it is. */
    Place place() {
      return libraries.get(0).place();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Groups what was found.
   *
   * @param survey what is in the layer
   * @param modules {@code groupId:artifactId} by the paths of the artifacts' files
   */
  static List<Thing> of(Survey survey, Map<String, String> modules) {
    var things = new NativeThings(survey);
    survey
        .jars()
        .forEach(
            (path, jar) -> {
              String module = modules.getOrDefault(path, path);
              for (JarContents.NativeFile file : jar.natives()) {
                things.add(module, path, new Library(things.place(path), file.name(), file.code()));
              }
            });
    survey
        .files()
        .forEach((path, file) -> file.nativeCode().ifPresent(code -> things.addLoose(path, code)));
    return List.copyOf(things.things.values());
  }

  private void addLoose(String path, NativeCode code) {
    // Elsewhere than among libraries it may be data, and Scripts looks at what is started.
    if (code.isLinux() || path.startsWith("lib/")) {
      String folder = path.substring(0, path.indexOf('/') + 1);
      String key = ALONE.matcher(path).matches() ? path : folder;
      add(key, key, new Library(place(path), "", code));
    }
  }

  private Place place(String path) {
    LayerEntry entry = entries.get(path);
    return entry == null ? new Place(path, "") : Place.of(entry);
  }

  private void add(String key, String name, Library library) {
    String common = MACHINE.matcher(key).replaceAll("");
    things.computeIfAbsent(common, k -> new Thing(name)).libraries.add(library);
  }
}
