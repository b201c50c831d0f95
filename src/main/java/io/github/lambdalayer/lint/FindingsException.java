package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;
import java.util.stream.Collectors;

/** What was found is bad enough to fail the build. */
public final class FindingsException extends InvalidInputException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * A failure that names those findings that fail.
   *
   * @param introduction what they are about
   * @param all all findings
   */
  public FindingsException(String introduction, List<Finding> all, LintSettings settings) {
    super(
        settings.failing(all).stream()
            .map(finding -> "- " + finding.text())
            .collect(Collectors.joining("\n", introduction + "\n", "")));
    this.findings = List.copyOf(all);
  }

  /** All that was found, also what does not fail the build. */
  public List<Finding> findings() {
    return findings;
  }
}
