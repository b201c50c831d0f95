package io.github.lambdalayer.content;

import java.util.zip.ZipException;

/**
 * A JAR of {@code java/lib} that cannot be read.
 *
 * @param entry its entry in the layer
 * @param reason what is wrong with it
 * @param fix what mends it
 */
public record UnreadableJar(LayerEntry entry, String reason, String fix) {

  static UnreadableJar of(LayerEntry entry, ZipException e) {
    String fix =
        entry.source() instanceof LayerEntry.FileSource source
            ? "It comes from "
                + source.path()
                + " ("
                + entry.origin()
                + "): delete that file and let Maven fetch or build it again."
            : "It comes from " + entry.origin() + ": build that again.";
    return new UnreadableJar(entry, String.valueOf(e.getMessage()), fix);
  }
}
