package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Scripts that nobody can start: wrappers, above all, stand at the root, where no file is executable. */
public final class Scripts {

  private Scripts() {}

  /** A warning for each file that begins with {@code #!} and is not executable in the layer. */
  public static List<Finding> check(LayerContent content) throws IOException {
    var findings = new ArrayList<Finding>();
    for (LayerEntry entry : content.entries()) {
      if (!entry.executable() && !entry.isJar() && hasShebang(entry)) {
        findings.add(
            new Finding(
                Finding.Severity.WARNING,
                Messages.format(
                    "%s begins with #! and is not executable in the layer. If it is started (as"
                        + " AWS_LAMBDA_EXEC_WRAPPER, say), name it in"
                        + " <executables>%s</executables>.",
                    entry.path(), entry.path())));
      }
    }
    return findings;
  }

  private static boolean hasShebang(LayerEntry entry) throws IOException {
    try (InputStream in = entry.source().open()) {
      return in.read() == '#' && in.read() == '!';
    }
  }
}
