package io.github.lambdalayer.publish;

import java.util.List;

/**
 * What somebody must be allowed, in IAM's terms.
 *
 * @param name what it is for: letters and digits
 * @param actions such as {@code lambda:PublishLayerVersion}
 * @param resources ARNs with {@code *} in them, or {@code *} where AWS knows no narrower resource
 */
public record Allowance(String name, List<String> actions, List<String> resources) {

  public Allowance {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }

  /** The part of some that changes nothing. */
  public static List<Allowance> reading(List<Allowance> all) {
    return all.stream()
        .map(Allowance::reading)
        .filter(allowance -> !allowance.actions().isEmpty())
        .toList();
  }

  private Allowance reading() {
    return new Allowance(name, actions.stream().filter(Allowance::isReading).toList(), resources);
  }

  private static boolean isReading(String action) {
    return action.matches("[a-z0-9]+:(List|Get|Describe).*") && !action.endsWith("Uploads");
  }
}
