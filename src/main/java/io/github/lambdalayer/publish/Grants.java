package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.Backoff;
import io.github.lambdalayer.aws.Deadline;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.aws.LayerPolicy.Other;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the policy of a version to the wanted state: reads it, writes the difference, and reads it
 * again, until there is none. So a lost answer and a change by somebody else are nothing special.
 */
public final class Grants {

  private static final String TOO_LONG = "PolicyLengthExceededException";

  /** Which statements of a policy are to be taken away. */
  public interface Surplus {

    /** None. */
    Surplus NONE = policy -> List.of();

    /** Those of one policy. */
    List<Other> of(LayerPolicy policy);

    /** All that grant something else. */
    static Surplus allBut(List<Permission> wanted) {
      return policy -> policy.others(wanted);
    }
  }

  private final Target target;
  private final LayerName name;
  private final List<Permission> wanted;
  private final Surplus unwanted;
  private final LambdaLayers layers;
  private final Set<Permission> granted = new LinkedHashSet<>();
  private final Set<Other> revoked = new LinkedHashSet<>();
  private List<Other> others = List.of();

  /**
   * Nothing is done yet.
   *
   * @param wanted the permissions that are to be there
   * @param unwanted the statements that are not to be there; none of them gives a wanted permission
   */
  public Grants(Target target, LayerName name, List<Permission> wanted, Surplus unwanted) {
    this.target = target;
    this.name = name;
    this.wanted = List.copyOf(wanted);
    this.unwanted = unwanted;
    this.layers = target.layers();
  }

  /** The permissions that were added so far. */
  public List<Permission> granted() {
    return List.copyOf(granted);
  }

  /** The statements that were taken away so far. */
  public List<Other> revoked() {
    return List.copyOf(revoked);
  }

  /** The statements that were left alone. */
  List<Other> others() {
    return others;
  }

  /**
   * Does it.
   *
   * @param policy the policy as it was last read, or as a new version has it: none
   * @throws TargetException if what stands in the way must be mended first
   * @throws LambdaCallException if a call did not succeed for too long
   */
  public void bring(long version, LayerPolicy policy) {
    Deadline deadline = target.connection().timing().retryDeadline();
    var backoff = new Backoff();
    LayerPolicy current = policy;
    while (!isAsWanted(current)) {
      refuseTakenIds(version, current);
      Optional<LambdaCallException> failure = write(version, current);
      if (failure.isPresent()) {
        if (deadline.isOver()) {
          throw failure.get();
        }
        deadline.pause(backoff.next(failure.get().retryAfter().orElse(null)));
      }
      current = layers.policy(name, version);
      remember(policy, current);
      if (failure.isEmpty() && !isAsWanted(current)) {
        refuseWithoutEffect(version, current, deadline);
        deadline.pause(backoff.next());
      }
    }
    others = current.others(wanted);
  }

  /** What was written although its answer was lost counts too. */
  private void remember(LayerPolicy before, LayerPolicy after) {
    granted.addAll(before.missing(wanted));
    granted.removeAll(after.missing(wanted));
    revoked.addAll(surplus(before));
    revoked.removeAll(surplus(after));
  }

  private boolean isAsWanted(LayerPolicy policy) {
    return policy.missing(wanted).isEmpty() && surplus(policy).isEmpty();
  }

  private List<Other> surplus(LayerPolicy policy) {
    return unwanted.of(policy);
  }

  /** Writes the difference; nothing, or why the policy must be read again. */
  private Optional<LambdaCallException> write(long version, LayerPolicy policy) {
    try {
      List<Permission> missing = policy.missing(wanted);
      List<Other> surplus = surplus(policy);
      String revision = policy.revision();
      for (Other other : surplus) {
        if (isInTheWay(other, missing)) {
          revision = revoke(version, other, revision);
        }
      }
      // Before anybody is shut out, those are let in who may take their place.
      revision = grant(version, missing, surplus, revision);
      for (Other other : surplus) {
        if (!revoked.contains(other)) {
          revision = revoke(version, other, revision);
        }
      }
      return Optional.empty();
    } catch (LambdaCallException e) {
      boolean readAgain = e.isConflict() || e.isNotFound() || e.kind() == Kind.UNCERTAIN;
      if (readAgain && !isGone(version, e)) {
        return Optional.of(e);
      }
      throw explained(version, e);
    }
  }

  private static boolean isInTheWay(Other other, List<Permission> missing) {
    return missing.stream().anyMatch(permission -> permission.statementId().equals(other.id()));
  }

  private String grant(
      long version, List<Permission> missing, List<Other> surplus, String revision) {
    String current = revision;
    try {
      for (Permission permission : missing) {
        current = layers.grant(name, version, permission, current);
        granted.add(permission);
      }
    } catch (LambdaCallException e) {
      // What is to be taken away may make the room.
      if (!e.code().equals(TOO_LONG) || revoked.containsAll(surplus)) {
        throw e;
      }
    }
    return current;
  }

  private String revoke(long version, Other other, String revision) {
    layers.revoke(name, version, other.id(), revision);
    revoked.add(other);
    // The answer does not tell the new revision.
    return layers.policy(name, version).revision();
  }

  /** A statement that is not there any more needs no removing; a version that is gone needs nothing. */
  private boolean isGone(long version, LambdaCallException e) {
    return e.isNotFound() && layers.find(name, version).isEmpty();
  }

  private RuntimeException explained(long version, LambdaCallException e) {
    if (!e.code().equals(TOO_LONG)) {
      return e;
    }
    LayerPolicy policy = layers.policy(name, version);
    List<Other> others = policy.others(wanted);
    return new TargetException(
        Messages.format(
            "%s What takes the room: %s%s. Grant to an <organization> in place of its accounts%s.",
            Messages.sentence(e.getMessage()),
            policy.size(),
            others.isEmpty()
                ? ""
                : ", among them some that <permissions> does not name: " + said(others),
            others.isEmpty()
                ? ""
                : ", or take the others back with -DlambdaLayer.removeOtherGrants"),
        e);
  }

  private static String said(List<Other> others) {
    return others.stream().map(Other::toString).collect(Collectors.joining(", "));
  }

  /** A statement of our id that grants something else would refuse ours for ever. */
  private void refuseTakenIds(long version, LayerPolicy policy) {
    List<Other> surplus = surplus(policy);
    List<Other> others =
        policy.others(wanted).stream().filter(other -> !surplus.contains(other)).toList();
    for (Permission permission : policy.missing(wanted)) {
      if (others.stream().anyMatch(other -> other.id().equals(permission.statementId()))) {
        throw new TargetException(
            Messages.format(
                "%s:%d in %s does not grant %s, for a statement of the same id grants something else."
                    + " Take it back with -DlambdaLayer.removeOtherGrants, or with: aws lambda"
                    + " remove-layer-version-permission --region %s --layer-name %s"
                    + " --version-number %d --statement-id %s",
                name,
                version,
                target,
                permission,
                target.region(),
                name,
                version,
                permission.statementId()));
      }
    }
  }

  private void refuseWithoutEffect(long version, LayerPolicy policy, Deadline deadline) {
    if (deadline.isOver()) {
      throw new TargetException(
          Messages.format(
              "%s:%d in %s grants %s less than it should and %s too much, though each was changed"
                  + " and the service said so. Run the goal again.",
              name, version, target, policy.missing(wanted), said(surplus(policy))));
    }
  }
}
