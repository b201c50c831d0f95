package io.github.lambdalayer.lint;

/** How bad a finding is. */
public enum Severity {
  /** It would not work on Lambda. */
  ERROR,
  /** It works, or may work, and the user should know. */
  WARNING,
  /** Worth knowing for who looks closer: it stands in the documents, and not in the log. */
  NOTE
}
