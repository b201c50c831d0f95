package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Names;
import io.github.lambdalayer.operate.LiveNumbers;
import io.github.lambdalayer.operate.NumberRanges;
import io.github.lambdalayer.operate.VersionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.logging.Log;

/** What was named, and is live in no target: numbers of versions, and layers. */
final class NothingThere {

  /** Of each layer, in all its targets. */
  private final Map<LayerName, Set<Long>> live = new LinkedHashMap<>();

  /** Of all places that could be examined. */
  NothingThere(List<? extends LiveNumbers> places) {
    for (LiveNumbers place : places) {
      live.computeIfAbsent(place.layer().name(), name -> new TreeSet<>()).addAll(place.live());
    }
  }

  /**
   * Refuses numbers that are nowhere live.
   *
   * @throws InvalidInputException if a number, or each of a range of them, is live in no target
   */
  void refuse(VersionSet versions) {
    List<String> vain = versions.vain(numbers());
    if (!vain.isEmpty()) {
      throw new InvalidInputException(said(versions, vain));
    }
  }

  /**
   * Refuses numbers that were never there. Below the newest version all were there once, and what is gone
   * need not be deleted.
   *
   * @throws InvalidInputException if all that was named is above what is live
   */
  void refuseAbove(VersionSet versions, Log log) {
    List<Long> numbers = numbers();
    List<String> above =
        versions.above(numbers.stream().mapToLong(Long::longValue).max().orElse(0));
    if (above.isEmpty()) {
      return;
    }
    if (above.equals(versions.vain(List.of()))) {
      throw new InvalidInputException(said(versions, above));
    }
    log.warn(said(versions, above));
  }

  /**
   * Warns of layers that are nowhere live: of a slip of the pen, or before the first release.
   *
   * @param known the layers of the project, one of which may be meant
   */
  void warn(Collection<LayerName> known, Log log) {
    for (LayerName name : absent()) {
      List<String> others =
          known.stream().filter(one -> !one.equals(name)).map(LayerName::value).toList();
      log.warn(
          absent(name)
              + Names.likest(name.value(), others)
                  .map(meant -> Messages.format(" Did you mean %s?", meant))
                  .orElse(""));
    }
  }

  private List<LayerName> absent() {
    return live.entrySet().stream()
        .filter(layer -> layer.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String absent(LayerName name) {
    return Messages.format(
        "%s has no version in any target. If it is published, check <layerName>, <regions> and the"
            + " account.",
        name);
  }

  private List<Long> numbers() {
    return live.values().stream().flatMap(Set::stream).toList();
  }

  private String said(VersionSet versions, List<String> vain) {
    var there = new ArrayList<String>();
    live.forEach(
        (name, numbers) -> {
          if (!numbers.isEmpty()) {
            there.add(Messages.format("%s has %s", name, NumberRanges.said(numbers)));
          }
        });
    return Messages.format(
        "<versions> is '%s', and no target has %s. %s",
        versions,
        Messages.and(vain),
        there.isEmpty()
            ? String.join(" ", absent().stream().map(NothingThere::absent).toList())
            : Messages.and(there) + ": name some of these with -DlambdaLayer.versions.");
  }
}
