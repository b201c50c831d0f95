package io.github.lambdalayer.lint;

import io.github.lambdalayer.bytecode.Chain;
import io.github.lambdalayer.bytecode.CodeJar;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** How findings about code name what they are about. */
final class CodeLines {

  private static final int NAMED = 10;

  private CodeLines() {}

  /** A line for each of the first ten, and one that counts the others. */
  static String list(List<String> lines) {
    String named =
        lines.stream().limit(NAMED).map(line -> "  " + line).collect(Collectors.joining("\n"));
    int more = lines.size() - NAMED;
    return more > 0 ? Messages.format("%s\n  ... and %d more", named, more) : named;
  }

  /** A JAR and where it is, for people. */
  static String name(CodeJar jar) {
    return jar.path().isEmpty() ? jar.owner() : jar.path() + " of " + jar.owner();
  }

  /** The file that the end of a chain is in. */
  static Place place(Chain chain) {
    String path = chain.jar().path();
    return new Place(path.isEmpty() ? chain.className() + ".class" : path, "");
  }
}
