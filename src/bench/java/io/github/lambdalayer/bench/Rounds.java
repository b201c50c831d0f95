package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.util.List;

/**
 * Measures commands in turn: each round runs every command once, so that what is compared has run side
 * by side, on a machine in one state.
 *
 * @param timer measures one
 * @param count how many rounds
 */
record Rounds(Timer timer, int count) {

  /** The commands of a round, which may differ from round to round in what they name. */
  @FunctionalInterface
  interface Round {
    List<Command> commands(int number) throws IOException;
  }

  /** Something between two commands that is not measured. */
  @FunctionalInterface
  interface Pause {
    void take() throws IOException;
  }

  Samples measure(Round round, Pause pause) throws IOException {
    var samples = new Samples();
    for (int number = 1; number <= count; number++) {
      for (Command command : round.commands(number)) {
        Sample sample = timer.run(command);
        samples.add(command.name(), sample);
        Bench.say(
            Messages.format(
                "round %d of %d: %s %.2f s", number, count, command.name(), sample.seconds()));
        pause.take();
      }
    }
    return samples;
  }
}
