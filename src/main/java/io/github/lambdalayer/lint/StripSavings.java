package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What {@code nativeLibraries=strip} would save of a layer that keeps its native code.
 *
 * @param bytes all of it
 * @param jars the JARs that would be smaller, heaviest saving first
 */
record StripSavings(long bytes, List<Saving> jars) {

  /** Less is not worth a word. */
  private static final long WORTH_A_WORD = 1_000_000;

  /** One JAR and the bytes that it would have less. */
  record Saving(LayerEntry jar, long bytes) {}

  /** What is saved for the architectures that strip would go by: those that the user names, or all. */
  static StripSavings of(LintedLayer layer) {
    return of(
        layer,
        layer.definition().architecturesConfigured()
            ? layer.definition().compatibleArchitectures()
            : List.of(Architecture.values()));
  }

  private static StripSavings of(LintedLayer layer, Collection<Architecture> architectures) {
    var savings = new ArrayList<Saving>();
    if (layer.nativeLibraries() == NativeLibraries.KEEP) {
      for (LayerEntry entry : layer.content().entries()) {
        JarContents jar = layer.survey().jars().get(entry.path());
        // Neither a signed JAR is stripped, nor one in a zip that is ready.
        if (jar != null && !jar.signed() && entry.source() instanceof LayerEntry.FileSource) {
          long bytes = saved(jar, architectures);
          if (bytes > 0) {
            savings.add(new Saving(entry, bytes));
          }
        }
      }
    }
    savings.sort(
        Comparator.comparingLong(Saving::bytes).reversed().thenComparing(s -> s.jar().path()));
    return new StripSavings(savings.stream().mapToLong(Saving::bytes).sum(), savings);
  }

  private static long saved(JarContents jar, Collection<Architecture> architectures) {
    return jar.natives().stream()
        .filter(file -> !file.code().runsOnAny(architectures))
        .mapToLong(JarContents.NativeFile::size)
        .sum();
  }

  /** What can be left out, for who looks closer. */
  static List<Finding> check(LintedLayer layer) {
    StripSavings savings = of(layer);
    String single = layer.definition().architecturesConfigured() ? "" : forOne(layer, savings);
    if (!savings.isWorthIt() && single.isEmpty()) {
      return List.of();
    }
    return List.of(
        Rule.STRIPPABLE_NATIVES.found(
            savings.jars().size() == 1 ? Place.of(savings.jars().get(0).jar()) : Place.WHOLE,
            Messages.format(
                "%s of native code in the layer's JARs is for nothing that it runs on%s.%s",
                Limits.humanBytes(savings.bytes()),
                single,
                Lists.onLines(savings.jars(), StripSavings::line)),
            "<nativeLibraries>strip</nativeLibraries> leaves it out."));
  }

  /** Most functions run on one architecture. */
  private static String forOne(LintedLayer layer, StripSavings both) {
    var parts = new ArrayList<String>();
    for (Architecture architecture : layer.definition().compatibleArchitectures()) {
      long bytes = of(layer, List.of(architecture)).bytes();
      if (bytes - both.bytes() >= WORTH_A_WORD) {
        parts.add(
            Messages.format(
                "with <compatibleArchitectures>%s</compatibleArchitectures> it would be %s",
                architecture, Limits.humanBytes(bytes)));
      }
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private static String line(Saving saving) {
    return Messages.format(
        "%s in %s (%s)",
        Limits.humanBytes(saving.bytes()), saving.jar().path(), saving.jar().origin());
  }

  private boolean isWorthIt() {
    return bytes >= WORTH_A_WORD;
  }

  /** A sentence for who has no room; empty where it would not help. */
  String hint() {
    return isWorthIt()
        ? Messages.format(
            " <nativeLibraries>strip</nativeLibraries> would save %s.", Limits.humanBytes(bytes))
        : "";
  }
}
