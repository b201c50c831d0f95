package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.GoalPolicy;
import io.github.lambdalayer.output.IamPolicy;
import io.github.lambdalayer.publish.Allowance;
import io.github.lambdalayer.publish.NeededPolicy;
import io.github.lambdalayer.publish.PolicyScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Prints what whoever publishes must be allowed: a policy for each account. */
final class PolicyReport {

  private static final List<String> GOALS =
      Stream.concat(Stream.of("publish", "publish-file", "plan"), GoalPolicy.GOALS.stream())
          .toList();

  private final List<String> goals;
  private final GoalSettings settings;
  private final Path folder;
  private final Log log;

  /**
   * A report.
   *
   * @param goals what {@code <showPolicy>} says: {@code true} for publish, or goals
   * @param settings what these are configured with
   */
  PolicyReport(String goals, GoalSettings settings, Path folder, Log log) {
    this.settings = settings;
    this.goals = goals.trim().equals("true") ? List.of("publish") : Parameters.items(goals);
    this.folder = folder;
    this.log = log;
    for (String goal : this.goals) {
      if (!GOALS.contains(goal)) {
        throw new InvalidInputException(
            Messages.format(
                "<showPolicy> has '%s': write goals, separated by commas, of %s.",
                goal, String.join(", ", GOALS)));
      }
    }
  }

  /** Whether the parameter asks for it. */
  static boolean isWanted(String goals) {
    return !goals.isBlank() && !goals.trim().equals("false");
  }

  /** Prints it and writes it down. */
  void show(PublishJob job) throws IOException {
    List<PolicyScope> scopes = PolicyScope.of(job.destinations(), job.settings(), log::warn);
    for (PolicyScope scope : scopes) {
      boolean isKnown = !scope.account().equals("*");
      show(
          isKnown ? "policy-" + scope.account() + ".json" : "policy.json",
          isKnown ? "in the account " + scope.account() : "in an account that is not known",
          goals.stream().flatMap(goal -> allowances(goal, scope, job).stream()).toList());
    }
    List<String> roles = new ArrayList<>();
    scopes.stream().map(PolicyScope::role).filter(Objects::nonNull).forEach(roles::add);
    if (!roles.isEmpty()) {
      show(
          "policy-caller.json",
          "by whoever assumes the roles",
          List.of(new Allowance("Roles", List.of("sts:AssumeRole"), roles)));
    }
  }

  private List<Allowance> allowances(String goal, PolicyScope scope, PublishJob job) {
    var publishing = new NeededPolicy(scope, job.layers(), job.options());
    GoalPolicy operating = operating(scope, job);
    List<Allowance> retaining =
        job.retain() == null ? List.of() : operating.retaining(job.retain());
    return switch (goal) {
      case "publish", "publish-file" -> and(publishing.publishing(), retaining);
      case "plan" -> and(publishing.planning(), Allowance.reading(retaining));
      default -> operating.of(goal);
    };
  }

  private GoalPolicy operating(PolicyScope scope, PublishJob job) {
    return new GoalPolicy(
        scope,
        job.layers().stream().map(layer -> layer.definition().name()).distinct().toList(),
        settings.uses(job.layers(), job.options()));
  }

  private static List<Allowance> and(List<Allowance> some, List<Allowance> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private void show(String name, String where, List<Allowance> allowances) throws IOException {
    Path file = folder.resolve(name);
    IamPolicy policy = IamPolicy.of(allowances);
    policy.write(file);
    log.info(
        Messages.format(
            "What %s %s to be allowed %s (written to %s):",
            Messages.and(goals), goals.size() == 1 ? "needs" : "need", where, file));
    policy.text().lines().forEach(log::info);
  }
}
