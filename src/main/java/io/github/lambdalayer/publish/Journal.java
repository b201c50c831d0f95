package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers that a publish is under way whose outcome is not known yet. */
interface Journal {

  /** For what may be published twice. */
  Journal NONE =
      new Journal() {
        @Override
        public boolean isOpen() {
          return false;
        }

        @Override
        public void open() {}

        @Override
        public void close() {}
      };

  /** Whether a publish was begun, in this run or in one that died, and its outcome is not known. */
  boolean isOpen();

  /** A publish is about to be sent. */
  void open() throws IOException;

  /** What became of it is known. */
  void close() throws IOException;

  /**
   * A note beside the built layer: a run that dies in the middle of publishing leaves it, and the next
   * one waits until that publish must be visible before it makes another.
   */
  static Journal beside(PublishRequest request, Target target) {
    String layer = request.layer().definition().name().value();
    String account = target.account().orElseGet(target::identity);
    String whole = String.join("\n", layer, account, target.region());
    Path file =
        request
            .options()
            .state()
            .resolve(
                Messages.format(
                    ".publishing-%s-%s-%s",
                    layer, target.region(), Sha256.of(whole).hex().substring(0, 8)));
    return new Journal() {
      @Override
      public boolean isOpen() {
        return Files.exists(file);
      }

      @Override
      public void open() throws IOException {
        if (!isOpen()) {
          AtomicFile.write(file, "A publish was sent, and its answer was not seen yet.\n");
        }
      }

      @Override
      public void close() throws IOException {
        Files.deleteIfExists(file);
      }
    };
  }
}
