package io.github.lambdalayer.bytecode;

/** What came of looking for a class: what it says, or that nothing can be said, or that there is none. */
sealed interface Lookup permits ClassFacts, Lookup.Nothing {

  /** No class file to read. */
  enum Nothing implements Lookup {
    /** It is there, or may be, and nothing is known of it. */
    UNKNOWN,
    /** No one has it. */
    MISSING
  }
}
