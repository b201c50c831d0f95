package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.Zips;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Allowance;
import io.github.lambdalayer.publish.CalledActions;
import io.github.lambdalayer.publish.CalledActions.Need;
import io.github.lambdalayer.publish.PolicyScope;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policies of the goals after publishing, beside what they call. */
class GoalPolicyTest extends TwentyFunctions {

  private static final String ALICE = "account:111122223333";

  /** A goal, and all that it can come to call. */
  private enum Goal {
    VERSIONS {
      @Override
      void run(GoalPolicyTest test, Scene scene) {
        scene.overviewWithInside("com.example:my-layer");
      }
    },
    SHARE {
      @Override
      void run(GoalPolicyTest test, Scene scene) {
        test.aws.addStatement(ACCOUNT, IRELAND, "my-layer", 3, "by-hand", "444455556666", null);
        scene.snapshot = "of what was built";
        scene.share(SharingRule.share(VersionSet.ALL, List.of(), true, false), ALICE, "public");
      }
    },
    REVOKE {
      @Override
      void run(GoalPolicyTest test, Scene scene) {
        test.aws.addStatement(ACCOUNT, IRELAND, "my-layer", 3, "by-hand", "111122223333", null);
        scene.share(SharingRule.revoke(VersionSet.ALL, List.of(Permission.parse(ALICE))));
      }
    },
    DELETE {
      @Override
      void run(GoalPolicyTest test, Scene scene) {
        scene.delete(new NamedVersions(VersionSet.parse(List.of("3")), false));
      }
    },
    PRUNE {
      @Override
      void run(GoalPolicyTest test, Scene scene) {
        scene.delete(new Retention(1, null, true, true));
      }
    },
    SHARE_WITH_AN_ACCOUNT {
      @Override
      Set<GoalUse> uses() {
        return EnumSet.of(GoalUse.KEEPS_GRANTED, GoalUse.FINDS_NEWEST);
      }

      @Override
      void run(GoalPolicyTest test, Scene scene) {
        scene.snapshot = "of what was built";
        scene.share(
            SharingRule.share(VersionSet.ALL, List.of(Permission.parse(ALICE)), true, false));
      }
    },
    PRUNE_GRANTED {
      @Override
      Set<GoalUse> uses() {
        return EnumSet.of(GoalUse.ASKS_FOR_SNAPSHOTS, GoalUse.REMOVES_OTHERS, GoalUse.FINDS_NEWEST);
      }

      @Override
      void run(GoalPolicyTest test, Scene scene) {
        scene.delete(new Retention(1, null, false, true));
      }
    },
    ATTACH {
      @Override
      void run(GoalPolicyTest test, Scene scene) {
        test.put(FunctionSpec.of("f-01").layers(before("f-01")).tag("team", "web"));
        test.scene.functions = "tag:team=web,f-*";
        test.scene.event = "{}";
        test.scene.run();
        test.scene.version = "1";
        test.scene.run(
            plan -> test.aws.functions().requireSignature(ACCOUNT, IRELAND, THIRTEENTH, true, "x"));
      }
    },
    ATTACH_A_NUMBER {
      @Override
      Set<GoalUse> uses() {
        return EnumSet.of(
            GoalUse.ASKS_FOR_SNAPSHOTS, GoalUse.REMOVES_OTHERS, GoalUse.KEEPS_GRANTED);
      }

      @Override
      void run(GoalPolicyTest test, Scene scene) {
        test.scene.version = "3";
        test.scene.run(
            plan -> test.aws.functions().requireSignature(ACCOUNT, IRELAND, THIRTEENTH, true, "x"));
      }
    };

    /** Whatever there is, but for padding. */
    Set<GoalUse> uses() {
      return EnumSet.complementOf(EnumSet.of(GoalUse.LOOKS_AT_PADDING));
    }

    /** The goal's name begins it. */
    String goal() {
      return name().replaceFirst("_.*", "").toLowerCase(Locale.ROOT);
    }

    abstract void run(GoalPolicyTest test, Scene scene);
  }

  @ParameterizedTest
  @EnumSource(Goal.class)
  void whatIsCalledIsAllowedAndWhatIsAllowedIsCalled(Goal goal) {
    var everywhere = new Scene(aws.uri(), "my-layer", IRELAND, VIRGINIA);
    aws.clearCalls();

    goal.run(this, everywhere);

    List<Need> needs = CalledActions.of(aws.calls());
    List<Allowance> policy = policy(goal, false);
    assertAllowed(needs, policy);
    assertThat(actions(policy))
        .containsExactlyElementsOf(
            needs.stream().map(Need::action).collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Goal.class,
      names = {"SHARE", "REVOKE", "DELETE", "PRUNE", "PRUNE_GRANTED"})
  void whatCallsItselfPaddingMayBeReadWhereNumbersAreAligned(Goal goal) {
    String padding = "Padding of lambda-layer-maven-plugin: no content";
    aws.publishByHand(ACCOUNT, IRELAND, "my-layer", Zips.of("text", "x"), padding);
    var everywhere = new Scene(aws.uri(), "my-layer", IRELAND, VIRGINIA);
    aws.clearCalls();

    goal.run(this, everywhere);

    assertThat(aws.calls("GetLayerVersion")).isNotEmpty();
    assertAllowed(CalledActions.of(aws.calls()), policy(goal, true));
  }

  private static List<Allowance> policy(Goal goal, boolean hasPadding) {
    Set<GoalUse> uses = goal.uses();
    if (hasPadding) {
      // What looks at padding reads versions; else it would be allowed in any case.
      uses = EnumSet.complementOf(EnumSet.of(GoalUse.ASKS_FOR_SNAPSHOTS));
    }
    var scope = new PolicyScope(null, "aws", ACCOUNT, List.of(IRELAND, VIRGINIA));
    return new GoalPolicy(scope, List.of(new LayerName("my-layer")), uses).of(goal.goal());
  }

  private static void assertAllowed(List<Need> needs, List<Allowance> policy) {
    assertThat(needs)
        .allSatisfy(
            need -> assertThat(CalledActions.isAllowed(need, policy)).as("%s", need).isTrue());
  }

  private static Set<String> actions(List<Allowance> policy) {
    return policy.stream()
        .flatMap(allowance -> allowance.actions().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
