package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.LooseFile;
import io.github.lambdalayer.content.NativeCode;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Files that are meant to be started and cannot be: scripts above all, whose wrappers stand at the
 * root, where no file is executable unless it is named.
 */
public final class Scripts {

  /** What Lambda starts itself, and what stands on the PATH and is named like a program. */
  private static final Pattern STARTED =
      Pattern.compile("bootstrap|extensions/[^/]+|bin/[^/]+\\.(sh|bash|py|pl|rb|js)|bin/[^/.]+");

  private Scripts() {}

  /**
   * A warning for each such file.
   *
   * @param named whether the user names a path in {@code <executables>}
   */
  public static List<Finding> check(Survey survey, Predicate<String> named) {
    var findings = new ArrayList<Finding>();
    for (LayerEntry entry : survey.content().entries()) {
      LooseFile file = survey.files().get(entry.path());
      if (file != null) {
        boolean isStarted = STARTED.matcher(entry.path()).matches() || named.test(entry.path());
        problem(entry, file, isStarted)
            .ifPresent(message -> findings.add(new Finding(Finding.Severity.WARNING, message)));
      }
    }
    return findings;
  }

  private static Optional<String> problem(LayerEntry entry, LooseFile file, boolean isStarted) {
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

  private static Optional<String> foreign(LayerEntry entry, LooseFile file, boolean isStarted) {
    return file.nativeCode()
        .filter(code -> isStarted && !code.isLinux())
        .map((NativeCode code) -> noProgram(entry, "is a program for " + code));
  }

  private static String notExecutable(LayerEntry entry) {
    return Messages.format(
        "%s begins with #! and is not executable in the layer. If it is started (as"
            + " AWS_LAMBDA_EXEC_WRAPPER, say), name it in <executables>%s</executables>.",
        entry.path(), entry.path());
  }

  private static String behindCrlf(LayerEntry entry) {
    return Messages.format(
        "%s begins with #! in a line that ends in CRLF, and Linux does not start it. It is more than"
            + " text, so it stays as it is: make it again with LF there.",
        entry.path());
  }

  private static String marked(LayerEntry entry) {
    return Messages.format(
        "%s has a byte order mark before #!, and Linux does not start it. Save the file as UTF-8"
            + " without BOM.",
        entry.path());
  }

  private static String noProgram(LayerEntry entry, String reason) {
    return Messages.format(
        "%s is meant to be started, and it %s: Linux refuses it with 'exec format error'. Replace"
            + " it, or move it elsewhere.",
        entry.path(), reason);
  }
}
