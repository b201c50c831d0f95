package io.github.lambdalayer.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An open JAR: which classes it has is known from its directory, and a class is read when it is asked for. */
final class JarClasses implements Closeable {

  private static final String CLASS = ".class";
  private static final int CLASS_MAGIC = 0xCAFEBABE;

  /** Class-file version 52 is Java 8, and each release adds one. */
  private static final int VERSION_OF_JAVA_0 = 44;

  private static final String META_INF = "META-INF/";
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d{1,4})/(.+)");

  /** More than any compiler writes; a class that claims more is not worth the memory. */
  private static final int MOST_BYTES = 16 << 20;

  private final CodeJar jar;
  private final ZipFile zip;

  private JarClasses(CodeJar jar, ZipFile zip) {
    this.jar = jar;
    this.zip = zip;
  }

  /**
   * A class in this JAR.
   *
   * @param jar the JAR
   * @param entry its name there, which is another than the class's for one of a newer Java
   * @param crc the checksum of its bytes
   * @param size how many those are
   */
  record Entry(JarClasses jar, String entry, long crc, long size) {

    /** Whether the bytes are the same, as far as the directories of both JARs tell. */
    boolean isSame(Entry other) {
      return crc == other.crc && size == other.size;
    }

    /** The Java release that it needs; 0 where it is no class file. */
    int neededRelease() throws IOException {
      ZipEntry found = jar.zip.getEntry(entry);
      if (found == null) {
        return 0;
      }
      try (InputStream in = jar.zip.getInputStream(found)) {
        byte[] head = in.readNBytes(8);
        return head.length == 8 && ByteBuffer.wrap(head).getInt() == CLASS_MAGIC
            ? Short.toUnsignedInt(ByteBuffer.wrap(head).getShort(6)) - VERSION_OF_JAVA_0
            : 0;
      }
    }

    /** The class's bytes; nothing where there are too many. */
    byte[] read() throws IOException {
      ZipEntry found = jar.zip.getEntry(entry);
      if (found == null || size > MOST_BYTES) {
        return new byte[0];
      }
      try (InputStream in = jar.zip.getInputStream(found)) {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        return bytes.length > MOST_BYTES ? new byte[0] : bytes;
      }
    }
  }

  static JarClasses open(CodeJar jar) throws IOException {
    Path file = jar.file();
    return new JarClasses(jar, new ZipFile(file.toFile()));
  }

  CodeJar jar() {
    return jar;
  }

  /**
   * The classes that are loaded from here on a Java release, by names like {@code com/example/Handler}.
   *
   * @throws IOException if the manifest cannot be read
   */
  Map<String, Entry> classes(int release) throws IOException {
    boolean isMultiRelease = jar.canBeMultiRelease() && release >= 9 && isMultiRelease();
    var classes = new HashMap<String, Entry>();
    var newest = new HashMap<String, Integer>();
    for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
      ZipEntry entry = entries.next();
      String name = entry.getName();
      if (!isClass(name)) {
        continue;
      }
      Matcher versioned = VERSIONED.matcher(name);
      if (!name.startsWith(META_INF)) {
        put(classes, newest, name, 0, entry);
      } else if (isMultiRelease && versioned.matches() && version(versioned) <= release) {
        put(classes, newest, versioned.group(2), version(versioned), entry);
      }
    }
    return classes;
  }

  private static int version(Matcher versioned) {
    return Integer.parseInt(versioned.group(1));
  }

  private void put(
      Map<String, Entry> classes,
      Map<String, Integer> newest,
      String file,
      int version,
      ZipEntry entry) {
    String name = file.substring(0, file.length() - CLASS.length());
    // Of two entries of one name, the JVM takes the last, and so does whoever opens it by its name.
    if (newest.getOrDefault(name, -1) <= version) {
      newest.put(name, version);
      classes.put(name, new Entry(this, entry.getName(), entry.getCrc(), entry.getSize()));
    }
  }

  /** Neither description is loaded from the class path. */
  private static boolean isClass(String name) {
    return name.endsWith(CLASS)
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class");
  }

  private boolean isMultiRelease() throws IOException {
    ZipEntry manifest = zip.getEntry(META_INF + "MANIFEST.MF");
    if (manifest == null) {
      return false;
    }
    try (InputStream in = zip.getInputStream(manifest)) {
      String value = new Manifest(in).getMainAttributes().getValue(Attributes.Name.MULTI_RELEASE);
      return Boolean.parseBoolean(value);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
