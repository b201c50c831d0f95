package io.github.lambdalayer.unpack;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerPaths;
import io.github.lambdalayer.layer.Messages;
import java.nio.file.Path;

/**
 * What is wrong with an archive, in words that name it, its entry and the fix.
 *
 * @param archive which archive it is, for people
 * @param file where it stands
 */
public record ArchiveErrors(String archive, Path file) {

  /** It is not what it says, or ends too early. */
  InvalidInputException damaged(Exception cause) {
    return new InvalidInputException(
        Messages.format(
            "%s cannot be unpacked: %s is damaged or no archive (%s). Delete that file and let Maven"
                + " fetch or build it again.",
            archive, file, cause.getMessage()),
        cause);
  }

  /** One entry makes all of it unsafe. */
  InvalidInputException unsafe(String entry, String objection) {
    return refused(entry, objection, "Use an archive without it: pack it again.");
  }

  /** One entry cannot be used; patterns can leave it out. */
  public InvalidInputException unusable(String entry, String stripped, String objection) {
    return refused(
        entry,
        objection,
        Messages.format(
            "Leave it out with <excludes><exclude>%s</exclude></excludes> in its <mapping>, or use an"
                + " archive without it.",
            LayerPaths.shown(stripped)));
  }

  /** It cannot be taken as a whole. */
  public InvalidInputException impossible(String what) {
    return new InvalidInputException(
        Messages.format("%s cannot be unpacked: %s", archive, Messages.sentence(what)));
  }

  private InvalidInputException refused(String entry, String objection, String fix) {
    return new InvalidInputException(
        Messages.format(
            "%s cannot be unpacked: its entry '%s' %s. %s",
            archive, LayerPaths.shown(entry), objection, fix));
  }
}
