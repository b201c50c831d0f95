package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run that dies leaves in buckets: a note beside the built layer tells the next run, which
 * removes it.
 */
interface Leftovers {

  /** The key of the object that may be in the buckets. */
  Optional<String> key();

  /** An object of this key is about to be sent. */
  void note(String key);

  /** Nothing is left. */
  void forget();

  /** The zip of one layer in one target. */
  static Leftovers beside(PublishRequest request, Target target) {
    return beside(request, target, "uploaded");
  }

  /**
   * Objects of one layer in one target.
   *
   * @param kind what they are, in a word
   */
  static Leftovers beside(PublishRequest request, Target target, String kind) {
    String layer = request.layer().definition().name().value();
    String owner = target.account().orElseGet(() -> target.connection().key());
    Path note =
        request
            .options()
            .state()
            .resolve(
                Messages.format(
                    ".%s-%s-%s-%s",
                    kind,
                    layer,
                    target.region(),
                    Sha256.of(layer + "\n" + owner).hex().substring(0, 8)));
    return new LeftoverNote(note);
  }
}
