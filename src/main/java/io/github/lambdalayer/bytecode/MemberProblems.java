package io.github.lambdalayer.bytecode;

import java.util.Optional;

/**
 * What the JVM refuses of a member that it looked for.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-5.html#jvms-5.4.3.3">method
 *     resolution</a>
 */
final class MemberProblems {

  private MemberProblems() {}

  /** What is wrong, if anything is. */
  static Optional<MissingMember.Problem> of(
      Use use, ClassFacts owner, Members.Resolution resolution) {
    if (use.isMethod() && use.ofInterface() != owner.isInterface()) {
      return Optional.of(
          owner.isInterface()
              ? MissingMember.Problem.INTERFACE
              : MissingMember.Problem.NOT_INTERFACE);
    }
    if (resolution == Members.Unresolved.ABSENT) {
      return Optional.of(
          use.isMethod() ? MissingMember.Problem.NO_METHOD : MissingMember.Problem.NO_FIELD);
    }
    return resolution instanceof Members.Resolved resolved
        ? ofKind(use.kind(), resolved.member())
        : Optional.empty();
  }

  private static Optional<MissingMember.Problem> ofKind(Use.Kind kind, ClassFacts.Member member) {
    return switch (kind) {
      case STATIC_CALL, STATIC_FIELD ->
          member.isStatic() ? Optional.empty() : Optional.of(MissingMember.Problem.NOT_STATIC);
      case SPECIAL_CALL, VIRTUAL_CALL, INSTANCE_FIELD ->
          member.isStatic() ? Optional.of(MissingMember.Problem.STATIC) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
