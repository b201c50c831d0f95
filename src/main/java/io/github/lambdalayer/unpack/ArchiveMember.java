package io.github.lambdalayer.unpack;

/**
 * One entry of an archive, as its header tells.
 *
 * @param index its number in the archive, from 0
 * @param name its name as it is written there
 * @param kind what it is
 * @param size its length in bytes when it is unpacked; 0 where it has none
 * @param executable whether anybody may execute it
 * @param detail where a link leads, and why an unusable entry cannot be used; else empty
 */
public record ArchiveMember(
    int index, String name, Kind kind, long size, boolean executable, String detail) {

  /** What an entry can be. */
  public enum Kind {
    FILE,
    FOLDER,
    /** A link whose target is relative to the folder it stands in. */
    SYMBOLIC_LINK,
    /** A second name for an entry of the archive. */
    HARD_LINK,
    /** A device, an encrypted file and so on. */
    UNUSABLE
  }

  boolean isLink() {
    return kind == Kind.SYMBOLIC_LINK || kind == Kind.HARD_LINK;
  }
}
