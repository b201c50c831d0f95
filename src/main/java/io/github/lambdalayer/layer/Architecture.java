package io.github.lambdalayer.layer;

import java.util.Arrays;
import java.util.stream.Collectors;

/** An instruction set that Lambda runs functions on. */
public enum Architecture {
  X86_64("x86_64"),
  ARM64("arm64");

  private final String id;

  Architecture(String id) {
    this.id = id;
  }

  /** Lambda's identifier. */
  public String id() {
    return id;
  }

  /**
   * Reads Lambda's identifier.
   *
   * @throws InvalidInputException if Lambda knows no such architecture
   */
  public static Architecture parse(String id) {
    return Arrays.stream(values())
        .filter(architecture -> architecture.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format(
                        "<compatibleArchitectures> has '%s': Lambda knows %s.",
                        id,
                        Arrays.stream(values())
                            .map(Architecture::id)
                            .collect(Collectors.joining(" and ")))));
  }

  @Override
  public String toString() {
    return id;
  }
}
