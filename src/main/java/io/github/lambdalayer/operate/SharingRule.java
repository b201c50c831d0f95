package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Grants.Surplus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be let in, and who is not.
 *
 * @param versions the versions that are meant
 * @param wanted who is to be let in; null for what each layer wants
 * @param unwanted who is to be shut out
 * @param removesOthers whether all others are shut out
 * @param allowsPublicSnapshot whether a version in development may be public
 */
public record SharingRule(
    VersionSet versions,
    @Nullable List<Permission> wanted,
    List<Permission> unwanted,
    boolean removesOthers,
    boolean allowsPublicSnapshot) {

  public SharingRule {
    wanted = wanted == null ? null : List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
  }

  /**
   * Lets some in, and on demand nobody else.
   *
   * @param with who is let in beside all others, whatever these are; none for what each layer wants
   */
  public static SharingRule share(
      VersionSet versions, List<Permission> with, boolean removesOthers, boolean allowsPublic) {
    return new SharingRule(
        versions,
        with.isEmpty() ? null : with,
        List.of(),
        removesOthers && with.isEmpty(),
        allowsPublic);
  }

  /** Shuts some out. */
  public static SharingRule revoke(VersionSet versions, List<Permission> from) {
    return new SharingRule(versions, List.of(), from, false, true);
  }

  /** Who is to be let in to a layer. */
  List<Permission> wantedOf(OperatedLayer layer) {
    return wanted == null ? layer.permissions() : wanted;
  }

  /** Which statements of a layer's versions go. */
  Surplus unwantedOf(OperatedLayer layer) {
    if (removesOthers) {
      return Surplus.allBut(wantedOf(layer));
    }
    return unwanted.isEmpty() ? Surplus.NONE : policy -> policy.granting(unwanted);
  }

  /** The statements that stay though nobody asked for them, or that may still let in who is shut out. */
  List<LayerPolicy.Other> others(OperatedLayer layer, LayerPolicy policy) {
    if (!unwanted.isEmpty()) {
      return policy.besides(unwanted);
    }
    return removesOthers ? List.of() : policy.others(wantedOf(layer));
  }

  /**
   * Refuses to make public what is still in development, as far as it can be seen: by its description, or
   * because it is what this project has built.
   *
   * @param digest finds the SHA-256 of the version's zip in base64
   */
  void refusePublicSnapshot(
      OperatedLayer layer, VersionFacts version, Supplier<Optional<String>> digest) {
    boolean isPublic = wantedOf(layer).stream().anyMatch(Permission.Everyone.class::isInstance);
    if (isPublic && !allowsPublicSnapshot && isSnapshot(layer, version, digest)) {
      throw new InvalidInputException(
          Messages.format(
              "Version %d ('%s') is of a SNAPSHOT, and <public/> would let everyone use what is still"
                  + " in development. Leave that version out, or set"
                  + " -DlambdaLayer.allowPublicSnapshot.",
              version.number(), version.listed().description()));
    }
  }

  private static boolean isSnapshot(
      OperatedLayer layer, VersionFacts version, Supplier<Optional<String>> digest) {
    return version.listed().description().contains("-SNAPSHOT")
        || (!layer.snapshots().isEmpty()
            && digest.get().filter(layer.snapshots()::contains).isPresent());
  }
}
