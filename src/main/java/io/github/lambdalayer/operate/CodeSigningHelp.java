package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.CodeSigning;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Target;
import java.util.Optional;

/** Tells which signatures a function asks for, where it has refused a layer for want of one. */
final class CodeSigningHelp {

  private CodeSigningHelp() {}

  /** Nothing where that is not the matter, or cannot be asked for. */
  static Optional<String> of(Target target, String function, LambdaCallException refusal) {
    if (!refusal.code().equals("CodeVerificationFailedException")) {
      return Optional.empty();
    }
    try {
      return target.functions().codeSigning(function).map(CodeSigningHelp::said);
    } catch (LambdaCallException e) {
      // The refusal itself is what counts.
      return Optional.empty();
    }
  }

  private static String said(CodeSigning signing) {
    return Messages.format(
        "Its code signing configuration %s allows %s.",
        signing.arn(),
        signing.profileVersions().isEmpty()
            ? "no signing profile"
            : String.join(", ", signing.profileVersions()));
  }
}
