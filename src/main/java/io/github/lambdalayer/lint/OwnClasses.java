package io.github.lambdalayer.lint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The classes that were compiled for a function.
 *
 * @param names their names, as {@code com/example/Handler}
 * @param release the Java release that the newest of them needs; 0 without any
 */
public record OwnClasses(Set<String> names, int release) {

  private static final String CLASS = ".class";
  private static final int MAGIC = 0xCAFEBABE;
  private static final int HEAD = 8;

  /** Class-file version 52 is Java 8, and each release adds one. */
  private static final int VERSION_OF_JAVA_0 = 44;

  public OwnClasses {
    names = Set.copyOf(names);
  }

  /** The classes in a folder of a compiler's output; none where there is no such folder. */
  public static OwnClasses in(Path folder) throws IOException {
    var names = new TreeSet<String>();
    int release = 0;
    for (Path file : files(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (isClass(path)) {
        names.add(name(path));
        try (InputStream in = Files.newInputStream(file)) {
          release = Math.max(release, release(in.readNBytes(HEAD)));
        }
      }
    }
    return new OwnClasses(names, release);
  }

  /** Those classes of an archive, where nothing tells which of its classes are its own. */
  public static OwnClasses in(Path archive, Collection<String> names) throws IOException {
    int release = 0;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (String name : names) {
        ZipEntry entry = zip.getEntry(name + CLASS);
        if (entry != null) {
          try (InputStream in = zip.getInputStream(entry)) {
            release = Math.max(release, release(in.readNBytes(HEAD)));
          }
        }
      }
    }
    return new OwnClasses(Set.copyOf(names), release);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /**
   * Whether a file is a class that a class path loads by its name: those below {@code META-INF} are
   * for some releases of Java alone, and descriptions of modules and packages hold no code.
   */
  public static boolean isClass(String path) {
    return path.endsWith(CLASS)
        && !path.startsWith("META-INF/")
        && !path.endsWith("module-info.class")
        && !path.endsWith("package-info.class");
  }

  /** The name of the class in a file. */
  public static String name(String path) {
    return path.substring(0, path.length() - CLASS.length());
  }

  private static int release(byte[] head) {
    return head.length == HEAD && ByteBuffer.wrap(head).getInt() == MAGIC
        ? Short.toUnsignedInt(ByteBuffer.wrap(head).getShort(6)) - VERSION_OF_JAVA_0
        : 0;
  }
}
