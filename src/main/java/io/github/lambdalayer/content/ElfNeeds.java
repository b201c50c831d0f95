package io.github.lambdalayer.content;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * What a program or library for Linux asks of the system that loads it. The C library of Lambda's
 * runtimes is glibc.
 *
 * @param otherLibc the C library that it asks for, where that is not glibc: {@code musl}, {@code bionic
 *     (Android)}, or the name of a file; empty where it is glibc, or none
 * @param glibc the newest version of glibc that it asks for, 17 for 2.17; 0 where it asks for none
 * @param libstdcxx the newest GLIBCXX_3.4 version that it asks for, 29 for 3.4.29; 0 without any
 * @see <a href="https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html">
 *     symbol versions</a>
 */
public record ElfNeeds(String otherLibc, int glibc, int libstdcxx) {

  /** It asks for nothing, or it cannot be said for what. */
  public static final ElfNeeds NOTHING = new ElfNeeds("", 0, 0);

  private static final Pattern GLIBC = Pattern.compile("GLIBC_2\\.(\\d{1,3})(\\.\\d+)*");
  private static final Pattern LIBSTDCXX = Pattern.compile("GLIBCXX_3\\.4\\.(\\d{1,3})");

  /** A dynamic linker must know relative relocations: glibc does since 2.36. */
  private static final String RELATIVE_RELOCATIONS = "GLIBC_ABI_DT_RELR";

  private static final int RELATIVE_RELOCATIONS_GLIBC = 36;

  private static final Pattern LIBC = Pattern.compile("libc\\.(so(\\.\\d+)?|musl-.*)");
  private static final String LIBC_OF_GLIBC = "libc.so.6";
  private static final byte[] LIBC_OF_MUSL = "\0libc.musl-".getBytes(US_ASCII);
  private static final int FAR_ENOUGH_FOR_MUSL = 1 << 20;
  private static final String MUSL = "musl";
  private static final String ANDROID = "bionic (Android)";

  /** Android's C library has the name of musl's, and is never without one of these. */
  private static final Set<String> OF_ANDROID =
      Set.of("liblog.so", "libandroid.so", "libdl.so", "libm.so");

  /**
   * Reads what a file asks for: its beginning, where that is enough, and else up to its table of needed
   * libraries, which linkers put behind the code.
   *
   * @return {@link #NOTHING} where the file is cut off, or makes no sense
   */
  static ElfNeeds read(LayerEntry.Source source) throws IOException {
    try (var file = new ElfBytes(source)) {
      Optional<ElfNeeds> needs = ofBeginning(file);
      if (needs.isPresent()) {
        return needs.get();
      }
      return ElfDynamic.read(file);
    } catch (EOFException | ZipException | IndexOutOfBoundsException e) {
      return NOTHING;
    }
  }

  /** All names that a linker has to know stand before the code and what the code has of texts. */
  private static Optional<ElfNeeds> ofBeginning(ElfBytes file) throws IOException {
    var scan = new ElfVersionScan();
    int searched = 0;
    while (file.grow()) {
      Optional<Set<String>> versions = scan.find(file);
      if (versions.isPresent()) {
        return Optional.of(of("", Set.of(), versions.get()));
      }
      if (file.length() <= FAR_ENOUGH_FOR_MUSL) {
        if (isMusl(file, searched)) {
          return Optional.of(new ElfNeeds(MUSL, 0, 0));
        }
        searched = Math.max(0, file.length() - LIBC_OF_MUSL.length);
      }
    }
    return Optional.empty();
  }

  private static boolean isMusl(ElfBytes file, int from) {
    return ElfVersionScan.indexOf(file.beginning(), from, file.length(), LIBC_OF_MUSL) >= 0;
  }

  /**
   * What these names say.
   *
   * @param interpreter the dynamic linker of a program; empty for libraries
   * @param libraries the names of needed libraries
   * @param versions the names of needed versions of symbols
   */
  static ElfNeeds of(String interpreter, Set<String> libraries, Collection<String> versions) {
    int glibc = newest(GLIBC, versions);
    if (versions.contains(RELATIVE_RELOCATIONS)) {
      glibc = Math.max(glibc, RELATIVE_RELOCATIONS_GLIBC);
    }
    return new ElfNeeds(
        glibc > 0 ? "" : otherLibc(interpreter, libraries), glibc, newest(LIBSTDCXX, versions));
  }

  private static String otherLibc(String interpreter, Set<String> libraries) {
    if (interpreter.contains("/ld-musl-")) {
      return MUSL;
    }
    boolean isAndroids = OF_ANDROID.stream().anyMatch(libraries::contains);
    return libraries.stream()
        .filter(name -> LIBC.matcher(name).matches() && !name.equals(LIBC_OF_GLIBC))
        .sorted()
        .findFirst()
        .map(
            name ->
                switch (name) {
                  case "libc.so" -> isAndroids ? ANDROID : MUSL;
                  default -> name.startsWith("libc.musl-") ? MUSL : name;
                })
        .orElse("");
  }

  private static int newest(Pattern pattern, Collection<String> versions) {
    return versions.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .mapToInt(match -> Integer.parseInt(match.group(1)))
        .max()
        .orElse(0);
  }
}
