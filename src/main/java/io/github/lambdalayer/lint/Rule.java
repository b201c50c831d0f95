package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is looked for. Each has an id that stays, a page in {@code docs/findings}, and a severity that
 * {@code <lint>} can change.
 */
public enum Rule {
  // A layer's JARs
  CLASS_VERSION("class-version", Severity.ERROR, "Classes for a newer Java than a runtime's"),
  CONFLICTING_CLASSES("conflicting-classes", Severity.WARNING, "Different classes of one name"),
  DUPLICATE_CLASSES("duplicate-classes", Severity.NOTE, "The same class in several JARs"),
  TWO_VERSIONS("two-versions", Severity.WARNING, "One artifact in two versions"),
  RUNTIME_JAR("runtime-jar", Severity.WARNING, "What Lambda's Java runtime brings itself"),
  UNREADABLE_JAR("unreadable-jar", Severity.ERROR, "A JAR that cannot be read"),
  EMPTY_JAR("empty-jar", Severity.NOTE, "A JAR with nothing to load"),
  SOURCE_JAR("source-jar", Severity.WARNING, "Sources or Javadoc"),
  JAR_NAME("jar-name", Severity.WARNING, "A JAR whose name keeps it off the class path"),
  DUPLICATE_ENTRY("duplicate-entry", Severity.WARNING, "Two entries of one name in a JAR"),
  MISSING_PROVIDER("missing-provider", Severity.WARNING, "A service whose provider is not there"),
  MISSING_CLASS_PATH("missing-class-path", Severity.NOTE, "A Class-Path that leads nowhere"),

  // Where it comes from
  SNAPSHOT_DEPENDENCY("snapshot-dependency", Severity.WARNING, "A SNAPSHOT in a release"),
  TEST_LIBRARY("test-library", Severity.WARNING, "A library for tests"),
  UNCLEAR_LICENSE("unclear-license", Severity.NOTE, "A licence that says nothing"),
  BUILD_TIME("build-time", Severity.WARNING, "A JAR that is another with every build"),

  // Native code
  NATIVE_UNLOADABLE("native-unloadable", Severity.WARNING, "Native code for no machine of Lambda"),
  NATIVE_ARCHITECTURE("native-architecture", Severity.WARNING, "Native code for one machine alone"),
  NATIVE_LIBC("native-libc", Severity.WARNING, "Native code for another C library"),
  STRIPPABLE_NATIVES("strippable-natives", Severity.NOTE, "Native code that can be left out"),
  STRIP_REFUSED("strip-refused", Severity.WARNING, "Native code that cannot be left out"),

  // Other files
  MISPLACED_FILE("misplaced-file", Severity.WARNING, "A file where no runtime looks"),
  UNUSED_FOLDER("unused-folder", Severity.WARNING, "A folder of another runtime"),
  UNREADABLE_MODE("unreadable-mode", Severity.ERROR, "A file that Lambda may not read"),
  SCRIPT_MODE("script-mode", Severity.WARNING, "A script that is not executable"),
  SCRIPT_LINE_ENDS("script-line-ends", Severity.WARNING, "A script with CRLF"),
  SCRIPT_BYTE_ORDER_MARK("script-byte-order-mark", Severity.WARNING, "A script behind a BOM"),
  NOT_STARTABLE("not-startable", Severity.WARNING, "A program that is none"),

  // The layer as a whole
  UNZIPPED_SIZE("unzipped-size", Severity.ERROR, "More than Lambda takes"),
  SIZE_MARGIN("size-margin", Severity.WARNING, "Little room for the function"),
  INLINE_SIZE("inline-size", Severity.WARNING, "Too large to be sent in a request"),
  UNKNOWN_RUNTIME("unknown-runtime", Severity.WARNING, "A runtime that is not known"),
  TOO_MANY_RUNTIMES("too-many-runtimes", Severity.WARNING, "More runtimes than Lambda takes"),
  PUBLIC_SNAPSHOT("public-snapshot", Severity.WARNING, "A SNAPSHOT for everyone"),

  // A function and its layers, by coordinates
  BUNDLED_VERSION("bundled-version", Severity.ERROR, "Bundled in another version"),
  COMPILED_VERSION("compiled-version", Severity.ERROR, "Compiled with another version"),
  TESTED_VERSION("tested-version", Severity.ERROR, "Tested with another version"),
  BUNDLED_DUPLICATE("bundled-duplicate", Severity.WARNING, "Bundled though a layer has it"),
  TESTED_ONLY("tested-only", Severity.WARNING, "Seen by tests alone"),
  LEFT_OUT("left-out", Severity.ERROR, "Promised by a layer that leaves it out"),
  PROVIDED_NOWHERE("provided-nowhere", Severity.WARNING, "Provided by nobody"),
  TOO_MANY_LAYERS("too-many-layers", Severity.ERROR, "More layers than a function can have"),
  MISDECLARED_LAYER("misdeclared-layer", Severity.WARNING, "A layer declared as a library"),

  // A function and its layers, by what is in them
  SHADOWED_CLASSES("shadowed-classes", Severity.WARNING, "Other classes than the layer's"),
  BUNDLED_CLASSES("bundled-classes", Severity.WARNING, "Classes that a layer has too"),
  MISSING_CLASS("missing-class", Severity.ERROR, "A class that is nowhere"),
  MISSING_MEMBER("missing-member", Severity.ERROR, "A method or field that is nowhere"),
  TOTAL_SIZE("total-size", Severity.ERROR, "More than Lambda takes, together"),
  LAYER_RUNTIME("layer-runtime", Severity.ERROR, "A layer for other runtimes"),
  LAYER_ARCHITECTURE("layer-architecture", Severity.ERROR, "A layer for other machines"),
  MOVABLE("movable", Severity.NOTE, "What could move into a layer"),
  UNCHECKED("unchecked", Severity.NOTE, "What could not be checked");

  private final String id;
  private final Severity severity;
  private final String title;

  Rule(String id, Severity severity, String title) {
    this.id = id;
    this.severity = severity;
    this.title = title;
  }

  /** The name that users and machines know it by. */
  public String id() {
    return id;
  }

  /** How bad what it finds is, unless the user says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** What it finds, in a few words. */
  public String title() {
    return title;
  }

  /** Something that was found. */
  public Finding found(Place place, String message, String fix) {
    return new Finding(this, severity, place, message, fix);
  }

  /** Something that was found about the whole. */
  public Finding found(String message, String fix) {
    return found(Place.WHOLE, message, fix);
  }

  /** The rule of an id; nothing where this release has none. */
  public static Optional<Rule> find(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id.trim())).findFirst();
  }

  /**
   * The rule of an id that the user wrote.
   *
   * @throws InvalidInputException if there is none
   */
  public static Rule parse(String id) {
    return find(id).orElseThrow(() -> new InvalidInputException(unknown(id)));
  }

  private static String unknown(String id) {
    List<String> ids = Arrays.stream(values()).map(Rule::id).toList();
    return Messages.format(
        "<lint> has '%s', which is no finding of this release. %s",
        id,
        Names.likest(id.trim(), ids)
            .map(meant -> Messages.format("Did you mean %s?", meant))
            .orElseGet(() -> "There are:\n  " + String.join("\n  ", ids)));
  }
}
