package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.LooseFile;
import io.github.lambdalayer.content.NativeCode;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that are meant to be started and cannot be: scripts above all, whose wrappers stand at the
 * root, where no file is executable unless it is named.
 */
final class Scripts {

  /** What Lambda starts itself, and what stands on the PATH and is named like a program. */
  private static final Pattern STARTED =
      Pattern.compile("bootstrap|extensions/[^/]+|bin/[^/]+\\.(sh|bash|py|pl|rb|js)|bin/[^/.]+");

  private Scripts() {}

  /** A warning for each such file. */
  static List<Finding> check(LintedLayer layer) {
    var findings = new ArrayList<Finding>();
    for (LayerEntry entry : layer.content().entries()) {
      LooseFile file = layer.survey().files().get(entry.path());
      if (file != null) {
        boolean isStarted =
            STARTED.matcher(entry.path()).matches() || layer.namedExecutable().test(entry.path());
        problem(entry, file, isStarted).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> problem(LayerEntry entry, LooseFile file, boolean isStarted) {
    return switch (file.kind()) {
      case SCRIPT -> entry.executable() ? Optional.empty() : Optional.of(notExecutable(entry));
      case PROGRAM_BEHIND_CRLF -> Optional.of(behindCrlf(entry));
      case MARKED_SCRIPT -> Optional.of(marked(entry));
      case EMPTY -> isStarted ? Optional.of(noProgram(entry, "is empty")) : Optional.empty();
      case NATIVE -> foreign(entry, file, isStarted);
      case OTHER ->
          isStarted
              ? Optional.of(noProgram(entry, "is neither a script (no #!) nor a Linux program"))
              : Optional.empty();
    };
  }

  private static Optional<Finding> foreign(LayerEntry entry, LooseFile file, boolean isStarted) {
    return file.nativeCode()
        .filter(code -> isStarted && !code.isLinux())
        .map((NativeCode code) -> noProgram(entry, "is a program for " + code));
  }

  private static Finding notExecutable(LayerEntry entry) {
    return Rule.SCRIPT_MODE.found(
        Place.of(entry),
        Messages.format("%s begins with #! and is not executable in the layer.", entry.path()),
        Messages.format(
            "If it is started (as AWS_LAMBDA_EXEC_WRAPPER, say), name it in"
                + " <executables>%s</executables>.",
            entry.path()));
  }

  private static Finding behindCrlf(LayerEntry entry) {
    return Rule.SCRIPT_LINE_ENDS.found(
        Place.of(entry),
        Messages.format(
            "%s begins with #! in a line that ends in CRLF, and Linux does not start it. It is more"
                + " than text, so it stays as it is.",
            entry.path()),
        "Make it again with LF there.");
  }

  private static Finding marked(LayerEntry entry) {
    return Rule.SCRIPT_BYTE_ORDER_MARK.found(
        Place.of(entry),
        Messages.format(
            "%s has a byte order mark before #!, and Linux does not start it.", entry.path()),
        "Save the file as UTF-8 without BOM.");
  }

  private static Finding noProgram(LayerEntry entry, String reason) {
    return Rule.NOT_STARTABLE.found(
        Place.of(entry),
        Messages.format(
            "%s is meant to be started, and it %s: Linux refuses it with 'exec format error'.",
            entry.path(), reason),
        "Replace it, or move it elsewhere.");
  }
}
