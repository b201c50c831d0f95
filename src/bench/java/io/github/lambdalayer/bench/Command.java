package io.github.lambdalayer.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is timed as one.
 *
 * @param name its name in the results
 * @param folder where it runs
 * @param steps the programs that run one after the other, with their arguments
 * @param environment what is set beside this process's own environment
 * @param removed what is deleted before the clock starts
 */
record Command(
    String name,
    Path folder,
    List<List<String>> steps,
    Map<String, String> environment,
    List<Path> removed) {

  Command {
    steps = List.copyOf(steps);
    environment = Map.copyOf(environment);
    removed = List.copyOf(removed);
  }
}
