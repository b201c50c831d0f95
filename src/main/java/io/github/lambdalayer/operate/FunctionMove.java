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
import java.util.ArrayList;
import java.util.List;
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
    this.isTouched = move.isThere() && !move.isNothing();
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
    String revision = move.function().revision();
    Deadline deadline = target.connection().timing().retryDeadline();
    var backoff = new Backoff();
    for (; ; ) {
      try {
        target.functions().update(move.name(), move.after(), revision);
        isTouched = true;
        isUncertain = false;
        return;
      } catch (LambdaCallException e) {
        if (e.kind() == Kind.UNCERTAIN) {
          isTouched = true;
          isUncertain = true;
        } else if (!isUncertain || !e.isConflict()) {
          throw e;
        }
        FunctionVersion now = FunctionWatch.read(target, move.name());
        if (now.layerArns().equals(move.after())) {
          isUncertain = false;
          return;
        }
        if (e.isConflict() || !now.revision().equals(revision) || deadline.isOver()) {
          throw e;
        }
        progress.accept(
            Messages.format("%s in %s: %s It is sent again.", move.name(), target, e.getMessage()));
        deadline.pause(backoff.next());
      }
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
              "Somebody else has changed it meanwhile: it has %s now.", function.layerArns()));
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
    for (; ; ) {
      try {
        if (isBack()) {
          status = Status.RESTORED;
          return;
        }
      } catch (LambdaCallException e) {
        isUncertain |= e.kind() == Kind.UNCERTAIN;
        if ((e.kind() == Kind.REFUSED && !e.isConflict()) || deadline.isOver()) {
          giveUp(explained(e));
          return;
        }
      } catch (MoveException e) {
        giveUp(e.getMessage());
        return;
      } catch (RuntimeException e) {
        giveUp(Messages.format("It failed in a way that is not known: %s", e));
        return;
      }
      if (deadline.isOver()) {
        giveUp("Lambda has given every update up that would put it back.");
        return;
      }
      deadline.pause(backoff.next());
    }
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
    List<String> wanted = withoutChanges(now.layerArns());
    if (wanted.equals(now.layerArns()) && !isUncertain) {
      return true;
    }
    target.functions().update(move.name(), wanted, now.revision());
    isUncertain = false;
    FunctionVersion back = watch.settled(target, move.name());
    return !back.status().hasFailed() && withoutChanges(back.layerArns()).equals(back.layerArns());
  }

  /** Only what was changed goes back: somebody else may have changed another layer meanwhile. */
  private List<String> withoutChanges(List<String> layers) {
    if (layers.equals(move.after())) {
      return move.before();
    }
    var back = new ArrayList<>(layers);
    for (Move.Change change : move.changes()) {
      if (change.to() != null && back.contains(change.to())) {
        int at = back.indexOf(change.to());
        back.remove(at);
        if (change.from() != null) {
          back.add(at, change.from());
        }
      } else if (change.to() == null && !back.contains(change.from())) {
        back.add(Math.min(back.size(), move.before().indexOf(change.from())), change.from());
      }
    }
    return back;
  }

  MoveResult result() {
    return new MoveResult(move, status, failure, leftover);
  }
}
