package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Artifacts whose POM declares no licence, or one by a name that names none. What is proprietary or
 * commercial says clearly what it is.
 */
final class UnclearLicenses {

  private static final Pattern NO_NAME =
      Pattern.compile(
          "|[-?.]+|unknown( licen[cs]e)?|none|null|n/?a|tb[ad]|todo|other|free|open ?source( licen[cs]e)?"
              + "|(the )?licen[cs]e(s|\\.txt|\\.md|\\.html)?|((please )?(see|read|refer to) .*licen[cs]e.*)"
              + "|(see )?(the )?(readme|notice)(\\.(md|txt))?( file)?");

  private UnclearLicenses() {}

  /** One note for all of them. */
  static List<Finding> check(LintedLayer layer) {
    List<Located> unclear =
        layer.artifacts().stream()
            .filter(located -> !located.artifact().ofBuild() && isUnclear(located))
            .toList();
    if (unclear.isEmpty()) {
      return List.of();
    }
    return List.of(
        Rule.UNCLEAR_LICENSE.found(
            unclear.size() == 1 ? Place.of(unclear.get(0)) : Place.WHOLE,
            Messages.format(
                "Of %d of the layer's artifacts the POM does not say under which licence it is:%s",
                unclear.size(), Lists.onLines(unclear, UnclearLicenses::line)),
            "Look at their home pages before the layer is given to others."));
  }

  private static boolean isUnclear(Located located) {
    return located.artifact().licenses().names().stream()
        .allMatch(name -> NO_NAME.matcher(name.trim().toLowerCase(Locale.ROOT)).matches());
  }

  private static String line(Located located) {
    List<String> names = located.artifact().licenses().names();
    return String.join(" -> ", located.artifact().trail())
        + (names.isEmpty() ? "" : " (says '" + String.join("', '", names) + "')");
  }
}
