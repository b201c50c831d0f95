package io.github.lambdalayer.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The licences that an artifact's POM declares. To read the POMs of a hundred artifacts takes longer than
 * to see that a layer has not changed, so they are read when they are first asked for.
 */
public final class DeclaredLicenses {

  private final @Nullable Supplier<List<String>> source;
  private @Nullable List<String> names;

  private DeclaredLicenses(@Nullable List<String> names, @Nullable Supplier<List<String>> source) {
    this.names = names;
    this.source = source;
  }

  /** Licences that are known, by SPDX identifier, name or URL. */
  public static DeclaredLicenses of(List<String> names) {
    return new DeclaredLicenses(List.copyOf(names), null);
  }

  /** Those of a POM that never changes unless the artifact does. */
  public static DeclaredLicenses inPom(Supplier<List<String>> source) {
    return new DeclaredLicenses(null, source);
  }

  /** Their names. */
  public synchronized List<String> names() {
    if (names == null) {
      names = source == null ? List.of() : List.copyOf(source.get());
    }
    return names;
  }

  /** What can change while the artifact stays. */
  public Optional<List<String>> changeable() {
    return source == null ? Optional.of(names()) : Optional.empty();
  }
}
