package io.github.lambdalayer.content;

import io.github.lambdalayer.content.JarContents.DuplicateEntry;
import io.github.lambdalayer.content.JarContents.NativeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final String META_INF = "META-INF/";

  /** An entry and its place in the directory. */
  private record Numbered(ZipEntry entry, int number) {}

  private final ZipFile zip;
  private final byte[][] heads;
  private final Map<String, Numbered> entries = new LinkedHashMap<>();
  private final Map<String, Boolean> duplicates = new TreeMap<>();

  private JarReader(ZipFile zip, List<ZipEntry> all, byte[][] heads) {
    this.zip = zip;
    this.heads = heads;
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isDirectory()) {
        add(all.get(i), i);
      }
    }
  }

  /** Java finds the last of several entries of one name. */
  private void add(ZipEntry entry, int number) {
    Numbered earlier = entries.put(entry.getName(), new Numbered(entry, number));
    if (earlier != null) {
      boolean differs =
          earlier.entry().getCrc() != entry.getCrc()
              || earlier.entry().getSize() != entry.getSize();
      duplicates.merge(entry.getName(), differs, Boolean::logicalOr);
    }
  }

  /** Looks into a JAR, and learns its digest by the way. */
  static JarContents read(Path file, ZipFile zip, Digests digests) throws IOException {
    List<ZipEntry> all = new ArrayList<>(zip.size());
    zip.entries().asIterator().forEachRemaining(all::add);
    return new JarReader(zip, all, ClassHeads.read(file, all, digests)).read();
  }

  private JarContents read() throws IOException {
    var classes = new ArrayList<JarClass>();
    var services = new ArrayList<JarService>();
    var natives = new ArrayList<NativeFile>();
    for (Numbered numbered : entries.values()) {
      ZipEntry entry = numbered.entry();
      String name = entry.getName();
      if (name.endsWith(CLASS)) {
        addClass(classes, numbered);
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
        JarFiles.of(entries.keySet()),
        identity(),
        duplicates(),
        natives,
        isSigned(),
        deflated());
  }

  private long deflated() {
    long bytes = 0;
    for (Numbered numbered : entries.values()) {
      ZipEntry entry = numbered.entry();
      bytes += entry.getMethod() == ZipEntry.DEFLATED ? entry.getCompressedSize() : 0;
    }
    return bytes;
  }

  private boolean isSigned() {
    for (String name : entries.keySet()) {
      if (name.regionMatches(true, 0, META_INF, 0, META_INF.length())
          && SIGNATURE.matcher(name).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a class that can be loaded: {@code module-info.class} only describes. */
  static boolean isClass(String name) {
    return name.endsWith(CLASS) && !name.endsWith("module-info.class");
  }

  /** {@code module-info.class} is not loaded from the class path. */
  private void addClass(List<JarClass> classes, Numbered numbered) throws IOException {
    ZipEntry entry = numbered.entry();
    String name = entry.getName();
    String own = name;
    int versions = 0;
    if (name.startsWith(META_INF)) {
      Matcher versioned = VERSIONED.matcher(name);
      if (versioned.matches()) {
        own = versioned.group(2);
        versions = Integer.parseInt(versioned.group(1));
      }
    }
    if (isClass(own) && !isOthers(own)) {
      classes.add(
          new JarClass(
              own.substring(0, own.length() - CLASS.length()),
              versions,
              release(head(numbered)),
              entry.getCrc(),
              entry.getSize()));
    }
  }

  /** Patterns are slow, and hardly any name begins with a capital. */
  private static boolean isOthers(String name) {
    return Character.isUpperCase(name.charAt(0)) && OTHERS.matcher(name).matches();
  }

  private byte[] head(Numbered numbered) throws IOException {
    byte[] head = numbered.number() < heads.length ? heads[numbered.number()] : null;
    return head == null ? JarContents.head(zip, numbered.entry(), ClassHeads.LENGTH) : head;
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
    for (Numbered numbered : entries.values()) {
      if (numbered.entry().getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
        try (InputStream in = zip.getInputStream(numbered.entry())) {
          return JarManifest.read(in);
        }
      }
    }
    return JarManifest.NONE;
  }

  /** A JAR with several is put together from others, and is none of them. */
  private Optional<JarIdentity> identity() throws IOException {
    ZipEntry only = null;
    for (Numbered numbered : entries.values()) {
      String name = numbered.entry().getName();
      if (name.startsWith(META_INF) && IDENTITY.matcher(name).matches()) {
        if (only != null) {
          return Optional.empty();
        }
        only = numbered.entry();
      }
    }
    if (only == null) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (InputStream in = zip.getInputStream(only)) {
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
