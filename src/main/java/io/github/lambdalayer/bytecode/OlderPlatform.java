package io.github.lambdalayer.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The API of an older release, from what a JDK has for {@code javac --release}: the zip {@code lib/ct.sym}
 * with entries {@code RELEASES/MODULE/NAME.sig}. RELEASES has a digit or letter for each release that a
 * file is for: 8, 9, A for 10, B for 11. The files are class files without code; what is private, and
 * packages that are not exported, are left out.
 *
 * @see <a href="https://openjdk.org/jeps/247">JEP 247: Compile for Older Platform Versions</a>
 */
final class OlderPlatform implements Platform {

  private static final String END = ".sig";

  private final ZipFile zip;
  private final Map<String, String> entries;

  private OlderPlatform(ZipFile zip, Map<String, String> entries) {
    this.zip = zip;
    this.entries = entries;
  }

  static Platform open(Path symbols, int release) throws IOException {
    var zip = new ZipFile(symbols.toFile());
    Map<String, String> entries = index(zip, release);
    if (!entries.containsKey("java/lang/Object")) {
      zip.close();
      return new UnknownPlatform();
    }
    return new OlderPlatform(zip, entries);
  }

  private static Map<String, String> index(ZipFile zip, int release) {
    String letter = Integer.toString(release, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    var index = new HashMap<String, String>();
    for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
      String entry = all.next().getName();
      int releases = entry.indexOf('/');
      int module = entry.indexOf('/', releases + 1);
      if (module > 0 && entry.endsWith(END) && entry.substring(0, releases).contains(letter)) {
        index.put(entry.substring(module + 1, entry.length() - END.length()), entry);
      }
    }
    return index;
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    String entry = entries.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return Optional.of(in.readAllBytes());
    }
  }

  @Override
  public boolean isKnown() {
    return true;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
