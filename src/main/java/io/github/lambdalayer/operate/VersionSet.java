package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Versions as people name them: {@code newest}, {@code all}, or numbers such as {@code 3,5-8}. */
public final class VersionSet {

  /** The newest version that holds content. */
  public static final VersionSet NEWEST = new VersionSet("newest", List.of());

  /** All versions that hold content. */
  public static final VersionSet ALL = new VersionSet("all", List.of());

  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(?:\\s*-\\s*(\\d{1,18}))?");

  private final String text;
  private final List<Range> ranges;

  private VersionSet(String text, List<Range> ranges) {
    this.text = text;
    this.ranges = List.copyOf(ranges);
  }

  private record Range(long first, long last) {

    boolean has(long number) {
      return first <= number && number <= last;
    }

    @Override
    public String toString() {
      return first == last ? Long.toString(first) : first + "-" + last;
    }
  }

  /**
   * Reads the items of the parameter.
   *
   * @throws InvalidInputException if there is none, or one is neither a number nor a range of them
   */
  public static VersionSet parse(List<String> items) {
    if (items.equals(List.of("newest"))) {
      return NEWEST;
    }
    if (items.equals(List.of("all"))) {
      return ALL;
    }
    return numbers(items);
  }

  /**
   * The same, of numbers alone.
   *
   * @throws InvalidInputException if there is none, or one is neither a number nor a range of them
   */
  public static VersionSet numbers(List<String> items) {
    if (items.isEmpty()) {
      throw new InvalidInputException(
          "<versions> does not say which versions are meant: set -DlambdaLayer.versions=3,5-8.");
    }
    var ranges = new ArrayList<Range>();
    items.forEach(item -> ranges.add(range(item)));
    return new VersionSet(
        ranges.stream().map(Range::toString).collect(Collectors.joining(",")), ranges);
  }

  private static Range range(String item) {
    Matcher matcher = RANGE.matcher(item.trim());
    if (matcher.matches()) {
      long first = Long.parseLong(matcher.group(1));
      long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
      if (first >= 1 && first <= last) {
        return new Range(first, last);
      }
    }
    throw new InvalidInputException(
        Messages.format(
            "<versions> has '%s': write numbers from 1 and ranges of them, such as 3,5-8.", item));
  }

  /** What was named, numbers and ranges, and is none of some live numbers. */
  public List<String> vain(Collection<Long> live) {
    return said(ranges.stream().filter(range -> live.stream().noneMatch(range::has)));
  }

  /** What was named, numbers and ranges, and is above a number: it was never there. */
  public List<String> above(long newest) {
    return said(ranges.stream().filter(range -> range.first() > newest));
  }

  private static List<String> said(Stream<Range> ranges) {
    return ranges.map(Range::toString).distinct().toList();
  }

  /** Whether numbers were named. */
  boolean isNamed() {
    return !ranges.isEmpty();
  }

  /** Whether a number was named. */
  boolean names(long number) {
    return ranges.stream().anyMatch(range -> range.has(number));
  }

  /** Those of some live versions, newest first, that are meant. */
  List<VersionFacts> of(List<VersionFacts> live) {
    if (isNamed()) {
      return live.stream().filter(version -> names(version.number())).toList();
    }
    List<VersionFacts> content = live.stream().filter(version -> !version.isPadding()).toList();
    return this == NEWEST ? content.stream().limit(1).toList() : content;
  }

  /** The numbers that were named one by one, and are not live. */
  List<Long> missing(List<VersionFacts> live) {
    return ranges.stream()
        .filter(range -> range.first() == range.last())
        .map(Range::first)
        .distinct()
        .filter(number -> live.stream().noneMatch(version -> version.number() == number))
        .toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
