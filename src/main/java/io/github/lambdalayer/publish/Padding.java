package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * The tiny version that takes up a number where numbers are to be equal. Its bytes never change, so
 * that it is known by its digest wherever it is found: it is no content of any layer.
 */
public final class Padding {

  /** A zip of one stored entry, {@code lambda-layer-padding}, that is one line of text. */
  private static final byte[] ZIP =
      Base64.getDecoder()
          .decode(
              "UEsDBBQAAAAAAAAAIQD60YwjJQAAACUAAAAUAAAAbGFtYmRhLWxheWVyLXBhZGRpbmdUaGlzIHZlcnNp"
                  + "b24gb25seSB0YWtlcyB1cCBhIG51bWJlci4KUEsBAhQDFAAAAAAAAAAhAPrRjCMlAAAAJQAAABQAAAAA"
                  + "AAAAAAAAAKSBAAAAAGxhbWJkYS1sYXllci1wYWRkaW5nUEsFBgAAAAABAAEAQgAAAFcAAAAAAA==");

  /** What the digest of every padding version is. */
  private static final String CODE_SHA256 = "sVlrTRvJNMSY6jCso0KEUqqhGUx4XC0Kn2IK2Mznqv0=";

  private static final String DESCRIPTION = "Padding of lambda-layer-maven-plugin: no content";

  private Padding() {}

  /** Whether a version says that it is padding: its digest must still show it. */
  static boolean isNamed(LambdaLayers.Listed version) {
    return version.description().equals(DESCRIPTION);
  }

  /** Whether a version is padding. */
  static boolean is(LiveVersion version) {
    return version.codeSha256().equals(CODE_SHA256);
  }

  /** Whether a version is padding: what only calls itself so is somebody's content. */
  public static boolean is(LambdaLayers layers, LayerName name, LambdaLayers.Listed version) {
    return isNamed(version) && layers.find(name, version.number()).filter(Padding::is).isPresent();
  }

  /** The zip in a folder, written once: many targets read it at the same time. */
  static synchronized Path write(Path folder) throws IOException {
    Path zip = folder.resolve(".padding.zip");
    if (!Files.exists(zip) || Files.size(zip) != ZIP.length) {
      AtomicFile.write(zip, file -> Files.write(file, ZIP));
    }
    return zip;
  }

  /** In bytes. */
  static long size() {
    return ZIP.length;
  }

  /** The padding of a layer; it is shared with nobody. */
  static LayerDefinition of(LayerName name) {
    return new LayerDefinition(name, DESCRIPTION, null, List.of(), false, List.of(), List.of());
  }
}
