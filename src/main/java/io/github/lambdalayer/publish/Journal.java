package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
   * one waits until that publish must be visible before it makes another. It is found by the account
   * and by who publishes, for the account is known in one run and not in another.
   */
  static Journal beside(PublishRequest request, Target target) {
    List<Path> notes =
        Stream.concat(target.account().stream(), Stream.of(target.identity()))
            .map(owner -> note(request, target.region(), owner))
            .toList();
    return new Journal() {
      @Override
      public boolean isOpen() {
        return notes.stream().anyMatch(Files::exists);
      }

      @Override
      public void open() throws IOException {
        for (Path note : notes) {
          if (!Files.exists(note)) {
            AtomicFile.write(note, "A publish was sent, and its answer was not seen yet.\n");
          }
        }
      }

      @Override
      public void close() throws IOException {
        for (Path note : notes) {
          Files.deleteIfExists(note);
        }
      }
    };
  }

  private static Path note(PublishRequest request, String region, String owner) {
    String layer = request.layer().definition().name().value();
    String whole = String.join("\n", layer, owner, region);
    return request
        .options()
        .state()
        .resolve(
            Messages.format(
                ".publishing-%s-%s-%s", layer, region, Sha256.of(whole).hex().substring(0, 8)));
  }
}
