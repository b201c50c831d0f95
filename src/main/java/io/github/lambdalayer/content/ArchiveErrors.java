package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerPaths;
import io.github.lambdalayer.layer.Messages;

/**
 * What is wrong with an archive, in words that name it, its entry and the fix.
 *
 * @param artifact the archive
 */
record ArchiveErrors(LayerArtifact artifact) {

  /** It is not what it says, or ends too early. */
  InvalidInputException damaged(Exception cause) {
    return new InvalidInputException(
        Messages.format(
            "%s cannot be unpacked: %s is damaged or no archive (%s). Delete that file and let Maven"
                + " fetch or build it again.",
            artifact.coordinates(), artifact.file(), cause.getMessage()),
        cause);
  }

  /** One entry makes all of it unsafe. */
  InvalidInputException unsafe(String entry, String objection) {
    return refused(entry, objection, "Use an archive without it: pack it again.");
  }

  /** One entry cannot be used; patterns can leave it out. */
  InvalidInputException unusable(String entry, String stripped, String objection) {
    return refused(
        entry,
        objection,
        Messages.format(
            "Leave it out with <excludes><exclude>%s</exclude></excludes> in its <mapping>, or use an"
                + " archive without it.",
            LayerPaths.shown(stripped)));
  }

  /** It cannot be taken as a whole. */
  InvalidInputException impossible(String what) {
    return new InvalidInputException(
        Messages.format(
            "%s cannot be unpacked: %s", artifact.coordinates(), Messages.sentence(what)));
  }

  private InvalidInputException refused(String entry, String objection, String fix) {
    return new InvalidInputException(
        Messages.format(
            "%s cannot be unpacked: its entry '%s' %s. %s",
            artifact.coordinates(), LayerPaths.shown(entry), objection, fix));
  }
}
