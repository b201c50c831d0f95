package io.github.lambdalayer.operate;

import java.io.IOException;
import java.util.function.Function;

/** A test of what comes after a run that was stopped. */
abstract class StoppedAttach extends TwentyFunctions {

  /** As a run that was killed after it has moved the first seven. */
  final void die() {
    die("", name -> with(name, 3));
  }

  static String[] without(String name) {
    return new String[] {arn(region(name), "below", 1), arn(region(name), "above", 1)};
  }

  final void die(String version, Function<String, String[]> after) {
    scene.version = version;
    AttachPlan plan = scene.plan();
    try {
      scene.journal().open(plan.needed(), plan.ended());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    names().stream()
        .limit(7)
        .forEach(name -> aws.functions().change(ACCOUNT, region(name), name, after.apply(name)));
    scene.version = "";
  }
}
