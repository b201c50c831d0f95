package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.LooseFile;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Files that look as if they were meant for a runtime, and that are where none looks. Data and
 * configuration can be anywhere, and so can JARs that are named on a command line: agents and programs.
 * Where the layer has a runtime of its own, nobody knows where that looks.
 */
final class MisplacedFiles {

  /**
   * What looks like a mistake, and what would be right. The first group is the folder. Loops over folders
   * give nothing back, for else Java's matcher needs stack for each.
   */
  private enum Mistake {
    TREE_TOO_DEEP(
        "(opt/)(?:java/lib|nodejs|python|ruby|bin|lib|extensions)/.*"
            + "|(java/java/)lib/.*|(nodejs/nodejs/)node_modules/.*",
        "Lambda unpacks a layer into /opt, so this is one folder too deep.",
        "Move what is in it one folder up."),
    LOOSE_CLASSES(
        "((?!java/lib/)(?:[^/]+/)?)(?:[^/]+/)*+[^/]+\\.class|(java/)META-INF/services/.*",
        "functions find classes and services in the JARs of java/lib alone.",
        "Put them into a JAR, and that into java/lib."),
    JAR_ELSEWHERE(
        "(java/|lib/)(?!lib/)(?:[^/]+/)*+[^/]+\\.jar",
        "only the JARs in java/lib are on the class path of functions.",
        "Move it to java/lib."),
    NODE_MODULES(
        "(node_modules/).*",
        "Node.js looks into nodejs/node_modules.",
        "Move the folder below nodejs/."),
    SITE_PACKAGES(
        "((?:lib/)?python\\d[^/]*/site-packages/|site-packages/|python/(?:lib/)?site-packages/"
            + "|python/python\\d[^/]*/site-packages/).*|([^/]+\\.dist-info/).*",
        "Python looks into python and python/lib/python3.x/site-packages.",
        "Move what is in it to python/."),
    GEMS(
        "(ruby/gems/)(?!\\d+\\.\\d+\\.\\d+/).*|(ruby/\\d+\\.\\d+\\.\\d+/).*",
        "Ruby looks into ruby/gems/3.x.0, by its version, and into ruby/lib.",
        "Move what is in it to ruby/gems/ and the version of Ruby, for example ruby/gems/3.4.0/."),
    MACOS(
        "(__MACOSX/).*",
        "it is what the archiver of macOS writes beside files, and nothing reads it.",
        "Leave it out.");

    private final Pattern paths;
    private final String reason;
    private final String fix;

    Mistake(String paths, String reason, String fix) {
      this.paths = Pattern.compile(paths);
      this.reason = reason;
      this.fix = fix;
    }
  }

  /** Started by Lambda; what stands below a folder in there is not. */
  private static final Pattern EXTENSION = Pattern.compile("extensions/[^/]+");

  private static final Pattern BELOW_EXTENSIONS = Pattern.compile("extensions/[^/]+/.+");
  private static final Pattern INTERPRETER = Pattern.compile("bin/(python|node|java|ruby)[^/]*");
  private static final Attributes.Name PREMAIN = new Attributes.Name("Premain-Class");

  private MisplacedFiles() {}

  /** A warning for each folder with such files. */
  static List<Finding> check(LintedLayer layer) throws IOException {
    List<LayerEntry> entries = layer.content().entries();
    var findings = new ArrayList<Finding>();
    boolean hasExtension = has(entries, EXTENSION);
    if (!hasExtension) {
      List<LayerEntry> programs =
          entries.stream().filter(entry -> isProgramBelowExtensions(layer, entry)).toList();
      if (!programs.isEmpty()) {
        findings.add(
            finding(
                "extensions/",
                programs,
                "Lambda starts the programs directly in extensions, and there is none.",
                "Move what is to be started up into extensions/."));
      }
    }
    boolean hasRuntime =
        has(entries, Pattern.compile("bootstrap")) || has(entries, INTERPRETER) || hasExtension;
    for (Mistake mistake : Mistake.values()) {
      boolean isAnybodys = mistake == Mistake.TREE_TOO_DEEP || mistake == Mistake.MACOS;
      // Extensions and runtimes of the user's own look where they want, but not into Java's folder.
      check(mistake, entries).stream()
          .filter(f -> !hasRuntime || isAnybodys || f.place().path().startsWith("java/"))
          .forEach(findings::add);
    }
    return findings;
  }

  private static boolean has(List<LayerEntry> entries, Pattern path) {
    return entries.stream().anyMatch(entry -> path.matcher(entry.path()).matches());
  }

  private static boolean isProgramBelowExtensions(LintedLayer layer, LayerEntry entry) {
    LooseFile file = layer.survey().files().get(entry.path());
    return file != null
        && BELOW_EXTENSIONS.matcher(entry.path()).matches()
        && !entry.path().matches(".*\\.so(\\..*)?")
        && (file.kind() == LooseFile.Kind.SCRIPT || file.kind() == LooseFile.Kind.NATIVE);
  }

  private static List<Finding> check(Mistake mistake, List<LayerEntry> entries) throws IOException {
    var folders = new TreeMap<String, List<LayerEntry>>();
    for (LayerEntry entry : entries) {
      Matcher match = mistake.paths.matcher(entry.path());
      if (match.matches() && !(mistake == Mistake.JAR_ELSEWHERE && isStarted(entry))) {
        folders.computeIfAbsent(folder(match), f -> new ArrayList<>()).add(entry);
      }
    }
    return folders.entrySet().stream()
        .map(folder -> finding(folder.getKey(), folder.getValue(), mistake.reason, mistake.fix))
        .toList();
  }

  private static String folder(Matcher match) {
    return Stream.of(1, 2, 3)
        .filter(group -> group <= match.groupCount())
        .map(match::group)
        .filter(group -> group != null)
        .findFirst()
        .orElse("");
  }

  /** Agents and programs are named where they are used. */
  private static boolean isStarted(LayerEntry jar) throws IOException {
    try (InputStream in = jar.source().open();
        var contents = new JarInputStream(in, false)) {
      Manifest manifest = contents.getManifest();
      return manifest != null
          && (manifest.getMainAttributes().containsKey(Attributes.Name.MAIN_CLASS)
              || manifest.getMainAttributes().containsKey(PREMAIN));
    } catch (ZipException e) {
      return false;
    }
  }

  private static Finding finding(String folder, List<LayerEntry> files, String reason, String fix) {
    return Rule.MISPLACED_FILE.found(
        files.size() == 1 ? Place.of(files.get(0)) : new Place(folder, files.get(0).origin()),
        Messages.format("No runtime finds %s: %s", Lists.inLine(files, LayerEntry::path), reason),
        fix);
  }
}
