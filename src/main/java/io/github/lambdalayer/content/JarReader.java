package io.github.lambdalayer.content;

import io.github.lambdalayer.content.JarContents.DuplicateEntry;
import io.github.lambdalayer.content.JarContents.NativeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One look at a JAR: its directory, the headers of its files, and the few that are read whole. */
final class JarReader {

  private static final int CLASS_MAGIC = 0xCAFEBABE;

  /** Class-file version 52 is Java 8, and each release adds one. */
  private static final int VERSION_OF_JAVA_0 = 44;

  private static final String CLASS = ".class";

  /** Java looks into these folders from release 9 on. */
  private static final Pattern VERSIONED =
      Pattern.compile("META-INF/versions/(9|[1-9]\\d{1,3})/(.+)");

  /** Classes in there are another loader's, for example a Spring Boot program's. */
  private static final Pattern OTHERS = Pattern.compile("[A-Z]+-INF/.*");

  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/[^/]+\\.(RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);

  private static final Pattern IDENTITY =
      Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
  private final Map<String, Boolean> duplicates = new TreeMap<>();

  private JarReader(ZipFile zip) {
    this.zip = zip;
    for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
      ZipEntry entry = all.next();
      if (!entry.isDirectory()) {
        add(entry);
      }
    }
  }

  /** Java finds the last of several entries of one name. */
  private void add(ZipEntry entry) {
    ZipEntry earlier = entries.put(entry.getName(), entry);
    if (earlier != null) {
      boolean differs = earlier.getCrc() != entry.getCrc() || earlier.getSize() != entry.getSize();
      duplicates.merge(entry.getName(), differs, Boolean::logicalOr);
    }
  }

  static JarContents read(ZipFile zip) throws IOException {
    return new JarReader(zip).read();
  }

  private JarContents read() throws IOException {
    var classes = new ArrayList<JarClass>();
    var services = new ArrayList<JarService>();
    var natives = new ArrayList<NativeFile>();
    for (ZipEntry entry : entries.values()) {
      String name = entry.getName();
      if (name.endsWith(CLASS)) {
        addClass(classes, entry);
      } else if (name.startsWith(JarService.FOLDER)) {
        service(entry).ifPresent(services::add);
      } else {
        JarContents.nativeFile(zip, entry).ifPresent(natives::add);
      }
    }
    return new JarContents(
        classes,
        manifest(),
        services,
        JarFiles.of(entries.keySet().stream().filter(name -> !isClass(name)).toList()),
        identity(),
        duplicates(),
        natives,
        entries.keySet().stream().anyMatch(name -> SIGNATURE.matcher(name).matches()));
  }

  private static boolean isClass(String name) {
    return name.endsWith(CLASS) && !name.endsWith("module-info.class");
  }

  /** {@code module-info.class} is not loaded from the class path. */
  private void addClass(List<JarClass> classes, ZipEntry entry) throws IOException {
    String name = entry.getName();
    Matcher versioned = VERSIONED.matcher(name);
    boolean isVersioned = versioned.matches();
    String own = isVersioned ? versioned.group(2) : name;
    if (isClass(own) && !OTHERS.matcher(own).matches()) {
      classes.add(
          new JarClass(
              own.substring(0, own.length() - CLASS.length()),
              isVersioned ? Integer.parseInt(versioned.group(1)) : 0,
              release(JarContents.head(zip, entry, 8)),
              entry.getCrc(),
              entry.getSize()));
    }
  }

  private static int release(byte[] head) {
    return head.length == 8 && ByteBuffer.wrap(head).getInt() == CLASS_MAGIC
        ? Short.toUnsignedInt(ByteBuffer.wrap(head).getShort(6)) - VERSION_OF_JAVA_0
        : 0;
  }

  private Optional<JarService> service(ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return JarService.read(entry.getName(), in);
    }
  }

  /** Java finds it whatever the case of its name. */
  private JarManifest manifest() throws IOException {
    for (ZipEntry entry : entries.values()) {
      if (entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
        try (InputStream in = zip.getInputStream(entry)) {
          return JarManifest.read(in);
        }
      }
    }
    return JarManifest.NONE;
  }

  /** A JAR with several is put together from others, and is none of them. */
  private Optional<JarIdentity> identity() throws IOException {
    List<ZipEntry> all =
        entries.values().stream()
            .filter(entry -> IDENTITY.matcher(entry.getName()).matches())
            .toList();
    if (all.size() != 1) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (InputStream in = zip.getInputStream(all.get(0))) {
      properties.load(in);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return JarIdentity.of(properties);
  }

  private List<DuplicateEntry> duplicates() {
    return duplicates.entrySet().stream()
        .map(one -> new DuplicateEntry(one.getKey(), one.getValue()))
        .toList();
  }
}
