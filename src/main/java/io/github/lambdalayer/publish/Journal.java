package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Remembers that a publish is under way whose outcome is not known yet. */
interface Journal {

  /** For the next run, and for whoever finds it. */
  String NOTE = "A publish was sent, and its answer was not seen yet. The newest version was %d.%n";

  /** The only number in it. */
  Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /** For what may be published twice. */
  Journal NONE =
      new Journal() {
        @Override
        public boolean isOpen() {
          return false;
        }

        @Override
        public long highest() {
          return 0;
        }

        @Override
        public void open(long highest) {}

        @Override
        public void close() {}
      };

  /** Whether a publish was begun, in this run or in one that died, and its outcome is not known. */
  boolean isOpen();

  /** The highest number that was live before that publish; 0 where that is not known. */
  long highest() throws IOException;

  /**
   * A publish is about to be sent.
   *
   * @param highest the highest number that is live before it
   */
  void open(long highest) throws IOException;

  /** What became of it is known. */
  void close();

  /**
   * A note beside the built layer: a run that dies in the middle of publishing leaves it, and the next
   * one waits until that publish must be visible before it makes another. It is found by the account
   * and by who publishes, for the account is known in one run and not in another.
   */
  static Journal beside(PublishRequest request, Target target) {
    List<Path> notes =
        Stream.concat(target.account().stream(), Stream.of(target.connection().key()))
            .map(owner -> note(request, target.region(), owner))
            .toList();
    return new Journal() {
      @Override
      public boolean isOpen() {
        return notes.stream().anyMatch(Files::exists);
      }

      @Override
      public long highest() throws IOException {
        long highest = 0;
        for (Path note : notes) {
          if (Files.exists(note)) {
            highest = Math.max(highest, number(Files.readString(note)));
          }
        }
        return highest;
      }

      @Override
      public void open(long highest) throws IOException {
        for (Path note : notes) {
          if (!Files.exists(note)) {
            AtomicFile.write(note, Messages.format(NOTE, highest));
          }
        }
      }

      @Override
      public void close() {
        for (Path note : notes) {
          try {
            Files.deleteIfExists(note);
          } catch (IOException e) {
            // A note too many costs the next run a wait; the version that was made is what counts.
            note.toFile().deleteOnExit();
          }
        }
      }
    };
  }

  private static long number(String note) {
    Matcher number = NUMBER.matcher(note);
    return number.find() ? Long.parseLong(number.group()) : 0;
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
