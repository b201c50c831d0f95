package io.github.lambdalayer.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what a request breaks, since AWS reports all of it in one message. */
final class Constraints {
  private final List<String> broken = new ArrayList<>();

  void required(String field, @Nullable Object value) {
    if (value == null) {
      broken.add(sentence("Value null", field, "Member must not be null"));
    }
  }

  /** The value; empty where it is absent, which {@link #check} will refuse. */
  String required(String field, @Nullable String value, String pattern) {
    required(field, value);
    if (value == null) {
      return "";
    }
    pattern(field, value, pattern);
    return value;
  }

  boolean pattern(String field, String value, String pattern) {
    boolean matches = Pattern.matches(pattern, value);
    if (!matches) {
      add(field, value, "Member must satisfy regular expression pattern: " + pattern);
    }
    return matches;
  }

  void length(String field, String value, int maximum) {
    if (value.codePointCount(0, value.length()) > maximum) {
      add(field, value, "Member must have length less than or equal to " + maximum);
    }
  }

  void members(String field, List<String> values, int maximum, Collection<String> known) {
    String shown = String.join(", ", values);
    if (values.size() > maximum) {
      add(field, "[" + shown + "]", "Member must have length less than or equal to " + maximum);
    }
    if (!known.containsAll(values)) {
      add(field, "[" + shown + "]", "Member must satisfy constraint: [" + enumText(known) + "]");
    }
    if (new HashSet<>(values).size() < values.size()) {
      add(field, "[" + shown + "]", "Member must not contain duplicates");
    }
  }

  void member(String field, String value, Collection<String> known) {
    if (!known.contains(value)) {
      add(field, value, enumText(known));
    }
  }

  void range(String field, String value, int minimum, int maximum) {
    if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < minimum) {
      add(field, value, "Member must have value greater than or equal to " + minimum);
    } else if (Integer.parseInt(value) > maximum) {
      add(field, value, "Member must have value less than or equal to " + maximum);
    }
  }

  void check() {
    if (!broken.isEmpty()) {
      String plural = broken.size() == 1 ? "" : "s";
      throw ServiceError.invalid(
          broken.size() + " validation error" + plural + " detected: " + String.join("; ", broken));
    }
  }

  private void add(String field, String value, String constraint) {
    broken.add(sentence("Value '" + value + "'", field, constraint));
  }

  private static String sentence(String value, String field, String constraint) {
    return value + " at '" + field + "' failed to satisfy constraint: " + constraint;
  }

  private static String enumText(Collection<String> known) {
    return "Member must satisfy enum value set: [" + String.join(", ", known) + "]";
  }
}
