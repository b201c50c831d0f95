package io.github.lambdalayer.archive;

import io.github.lambdalayer.archive.LayerInventory.Overlap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Which classes several JARs of the class path have. Lambda's Java runtime looks through the JARs of
 * {@code /opt/java/lib} in the Unicode order of their names (seen with its runtime client 2.9.0).
 */
final class ClassOverlaps {

  private static final String CLASS = ".class";

  private record Copy(String jar, long crc) {}

  /** The same JARs and the same package. */
  private record Place(List<String> jars, String folder) {}

  private static final class Found {
    private final List<String> classes = new ArrayList<>();
    private int different;
  }

  private final Map<String, List<Copy>> copies = new HashMap<>();

  /** Whether the class loader finds a JAR of that name: it loses those with {@code %} or {@code #}. */
  static boolean isFound(String path) {
    return path.indexOf('%') < 0 && path.indexOf('#') < 0;
  }

  void add(String jar, List<ZipArchiveEntry> members) {
    for (ZipArchiveEntry member : members) {
      if (isLoadedClass(member.getName())) {
        List<Copy> known = copies.computeIfAbsent(member.getName(), name -> new ArrayList<>(1));
        // A JAR can have two entries of one name: that is no second JAR.
        if (known.isEmpty() || !known.get(known.size() - 1).jar().equals(jar)) {
          known.add(new Copy(jar, member.getCrc()));
        }
      }
    }
  }

  /** Below META-INF are other releases' classes; every module and package may have its own info. */
  private static boolean isLoadedClass(String name) {
    return name.endsWith(CLASS)
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class");
  }

  /** What was found, sorted by package and JARs. */
  List<Overlap> list() {
    Map<Place, Found> found =
        new TreeMap<>(
            Comparator.comparing(Place::folder)
                .thenComparing(place -> String.join("\n", place.jars())));
    copies.forEach(
        (name, all) -> {
          if (all.size() > 1) {
            add(found, name, all);
          }
        });
    return found.entrySet().stream()
        .map(entry -> overlap(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void add(Map<Place, Found> found, String name, List<Copy> copies) {
    int slash = name.lastIndexOf('/');
    List<String> jars = copies.stream().map(Copy::jar).sorted().toList();
    var place = new Place(jars, name.substring(0, Math.max(0, slash)));
    Found one = found.computeIfAbsent(place, key -> new Found());
    one.classes.add(name.substring(slash + 1, name.length() - CLASS.length()));
    one.different += copies.stream().mapToLong(Copy::crc).distinct().count() > 1 ? 1 : 0;
  }

  private static Overlap overlap(Place place, Found found) {
    return new Overlap(
        place.jars(), place.folder(), found.classes.stream().sorted().toList(), found.different);
  }
}
