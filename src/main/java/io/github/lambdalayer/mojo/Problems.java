package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;

/** What went wrong in some of many places, told at the end. */
final class Problems {

  private final List<String> lines;
  private final int places;

  private Problems(List<String> lines, int places) {
    this.lines = List.copyOf(lines);
    this.places = places;
  }

  /** Those of some results. */
  static <T> Problems of(
      List<T> results, Function<T, String> place, Function<T, Optional<String>> reason) {
    var lines = new ArrayList<String>();
    for (T result : results) {
      reason.apply(result).ifPresent(why -> lines.add(place.apply(result) + ": " + why));
    }
    return new Problems(lines, results.size());
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Fails, if there are any. */
  void refuse(String what) throws MojoExecutionException {
    if (!lines.isEmpty()) {
      throw new MojoExecutionException(
          Messages.format(
              "%d of %s %s:%n  %s",
              lines.size(),
              Messages.counted(places, "target"),
              what,
              String.join(System.lineSeparator() + "  ", lines)));
    }
  }
}
