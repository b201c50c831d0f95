package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.Backoff;
import io.github.lambdalayer.aws.Deadline;
import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.MoveResult.Status;
import io.github.lambdalayer.publish.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives one function its new layers, and takes that back. */
final class FunctionMove {

  private final Move move;
  private final Target target;
  private final FunctionWatch watch;
  private final TestInvocation test;
  private final Duration timeout;
  private final Consumer<String> progress;

  /** Whether the function has been changed, or may have been. */
  private boolean isTouched;

  /** Whether a call was sent of which nobody knows yet what will come of it. */
  private boolean isUncertain;

  private boolean isSent;
  private @Nullable String failure;
  private @Nullable String leftover;
  private Status status;

  FunctionMove(Move move, AttachRequest request, Consumer<String> progress) {
    this.move = move;
    this.target = move.target();
    this.watch = new FunctionWatch(request.timeout());
    this.test = new TestInvocation(request.event(), watch);
    this.timeout = request.timeout();
    this.progress = progress;
    // What a run that died has changed is to be taken back too.
    this.isTouched = move.isLeftBehind();
    this.status = move.isNothing() ? Status.KEPT : Status.UNTOUCHED;
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** Whether there is something to take back. */
  boolean isToBePutBack() {
    return isTouched;
  }

  /** Does it; what fails is remembered. */
  void go() {
    if (move.isNothing()) {
      return;
    }
    try {
      if (!move.isThere()) {
        send();
        isSent = true;
      }
      arrive();
      test.of(target, move.name());
      status = Status.MOVED;
    } catch (LambdaCallException e) {
      failure = explained(e);
      lookWhatTheQuickerDid(e);
    } catch (MoveException e) {
      failure = e.getMessage();
    } catch (RuntimeException e) {
      // Whatever it is, the others must be put back.
      failure = Messages.format("It failed in a way that is not known: %s", e);
    }
  }

  /**
   * Sends the new list. After a lost answer the function is read; where it has not changed the call is
   * made again, which is harmless: with the same revision only one of them can have an effect.
   */
  private void send() {
    Deadline deadline = target.connection().timing().retryDeadline();
    var backoff = new Backoff();
    Optional<LambdaCallException> lost = sendOnce();
    while (lost.isPresent()) {
      LambdaCallException e = lost.get();
      FunctionVersion now = FunctionWatch.read(target, move.name());
      if (now.layerArns().equals(move.after())) {
        isUncertain = false;
        return;
      }
      boolean isSame = now.revision().equals(move.function().revision());
      if (e.isConflict() || !isSame || deadline.isOver()) {
        throw e;
      }
      progress.accept(
          Messages.format(
              "%s in %s: %s It is sent again.",
              move.name(), target, Messages.sentence(e.getMessage())));
      deadline.pause(backoff.next());
      lost = sendOnce();
    }
  }

  /**
   * Sends it.
   *
   * @return why nobody knows what has come of it, or of the same call before
   */
  private Optional<LambdaCallException> sendOnce() {
    boolean wasTouched = isTouched;
    // Whatever comes of it, in ways too that nobody has thought of.
    isTouched = true;
    try {
      target.functions().update(move.name(), move.after(), move.function().revision());
      isUncertain = false;
      return Optional.empty();
    } catch (LambdaCallException e) {
      isTouched = wasTouched || e.kind() == Kind.UNCERTAIN;
      if (e.kind() == Kind.UNCERTAIN || (isUncertain && e.isConflict())) {
        isUncertain = true;
        return Optional.of(e);
      }
      throw e;
    }
  }

  /** Where somebody else was quicker, it need not have the layers any more that it had. */
  private void lookWhatTheQuickerDid(LambdaCallException e) {
    if (!e.isConflict() || isTouched) {
      return;
    }
    try {
      if (!FunctionWatch.read(target, move.name()).layerArns().equals(move.before())) {
        status = Status.CHANGED_BY_OTHERS;
      }
    } catch (RuntimeException unknown) {
      // The conflict is told, and says as much.
    }
  }

  private void arrive() {
    FunctionVersion function = watch.settled(target, move.name());
    if (isSent && function.status().hasFailed()) {
      throw new MoveException(
          Messages.format("Lambda has given the update up: %s", function.status().updateReason()));
    }
    if (!function.layerArns().equals(move.after())) {
      throw new MoveException(
          Messages.format(
              "Somebody else has changed it meanwhile: it has %s now.",
              LayerChange.said(function.layerArns())));
    }
  }

  private String explained(LambdaCallException e) {
    return CodeSigningHelp.of(target, move.name(), e)
        .map(help -> Messages.sentence(e.getMessage()) + " " + help)
        .orElse(String.valueOf(e.getMessage()));
  }

  /** Takes it back, however often that must be tried. */
  void back() {
    Deadline deadline =
        Deadline.in(
            timeout.plus(target.connection().timing().retryTimeout()),
            target.connection().timing().pace());
    var backoff = new Backoff();
    while (!isBackOrGivenUp(deadline)) {
      deadline.pause(backoff.next());
    }
  }

  private boolean isBackOrGivenUp(Deadline deadline) {
    @Nullable String why = "Lambda has given every update up that would put it back.";
    boolean isHopeless = false;
    try {
      if (isBack()) {
        return true;
      }
    } catch (LambdaCallException e) {
      isHopeless = e.kind() == Kind.REFUSED && !e.isConflict();
      why = explained(e);
    } catch (MoveException e) {
      isHopeless = true;
      why = e.getMessage();
    } catch (RuntimeException e) {
      isHopeless = true;
      why = Messages.format("It failed in a way that is not known: %s", e);
    }
    if (!isHopeless && !deadline.isOver()) {
      return false;
    }
    giveUp(why);
    return true;
  }

  private void giveUp(@Nullable String why) {
    status = Status.NOT_RESTORED;
    leftover = why;
  }

  /**
   * One step on the way back. A call that is still under way somewhere is made void by a change of the
   * revision: so the layers are sent also where they are as they were.
   */
  private boolean isBack() {
    FunctionVersion now = watch.settled(target, move.name());
    List<String> wanted = move.takenBack(now.layerArns());
    if (!wanted.equals(now.layerArns()) || isUncertain) {
      target.functions().update(move.name(), wanted, now.revision());
      isUncertain = false;
      now = watch.settled(target, move.name());
    }
    status = now.layerArns().equals(move.before()) ? Status.RESTORED : Status.CHANGED_BY_OTHERS;
    return move.takenBack(now.layerArns()).equals(now.layerArns());
  }

  MoveResult result() {
    return new MoveResult(move, status, failure, leftover);
  }
}
