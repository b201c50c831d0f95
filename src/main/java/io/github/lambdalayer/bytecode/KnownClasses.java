package io.github.lambdalayer.bytecode;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The classes as a function sees them on Lambda: the runtime's own JARs come first, then the Java platform,
 * then the function, then its layers. Each is read once, when it is asked for.
 */
final class KnownClasses {

  /** What aws-lambda-java-core, -serialization and -runtime-interface-client have in 2026. */
  private static final Pattern RUNTIME =
      Pattern.compile(
          "com/amazonaws/(services/lambda/(runtime/([^/]+|(logging|serialization|api/client)/.+)|crac/.+)"
              + "|lambda/thirdparty/.+)");

  /** What a Java platform may have without exporting it, so that its lists do not tell. */
  private static final Pattern INTERNAL =
      Pattern.compile("(sun|com/sun|netscape|org/jcp|com/oracle)/.+|jdk/(.+/)?internal/.+");

  /** Where older platforms had such classes; others have libraries in {@code com/sun}, too. */
  private static final Pattern FORMERLY_INTERNAL =
      Pattern.compile(
          "sun/.+|jdk/.+|netscape/.+|com/sun/(org/apache|org/omg|xml/internal|image|java|corba|jndi"
              + "|rowset|naming|nio|net|management|security|tools|script|swing|beans|media)/.+");

  /** The packages of this Java, exported or not. */
  private static final Set<String> PACKAGES =
      ModuleFinder.ofSystem().findAll().stream()
          .flatMap(module -> module.descriptor().packages().stream())
          .map(name -> name.replace('.', '/'))
          .collect(Collectors.toUnmodifiableSet());

  /** Where a platform that is not known may have what is asked for. */
  private static final Pattern PLATFORM =
      Pattern.compile("(java|javax|jdk|org/w3c/dom|org/xml/sax|org/ietf/jgss)/.+");

  private final Platform platform;
  private final CodePath path;
  private final Set<String> own;
  private final Map<String, Lookup> found = new HashMap<>();
  private final SortedMap<String, CodeJar> opaque = new TreeMap<>();

  KnownClasses(Platform platform, CodePath path, Set<String> own) {
    this.platform = platform;
    this.path = path;
    this.own = own;
  }

  /** The classes of the function or a layer that could not be read, and where they are. */
  SortedMap<String, CodeJar> opaque() {
    return opaque;
  }

  boolean isOwn(String name) {
    return own.contains(name);
  }

  /** What is loaded for a name like {@code com/example/Handler}. */
  Lookup find(String name) throws IOException {
    Lookup known = found.get(name);
    if (known == null) {
      known = look(name);
      found.put(name, known);
    }
    return known;
  }

  private Lookup look(String name) throws IOException {
    if (RUNTIME.matcher(name).matches()) {
      return Lookup.Nothing.UNKNOWN;
    }
    Optional<byte[]> ofPlatform = platform.read(name);
    if (ofPlatform.isPresent()) {
      return orUnknown(
          ClassReading.read(ofPlatform.get(), name, ClassReading.Depth.PLATFORM, null));
    }
    Optional<JarClasses.Entry> entry = path.find(name);
    return entry.isPresent() ? read(name, entry.get()) : absent(name);
  }

  private static Lookup orUnknown(Optional<ClassFacts> facts) {
    return facts.isPresent() ? facts.get() : Lookup.Nothing.UNKNOWN;
  }

  private Lookup absent(String name) {
    boolean mayBeThere =
        isInternal(name) || (!platform.isKnown() && PLATFORM.matcher(name).matches());
    return mayBeThere ? Lookup.Nothing.UNKNOWN : Lookup.Nothing.MISSING;
  }

  private static boolean isInternal(String name) {
    return INTERNAL.matcher(name).matches()
        && (FORMERLY_INTERNAL.matcher(name).matches()
            || PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('/')))));
  }

  private Lookup read(String name, JarClasses.Entry entry) {
    CodeJar home = entry.jar().jar();
    ClassReading.Depth depth =
        own.contains(name) ? ClassReading.Depth.OWN : ClassReading.Depth.LIBRARY;
    Lookup read;
    try {
      read = orUnknown(ClassReading.read(entry.read(), name, depth, home));
    } catch (IOException e) {
      // The JAR was opened, so it is this entry that is damaged.
      read = Lookup.Nothing.UNKNOWN;
    }
    if (read == Lookup.Nothing.UNKNOWN) {
      opaque.put(Names.readable(name), home);
    }
    return read;
  }
}
