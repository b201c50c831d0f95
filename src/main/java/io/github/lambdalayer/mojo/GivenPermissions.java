package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Permission;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The permissions that a goal is given, beside those that {@code package} has written down. What was given to
 * the goal alone counts for any layer. What the POM says for all goals may be meant for other layers of it, for
 * an execution of {@code package} may have its own: it is certain only where the layer was built with the same.
 */
final class GivenPermissions {

  private final List<Permission> given;
  private final boolean areOfGoal;

  GivenPermissions(PluginConfiguration pom, List<Permission> given) {
    this.given = List.copyOf(given);
    this.areOfGoal = !given.isEmpty() && pom.isGivenToGoal(Permission.PERMISSIONS);
  }

  /** None where the goal was given none. */
  List<Permission> list() {
    return given;
  }

  boolean isEmpty() {
    return given.isEmpty();
  }

  /** Whether they were given to the goal alone. */
  boolean areOfGoal() {
    return areOfGoal;
  }

  /** Whether they are the same as those that were written down. */
  boolean are(List<Permission> written) {
    return new HashSet<>(given).equals(new HashSet<>(written));
  }

  /** Whether they are surely meant for a layer. */
  boolean areFor(Optional<List<Permission>> written) {
    return areOfGoal || written.filter(this::are).isPresent();
  }
}
