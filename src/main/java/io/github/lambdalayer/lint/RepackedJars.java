package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.RepackedJar;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;

/** What is said of JARs that were to be written again with stored entries. */
public final class RepackedJars {

  private RepackedJars() {}

  /** A line for all that were, and one for each that stays as it is. */
  public static List<String> notes(List<RepackedJar> jars) {
    var notes = new ArrayList<String>();
    List<RepackedJar> done = jars.stream().filter(RepackedJar::isDone).toList();
    if (!done.isEmpty()) {
      long added = done.stream().mapToLong(RepackedJar::addedBytes).sum();
      notes.add(
          Messages.format(
              "Stored what was deflated in %s: %s more once the layer is unzipped",
              Listing.count(done.size(), "JAR", "JARs"), Limits.humanBytes(added)));
    }
    for (RepackedJar jar : jars) {
      if (!jar.isDone()) {
        notes.add(
            Messages.format(
                "Left %s as it is: it is a zip of an unusual kind (Zip64, say), is damaged, or is too"
                    + " large for a layer with stored entries",
                jar.path()));
      }
    }
    return notes;
  }
}
