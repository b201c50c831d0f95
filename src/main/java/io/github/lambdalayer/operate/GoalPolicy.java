package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.Allowance;
import io.github.lambdalayer.publish.PolicyScope;
import io.github.lambdalayer.publish.PublishOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

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
  private static final String ADD = "lambda:AddLayerVersionPermission";
  private static final String REMOVE = "lambda:RemoveLayerVersionPermission";
  private static final String DELETE = "lambda:DeleteLayerVersion";

  private final PolicyScope scope;
  private final List<LayerName> layers;
  private final PublishOptions options;

  /**
   * For these layers in one account.
   *
   * @param options how they are published
   */
  public GoalPolicy(PolicyScope scope, List<LayerName> layers, PublishOptions options) {
    this.scope = scope;
    this.layers = List.copyOf(layers);
    this.options = options;
  }

  /** What a goal must be allowed. */
  public List<Allowance> of(String goal) {
    return switch (goal) {
      case "versions" -> with(versions(List.of(GET)), listFunctions());
      case "share" -> versions(sharing());
      case "revoke" -> versions(List.of(REMOVE));
      case "delete", "prune" -> with(versions(List.of(DELETE)), listFunctions());
      case "attach" -> attaching();
      default -> throw new IllegalArgumentException(goal);
    };
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
    if (!options.allowPublicSnapshot()) {
      actions.add(GET);
    }
    actions.add(ADD);
    if (options.removeOtherGrants()) {
      actions.add(REMOVE);
    }
    return actions;
  }

  /** The versions are listed, and who may use them is read, before anything is done with them. */
  private List<Allowance> versions(List<String> actions) {
    var all = new LinkedHashSet<String>();
    all.add("lambda:GetLayerVersionPolicy");
    if (options.alignVersions()) {
      // What calls itself padding may be somebody's content.
      all.add(GET);
    }
    all.addAll(actions);
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
    return List.of(
        list(),
        listFunctions(),
        new Allowance("UsedLayers", List.of(GET), scope.ofAnyone("lambda", "layer:*:*")),
        new Allowance(
            "Functions",
            List.of(
                "lambda:GetFunctionConfiguration",
                "lambda:UpdateFunctionConfiguration",
                "lambda:ListTags",
                "lambda:InvokeFunction",
                "lambda:GetFunctionCodeSigningConfig"),
            scope.arns("lambda", "function:*")),
        new Allowance(
            "CodeSigning",
            List.of("lambda:GetCodeSigningConfig"),
            scope.arns("lambda", "code-signing-config:*")));
  }
}
