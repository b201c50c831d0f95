package io.github.lambdalayer.unpack;

import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;

/**
 * How much the archives of one layer may unpack to together. A small archive can hold anything: it is
 * refused by what its headers tell, before it fills disk or memory.
 */
public final class UnpackBudget {

  /** Entries of all archives, links to folders counted with what is in those. */
  static final int ENTRIES = 100_000;

  /** Characters of their names, each folder of them counted too, for names can be as long as files. */
  static final long NAME_CHARACTERS = 64L << 20;

  /** Bytes that are read of one archive, for a few files of it may be all that is wanted. */
  static final long READ_BYTES = 10 * Limits.UNZIPPED_BYTES;

  private int entriesLeft = ENTRIES;
  private long charactersLeft = NAME_CHARACTERS;
  private long bytesLeft = Limits.UNZIPPED_BYTES;

  /** Takes an entry into account. */
  void takeEntry(String name, ArchiveErrors errors) {
    entriesLeft--;
    long folders = name.chars().filter(c -> c == '/').count();
    charactersLeft -= name.length() * (folders + 2) / 2;
    if (entriesLeft < 0 || charactersLeft < 0) {
      throw errors.impossible(
          Messages.format(
              "it has more entries than the %,d that the archives of a layer may have together, or"
                  + " names of more than %,d characters. Use a smaller archive.",
              ENTRIES, NAME_CHARACTERS));
    }
  }

  /** Takes the files that are to be written into account. */
  public void takeBytes(long bytes, ArchiveErrors errors) {
    bytesLeft -= bytes;
    if (bytes < 0 || bytesLeft < 0) {
      throw errors.impossible(
          Messages.format(
              "with it, the archives of the layer have more than the %,d bytes that Lambda gives a"
                  + " function together with all its layers. Choose files with <includes> or"
                  + " <excludes> in its <mapping>.",
              Limits.UNZIPPED_BYTES));
    }
  }
}
