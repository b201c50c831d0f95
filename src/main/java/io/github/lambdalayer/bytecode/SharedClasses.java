package io.github.lambdalayer.bytecode;

import java.util.List;

/**
 * The classes that a function has and a layer, too. The function's are loaded.
 *
 * @param function where the function has them
 * @param layer where the layer has them
 * @param count how many there are, 1 or more
 * @param different the names of those whose bytes differ, sorted; empty where all are the same
 */
public record SharedClasses(CodeJar function, CodeJar layer, int count, List<String> different) {

  public SharedClasses {
    different = List.copyOf(different);
  }
}
