package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.util.ArrayList;
import java.util.List;

/** What is odd in what the user says that the layer is. */
final class Definitions {

  private Definitions() {}

  static List<Finding> check(LintedLayer layer) {
    var findings = new ArrayList<Finding>();
    for (LambdaRuntime runtime : layer.definition().compatibleRuntimes()) {
      if (!runtime.isKnown()) {
        findings.add(unknown(runtime));
      }
    }
    boolean isPublic = layer.definition().permissions().contains(new Permission.Everyone());
    if (layer.project().isSnapshot() && isPublic) {
      findings.add(
          Rule.PUBLIC_SNAPSHOT.found(
              Messages.format(
                  "<permissions> has <public/>, and %s is a SNAPSHOT: publish will refuse it.",
                  layer.project().version()),
              "Release it, or tell publish -DlambdaLayer.allowPublicSnapshot."));
    }
    return findings;
  }

  private static Finding unknown(LambdaRuntime runtime) {
    return Rule.UNKNOWN_RUNTIME.found(
        Messages.format(
            "<compatibleRuntimes> has '%s', which this release does not know. It is passed on;"
                + " Lambda refuses it if it is misspelt.",
            runtime),
        "Look whether it is in Lambda's table of runtimes.");
  }
}
