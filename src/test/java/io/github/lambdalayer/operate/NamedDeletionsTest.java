package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Deleting versions that are named. */
final class NamedDeletionsTest extends OnEndpoint {

  @Test
  void namedVersionsGoWhereverTheyAreButForThoseThatAreUsed() {
    publish(IRELAND, 9);
    publish("us-east-1", 6);
    use(IRELAND, "orders", 7, 9);
    var rule = new NamedVersions(VersionSet.numbers(List.of("3", "5-8")), false);

    List<DeletionPlan> plans = everywhere.preview(rule);

    assertThat(plans)
        .extracting(DeletionPlan::deleted)
        .containsExactly(List.of(3L, 5L, 6L, 8L), List.of(3L, 5L, 6L), List.of());
    assertThat(plans.get(0).kept()).extracting(Verdict::reason).containsExactly("used by orders");
    assertThat(plans.get(2).missing()).containsExactly(3L);
    everywhere.delete(rule);
    assertThat(live(IRELAND)).isEqualTo(without(9, 3L, 5L, 6L, 8L));
    assertThat(live("us-east-1")).isEqualTo(without(6, 3L, 5L, 6L));
  }

  @Test
  void aPlanTellsAllLiveVersionsSoThatWhatWasNeverThereCanBeToldFromWhatIsGone() {
    publish(IRELAND, 5);
    var rule = new NamedVersions(VersionSet.numbers(List.of("7-8", "77")), false);

    List<DeletionPlan> plans = everywhere.preview(rule);

    assertThat(rule.versions().above(5)).containsExactly("7-8", "77");
    assertThat(rule.versions().above(7)).containsExactly("77");
    assertThat(plans.get(0).live()).containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(plans.get(1).live()).isEmpty();
    assertThat(plans).allSatisfy(plan -> assertThat(plan.verdicts()).isEmpty());
  }

  @Test
  void whatIsNamedGoesThoughItIsTheNewestAndGrantedAndSaysSo() {
    publish(IRELAND, 2);
    grant(IRELAND, 2, "111122223333");

    List<DeletionPlan> plans =
        scene.preview(new NamedVersions(VersionSet.numbers(List.of("2")), false));

    assertThat(plans.get(0).verdicts())
        .extracting(Verdict::reason)
        .containsExactly("named, the newest, though granted to account:111122223333");
  }
}
