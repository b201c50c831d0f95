package io.github.lambdalayer.operate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.lambdalayer.aws.Backoff;
import io.github.lambdalayer.aws.Deadline;
import io.github.lambdalayer.aws.Invocation;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Target;
import org.jspecify.annotations.Nullable;

/** Invokes functions with an event, to see whether they work with their new layers. */
final class TestInvocation {

  /** What a function says of its failure may be a page long. */
  private static final int SHOWN = 300;

  private final @Nullable String event;
  private final FunctionWatch watch;

  TestInvocation(@Nullable String event, FunctionWatch watch) {
    this.event = event;
    this.watch = watch;
  }

  /**
   * Invokes a function, if there is an event.
   *
   * @throws MoveException if the function fails
   * @throws LambdaCallException if it is not known whether it does
   */
  void of(Target target, String name) {
    if (event == null) {
      return;
    }
    Deadline deadline = watch.deadline(target);
    var backoff = new Backoff();
    for (; ; ) {
      try {
        refuseFailure(target.functions().invoke(name, event));
        return;
      } catch (LambdaCallException e) {
        if (!isNotReady(e) || deadline.isOver()) {
          throw e;
        }
        deadline.pause(backoff.next());
      }
    }
  }

  /** Then it was not invoked. */
  private static boolean isNotReady(LambdaCallException e) {
    return e.isConflict() || e.code().equals("ResourceNotReadyException");
  }

  private static void refuseFailure(Invocation invocation) {
    if (invocation.hasFailed()) {
      throw new MoveException(
          Messages.format(
              "Invoked with <testEvent>, it has failed (%s): %s. Its log in CloudWatch says more.",
              invocation.error(), said(invocation.payload())));
    }
  }

  /** {@code {"errorMessage": …, "errorType": …}}, as the runtimes write it. */
  private static String said(String payload) {
    String text = payload;
    try {
      JsonElement document = JsonParser.parseString(payload);
      if (document.isJsonObject()) {
        JsonObject error = document.getAsJsonObject();
        text = (part(error, "errorType") + " " + part(error, "errorMessage")).trim();
      }
    } catch (JsonParseException e) {
      text = payload;
    }
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }

  private static String part(JsonObject error, String name) {
    JsonElement value = error.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
