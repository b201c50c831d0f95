package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.operate.MoveResult.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that arrive late, and others who change functions at the same time: f-01 is the first to move. */
final class AttachRaceTest extends TwentyFunctions {

  private static final String UPDATE = "UpdateFunctionConfiguration";

  @BeforeEach
  void oneAfterTheOther() {
    scene.threads = 1;
  }

  /** Does something when a call of a number comes in, which may meet a fault. */
  private void when(String wanted, int number, Runnable work, Optional<Fault> fault) {
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals(wanted) && index == number && region.equals(IRELAND)) {
            work.run();
            return fault;
          }
          return Optional.empty();
        });
  }

  @Test
  void aLostUpdateThatArrivesWhenItIsSentAgainIsNoFailure() {
    var isLost = new AtomicBoolean();
    aws.faults(
        (operation, account, region, index) -> {
          if (!operation.equals(UPDATE) || isLost.get()) {
            return Optional.empty();
          }
          if (index == 0) {
            return Optional.of(Fault.SERVICE_EXCEPTION_500);
          }
          isLost.set(true);
          aws.functions().change(ACCOUNT, IRELAND, "f-01", with("f-01", 3));
          return Optional.empty();
        });

    assertThat(scene.run()).extracting(MoveResult::status).containsOnly(Status.MOVED);
    assertThat(all()).isEqualTo(allWith(3));
    assertThat(updates()).hasSize(21);
  }

  @Test
  void aLostUpdateIsNotSentAgainOnceSomebodyElseHasChangedTheFunction() {
    when(
        UPDATE,
        0,
        () -> aws.functions().change(ACCOUNT, IRELAND, "f-01", with("f-01", 2)),
        Optional.of(Fault.SERVICE_EXCEPTION_500));
    List<MoveResult> results = scene.run();

    assertThat(of(results, "f-01").status()).isEqualTo(Status.CHANGED_BY_OTHERS);
    assertThat(of(results, "f-01").reason()).get().asString().contains("500 ServiceException");
    assertThat(layers("f-01")).containsExactly(with("f-01", 2));
    // The second one makes void what may be on its way.
    assertThat(updates()).hasSize(2);
  }

  @Test
  void whatSomebodyElseHasMadeOfAFunctionBeforeItHasArrivedFailsAndStays() {
    var isSent = new AtomicBoolean();
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals(UPDATE)) {
            isSent.set(true);
          } else if (operation.equals("GetFunctionConfiguration") && isSent.getAndSet(false)) {
            aws.functions().change(ACCOUNT, IRELAND, "f-01", arn(IRELAND, "my-layer", 2));
          }
          return Optional.empty();
        });
    List<MoveResult> results = scene.run();

    assertThat(of(results, "f-01").reason())
        .contains("Somebody else has changed it meanwhile: it has my-layer:2 now.");
    assertThat(of(results, "f-01").status()).isEqualTo(Status.CHANGED_BY_OTHERS);
    assertThat(layers("f-01")).containsExactly(arn(IRELAND, "my-layer", 2));
  }

  @Test
  void aRevisionThatIsLostOnTheWayBackIsReadAnew() {
    scene.event = "{}";
    Trouble.FAILED_INVOCATION.befall(aws.functions());
    when(
        "Invoke",
        6,
        () -> aws.functions().rivalBeforeNextUpdate(ACCOUNT, IRELAND, "f-03"),
        Optional.empty());
    List<MoveResult> results = scene.run();

    assertThat(of(results, "f-03").status()).isEqualTo(Status.RESTORED);
    assertThat(all()).isEqualTo(allBefore());
  }

  @Test
  void anInvocationWhoseAnswerIsLostIsNotMadeAgain() {
    scene.event = "{}";
    when("Invoke", 0, () -> {}, Optional.of(Fault.ANSWER_LOST));
    List<MoveResult> results = scene.run();

    assertThat(of(results, "f-01").status()).isEqualTo(Status.RESTORED);
    assertThat(aws.calls("Invoke")).hasSize(1);
    assertThat(all()).isEqualTo(allBefore());
  }
}
