package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.ElfNeeds;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.NativeThings.Library;
import io.github.lambdalayer.lint.NativeThings.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Native code for the right machine and another C library: musl's or Android's, or a newer glibc (or
 * libstdc++) than a runtime has. Nothing is said where the same thing has a file of the same name that
 * loads.
 */
final class NativeLibc {

  private static final Pattern OWN_LIBC =
      Pattern.compile("lib/(libc\\.musl-|ld-musl-|libc\\.so).*");
  private static final Pattern OWN_LIBSTDCXX = Pattern.compile("(.*/)?libstdc\\+\\+\\.so\\.6.*");

  private final LintedLayer layer;
  private final List<Architecture> architectures;
  private final List<LambdaRuntime> runtimes;

  private NativeLibc(LintedLayer layer) {
    this.layer = layer;
    List<Architecture> declared = layer.definition().compatibleArchitectures();
    this.architectures = declared.isEmpty() ? List.of(Architecture.values()) : declared;
    // Where the user names none, nobody means java8: no function can be made for it any more.
    this.runtimes =
        layer.definition().compatibleRuntimes().stream()
            .filter(
                runtime ->
                    layer.definition().runtimesConfigured()
                        || RuntimeLibraries.of(runtime).orElse(null)
                            != RuntimeLibraries.AMAZON_LINUX)
            .toList();
  }

  /** A warning for each library that cannot be loaded. */
  static List<Finding> check(LintedLayer layer) {
    var libc = new NativeLibc(layer);
    var findings = new ArrayList<Finding>();
    var modules = NativeArchitectures.modules(layer.artifacts());
    for (Thing thing : NativeThings.of(layer.survey(), modules)) {
      for (Architecture architecture : libc.architectures) {
        libc.variants(thing, architecture)
            .values()
            .forEach(variants -> libc.problem(variants).ifPresent(findings::add));
      }
    }
    return findings;
  }

  private Map<String, List<Library>> variants(Thing thing, Architecture architecture) {
    return thing.libraries().stream()
        .filter(library -> library.code().architecture() == architecture)
        .collect(Collectors.groupingBy(Library::plainName, TreeMap::new, Collectors.toList()));
  }

  private Optional<Finding> problem(List<Library> variants) {
    Optional<Library> best =
        variants.stream()
            .filter(library -> library.code().loadable().isPresent())
            .min(
                Comparator.comparingInt((Library one) -> one.code().needs().glibc())
                    .thenComparing(one -> one.code().needs().libstdcxx()));
    if (best.isEmpty()) {
      return has(OWN_LIBC) ? Optional.empty() : Optional.of(foreign(variants.get(0)));
    }
    Library library = best.get();
    return tooOld(library, Part.GLIBC)
        .or(() -> has(OWN_LIBSTDCXX) ? Optional.empty() : tooOld(library, Part.LIBSTDCXX));
  }

  /** What systems have in versions. */
  private enum Part {
    GLIBC("glibc 2."),
    LIBSTDCXX("libstdc++ with GLIBCXX_3.4.");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    int neededBy(Library library) {
      ElfNeeds needs = library.code().needs();
      return this == GLIBC ? needs.glibc() : needs.libstdcxx();
    }

    int of(RuntimeLibraries system) {
      return this == GLIBC ? system.glibc : system.libstdcxx;
    }

    boolean isTooOld(RuntimeLibraries system, Library library) {
      return of(system) > 0 && of(system) < neededBy(library);
    }
  }

  private Optional<Finding> tooOld(Library library, Part part) {
    List<LambdaRuntime> old =
        runtimes.stream()
            .filter(
                runtime ->
                    RuntimeLibraries.of(runtime)
                        .filter(system -> part.isTooOld(system, library))
                        .isPresent())
            .toList();
    if (old.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Rule.NATIVE_LIBC.found(
            library.place(),
            Messages.format(
                "%s (%s) needs %s%d, and these runtimes of the layer have less: %s.",
                library.label(),
                library.code(),
                part.label,
                part.neededBy(library),
                Lists.inLine(old, runtime -> had(runtime, part))),
            Messages.format(
                "Take a version of it that was built on an older Linux, or name in"
                    + " <compatibleRuntimes> only runtimes that have it%s.",
                old.size() == runtimes.size() ? ", if Lambda has one" : "")));
  }

  private static String had(LambdaRuntime runtime, Part part) {
    return RuntimeLibraries.of(runtime)
        .map(system -> Messages.format("%s (%s%d)", runtime, part.label, part.of(system)))
        .orElse(runtime.id());
  }

  private static Finding foreign(Library library) {
    return Rule.NATIVE_LIBC.found(
        library.place(),
        Messages.format(
            "%s is for %s, and no runtime of Lambda can load it: their C library is glibc.",
            library.label(), library.code()),
        "Take the variant for glibc (of a Linux such as Debian or Amazon Linux), or leave it out.");
  }

  private boolean has(Pattern path) {
    return layer.content().entries().stream()
        .map(LayerEntry::path)
        .anyMatch(one -> path.matcher(one).matches());
  }
}
