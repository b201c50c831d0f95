package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.Allowance;
import io.github.lambdalayer.publish.PolicyScope;
import java.util.ArrayList;
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

  private static final String ADD = "lambda:AddLayerVersionPermission";
  private static final String REMOVE = "lambda:RemoveLayerVersionPermission";

  private final PolicyScope scope;
  private final List<LayerName> layers;
  private final boolean removeOthers;

  /**
   * For these layers in one account.
   *
   * @param removeOthers whether sharing takes back what is not wanted
   */
  public GoalPolicy(PolicyScope scope, List<LayerName> layers, boolean removeOthers) {
    this.scope = scope;
    this.layers = List.copyOf(layers);
    this.removeOthers = removeOthers;
  }

  /** What a goal must be allowed. */
  public List<Allowance> of(String goal) {
    return switch (goal) {
      case "versions" -> with(versions("lambda:GetLayerVersion"), listFunctions());
      case "share" -> removeOthers ? versions(ADD, REMOVE) : versions(ADD);
      case "revoke" -> versions(REMOVE);
      case "delete", "prune" -> with(versions("lambda:DeleteLayerVersion"), listFunctions());
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

  /** The versions are listed, and who may use them is read, before anything is done with them. */
  private List<Allowance> versions(String... actions) {
    var all = new ArrayList<String>();
    all.add("lambda:GetLayerVersionPolicy");
    all.addAll(List.of(actions));
    return List.of(list(), new Allowance("LayerVersions", all, arns(":*")));
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
        new Allowance(
            "UsedLayers", List.of("lambda:GetLayerVersion"), scope.ofAnyone("lambda", "layer:*:*")),
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
