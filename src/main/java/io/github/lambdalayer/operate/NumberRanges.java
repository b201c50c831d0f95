package io.github.lambdalayer.operate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Numbers of versions for people: {@code 1-4, 6}. */
public final class NumberRanges {

  private NumberRanges() {}

  /** The numbers in their order, those that follow each other as one range. */
  public static String said(Collection<Long> numbers) {
    List<Long> sorted = numbers.stream().sorted().distinct().toList();
    var ranges = new ArrayList<String>();
    int begin = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i) != sorted.get(i - 1) + 1) {
        long first = sorted.get(begin);
        long last = sorted.get(i - 1);
        ranges.add(first == last ? Long.toString(first) : first + "-" + last);
        begin = i;
      }
    }
    return String.join(", ", ranges);
  }
}
