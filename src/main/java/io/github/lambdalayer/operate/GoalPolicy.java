package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.Allowance;
import io.github.lambdalayer.publish.PolicyScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the goals call that see to versions after publishing.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html">
 *     Actions and resources of Lambda</a>
 */
public final class GoalPolicy {

  /** The goals that it knows. */
  public static final List<String> GOALS =
      List.of("versions", "share", "revoke", "delete", "prune", "attach");

  private static final String GET = "lambda:GetLayerVersion";
  private static final String GET_POLICY = "lambda:GetLayerVersionPolicy";
  private static final String ADD = "lambda:AddLayerVersionPermission";
  private static final String REMOVE = "lambda:RemoveLayerVersionPermission";
  private static final String DELETE = "lambda:DeleteLayerVersion";

  private final PolicyScope scope;
  private final List<LayerName> layers;
  private final Set<GoalUse> uses;

  /**
   * For these layers in one account.
   *
   * @param uses what the goals may be configured to do
   */
  public GoalPolicy(PolicyScope scope, List<LayerName> layers, Set<GoalUse> uses) {
    this.scope = scope;
    this.layers = List.copyOf(layers);
    this.uses = Set.copyOf(uses);
  }

  /** What a goal must be allowed. */
  public List<Allowance> of(String goal) {
    return switch (goal) {
      case "versions" -> with(versions(List.of(GET_POLICY, GET)), listFunctions());
      case "share" -> versions(sharing());
      case "revoke" -> versions(List.of(GET_POLICY, REMOVE));
      case "delete" -> with(versions(List.of(GET_POLICY, DELETE)), listFunctions());
      case "prune" -> pruning(uses.contains(GoalUse.KEEPS_GRANTED));
      case "attach" -> attaching();
      default -> throw new IllegalArgumentException(goal);
    };
  }

  /** What must be allowed to prune by a rule, whatever {@code prune} itself is configured to do. */
  public List<Allowance> retaining(Retention rule) {
    return pruning(rule.keepGranted());
  }

  private static List<Allowance> with(List<Allowance> some, Allowance another) {
    var all = new ArrayList<>(some);
    all.add(another);
    return all;
  }

  private static Allowance listFunctions() {
    return new Allowance("AllFunctions", List.of("lambda:ListFunctions"), List.of("*"));
  }

  /** Who makes a version public looks whether it is the SNAPSHOT that was built. */
  private List<String> sharing() {
    var actions = new ArrayList<String>();
    actions.add(GET_POLICY);
    if (uses.contains(GoalUse.ASKS_FOR_SNAPSHOTS)) {
      actions.add(GET);
    }
    actions.add(ADD);
    if (uses.contains(GoalUse.REMOVES_OTHERS)) {
      actions.add(REMOVE);
    }
    return actions;
  }

  /** Who may use a version is asked only where that keeps it. */
  private List<Allowance> pruning(boolean keepsGranted) {
    List<String> actions = keepsGranted ? List.of(GET_POLICY, DELETE) : List.of(DELETE);
    return with(versions(actions), listFunctions());
  }

  /** The versions are listed before anything is done with them. */
  private List<Allowance> versions(List<String> actions) {
    var all = new LinkedHashSet<>(actions);
    if (uses.contains(GoalUse.LOOKS_AT_PADDING)) {
      // What calls itself padding may be somebody's content.
      all.add(GET);
    }
    return List.of(list(), new Allowance("LayerVersions", List.copyOf(all), arns(":*")));
  }

  private Allowance list() {
    return new Allowance("Layers", List.of("lambda:ListLayerVersions"), arns(""));
  }

  private List<String> arns(String versions) {
    return layers.stream()
        .flatMap(layer -> scope.arns("lambda", "layer:" + layer + versions).stream())
        .toList();
  }

  /** A function has other layers too, of whatever account, and its list is written as a whole. */
  private List<Allowance> attaching() {
    var all = new ArrayList<Allowance>();
    if (uses.contains(GoalUse.FINDS_NEWEST)) {
      all.add(list());
    }
    all.add(listFunctions());
    all.add(new Allowance("UsedLayers", List.of(GET), scope.ofAnyone("lambda", "layer:*:*")));
    all.add(new Allowance("Functions", moving(), scope.arns("lambda", "function:*")));
    all.add(
        new Allowance(
            "CodeSigning",
            List.of("lambda:GetCodeSigningConfig"),
            scope.arns("lambda", "code-signing-config:*")));
    return all;
  }

  private List<String> moving() {
    var actions = new ArrayList<String>();
    actions.add("lambda:GetFunctionConfiguration");
    actions.add("lambda:UpdateFunctionConfiguration");
    if (uses.contains(GoalUse.CHOOSES_BY_TAG)) {
      actions.add("lambda:ListTags");
    }
    if (uses.contains(GoalUse.INVOKES)) {
      actions.add("lambda:InvokeFunction");
    }
    actions.add("lambda:GetFunctionCodeSigningConfig");
    return actions;
  }
}
