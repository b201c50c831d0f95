package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.archive.ZippedJars;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FunctionArtifact;
import io.github.lambdalayer.lint.FunctionCode.CodeSource;
import io.github.lambdalayer.lint.FunctionPackage;
import io.github.lambdalayer.lint.OwnClasses;
import io.github.lambdalayer.lint.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Takes a function's archive apart. */
final class FunctionPackages {

  private static final String LIB = "lib/";

  private final CheckMojo mojo;
  private final Map<FunctionArtifact, Path> bundled;
  private final Path work;

  /**
   * For a project.
   *
   * @param bundled its run-time dependencies
   * @param work where the JARs in the archive are unpacked
   */
  FunctionPackages(CheckMojo mojo, Map<FunctionArtifact, Path> bundled, Path work) {
    this.mojo = mojo;
    this.bundled = bundled;
    this.work = work;
  }

  /**
   * A function.
   *
   * @param function what is deployed
   * @param release the Java release that its own classes need; 0 without any
   * @param bundled the bytes that dependencies take in it
   * @param unchecked what cannot be said of it
   */
  record Apart(
      FunctionPackage function,
      int release,
      Map<FunctionArtifact, Long> bundled,
      List<Finding> unchecked) {}

  /** The function in an archive. */
  Apart of(FunctionArchive.Found archive) throws IOException {
    String label = FunctionArchive.name(archive.file());
    Set<String> loose =
        archive.contents().entries().stream()
            .map(LayerContents.Entry::path)
            .filter(OwnClasses::isClass)
            .map(OwnClasses::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Path output = Path.of(mojo.project.getBuild().getOutputDirectory());
    OwnClasses compiled = OwnClasses.in(output);
    OwnClasses own = compiled.names().isEmpty() ? OwnClasses.in(archive.file(), loose) : compiled;
    var sources = new ArrayList<CodeSource>();
    sources.add(new CodeSource("", label, archive.file()));
    sources.addAll(jars(archive, label));
    boolean isThin =
        sources.size() == 1
            && !bundled.isEmpty()
            && own.names().containsAll(loose)
            && !(compiled.names().isEmpty() && holdsDependency(loose));
    long size = archive.unzippedSize();
    var files = new BundledFiles(bundled);
    Map<FunctionArtifact, Long> sizes = isThin ? files.whole() : files.in(archive.contents());
    if (isThin) {
      sources.addAll(added(label));
      size += sizes.values().stream().mapToLong(Long::longValue).sum();
    }
    Set<String> present = present(own.names(), loose, sources);
    var unchecked = new ArrayList<Finding>();
    if (isThin) {
      unchecked.add(thin(label));
    }
    if (present.isEmpty() && !own.names().isEmpty()) {
      unchecked.add(foreign(label, output));
    }
    return new Apart(
        new FunctionPackage(label, sources, present, size), own.release(), sizes, unchecked);
  }

  /** The JARs of its {@code lib}; of what Lambda would refuse for its size, none is unpacked. */
  private List<CodeSource> jars(FunctionArchive.Found archive, String label) throws IOException {
    return archive.unzippedSize() > Limits.UNZIPPED_BYTES
        ? List.of()
        : ZippedJars.unpack(archive.file(), LIB, work).entrySet().stream()
            .map(jar -> new CodeSource(jar.getKey(), label, jar.getValue()))
            .toList();
  }

  /** Where nothing tells which classes are the archive's own: whether one of a dependency is there. */
  private boolean holdsDependency(Set<String> loose) throws IOException {
    for (Path jar : bundled.values()) {
      if (classes(jar).stream().anyMatch(loose::contains)) {
        return true;
      }
    }
    return false;
  }

  /** As a tool would put them into {@code lib}: in the order of their names. */
  private List<CodeSource> added(String label) {
    var jars = new TreeMap<String, CodeSource>();
    for (var one : bundled.entrySet()) {
      Path jar = one.getValue();
      String path = LIB + FunctionArchive.name(jar);
      if (jars.containsKey(path)) {
        // Two groups may have artifacts of one name; tools put the group before it then.
        path = LIB + one.getKey().groupId() + "-" + FunctionArchive.name(jar);
      }
      jars.put(path, new CodeSource(path, "the run-time dependencies of " + label, jar));
    }
    return List.copyOf(jars.values());
  }

  /** The own classes that are deployed, at the root or in a JAR. */
  private static Set<String> present(Set<String> own, Set<String> loose, List<CodeSource> sources)
      throws IOException {
    var present = new TreeSet<String>(own);
    if (!loose.containsAll(own)) {
      var all = new TreeSet<String>(loose);
      for (CodeSource source : sources.subList(1, sources.size())) {
        all.addAll(classes(source.file()));
      }
      present.retainAll(all);
    }
    return present;
  }

  /** None where it is no JAR, for Lambda passes over it. */
  private static Set<String> classes(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(OwnClasses::isClass)
          .map(OwnClasses::name)
          .collect(Collectors.toSet());
    } catch (ZipException e) {
      return Set.of();
    }
  }

  private Finding thin(String label) {
    return Rule.UNCHECKED.found(
        Messages.format(
            "%s does not have %s of the function, which %s taken for what another tool adds to its lib"
                + " (sam build, for example).",
            label,
            bundled.size() == 1
                ? "the one run-time dependency"
                : Messages.format("any of the %d run-time dependencies", bundled.size()),
            bundled.size() == 1 ? "was" : "were"),
        "If it is deployed as it is, bundle them (maven-shade-plugin), or give them scope provided and"
            + " put them into a layer; if another archive is deployed, name it in <archive>.");
  }

  private static Finding foreign(String label, Path output) {
    return Rule.UNCHECKED.found(
        Messages.format(
            "%s has none of the classes in %s, so it is not known which of its classes are the"
                + " function's own, and whether they find all that they need.",
            label, output.getFileName()),
        "If the function is deployed as another archive, name it in <archive>.");
  }
}
