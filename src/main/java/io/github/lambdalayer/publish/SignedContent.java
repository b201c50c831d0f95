package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.aws.Signer;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Optional;

/**
 * Compares a signed version with what was built. Its digest is that of the signed zip, which is another
 * one each time it is signed; but it names its signing job, and that the object that was signed, whose
 * key is the digest of what was built.
 */
final class SignedContent implements ContentCheck {

  private final LayerZip zip;
  private final SigningProfile wanted;
  private final Target target;

  SignedContent(LayerZip zip, SigningProfile wanted, Target target) {
    this.zip = zip;
    this.wanted = wanted;
    this.target = target;
  }

  @Override
  public Optional<String> difference(LiveVersion live) {
    long number = live.arn().version();
    LiveVersion.Signature signature = live.signature();
    if (signature == null) {
      return Optional.of(Messages.format("version %d is not signed", number));
    }
    Signer.Profile profile = profile(wanted, target);
    if (!signature.profileVersionArn().equals(profile.arn())) {
      return Optional.of(
          Messages.format(
              "version %d is signed with %s, not with %s",
              number, name(signature.profileVersionArn()), name(profile.arn())));
    }
    return Optional.ofNullable(
        signer(target)
            .find(last(signature.jobArn()))
            .map(job -> difference(job, number))
            .orElseGet(
                () ->
                    Optional.of(
                        Messages.format(
                            "there is no record any more of what was signed as version %d",
                            number)))
            .orElse(null));
  }

  private Optional<String> difference(Signer.Job job, long number) {
    return last(job.sourceKey()).equals(S3Transfer.hex(zip) + ".zip")
        ? Optional.empty()
        : Optional.of("the content differs from that of version " + number);
  }

  static String name(String profileVersionArn) {
    return profileVersionArn.replaceFirst("^.*/signing-profiles/", "");
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static Signer signer(Target target) {
    return target.connection().signer(target.region());
  }

  /**
   * The profile in a target, as it is now.
   *
   * @throws InvalidInputException if it cannot sign layers there
   */
  static Signer.Profile profile(SigningProfile wanted, Target target) {
    if (wanted.region() != null && !wanted.region().equals(target.region())) {
      throw refused(
          wanted,
          target,
          "that profile is in another region, and Signer signs within a region: write the name alone"
              + " where each region has a profile of that name");
    }
    Signer.Profile profile = find(wanted, target);
    refuseUnfit(profile, wanted, target);
    return profile;
  }

  private static Signer.Profile find(SigningProfile wanted, Target target) {
    try {
      return signer(target).profile(wanted.name(), wanted.owner());
    } catch (LambdaCallException e) {
      if (e.isNotFound()) {
        throw refused(
            wanted,
            target,
            Messages.format(
                "there is no such profile. Make it with: aws signer put-signing-profile --region %s"
                    + " --profile-name %s --platform-id %s",
                target.region(), wanted.name(), Signer.PLATFORM));
      }
      throw e;
    }
  }

  private static void refuseUnfit(Signer.Profile profile, SigningProfile wanted, Target target) {
    if (!profile.platform().equals(Signer.PLATFORM)) {
      throw refused(
          wanted,
          target,
          Messages.format(
              "that profile signs for %s, not for %s", profile.platform(), Signer.PLATFORM));
    }
    if (!profile.status().equals("Active")) {
      throw refused(wanted, target, "that profile is " + profile.status());
    }
    if (wanted.version() != null && !wanted.version().equals(profile.version())) {
      throw refused(
          wanted,
          target,
          Messages.format(
              "the profile's version is %s now, and Signer signs with no other",
              profile.version()));
    }
  }

  private static InvalidInputException refused(
      SigningProfile wanted, Target target, String reason) {
    return new InvalidInputException(
        Messages.format(
            "<signingProfile> is '%s', and in %s %s.",
            wanted, target, reason.replaceFirst("\\.$", "")));
  }
}
