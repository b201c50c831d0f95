package io.github.lambdalayer.operate;

/** What a goal after publishing may be configured to do, as far as it decides what it calls. */
public enum GoalUse {
  /** Numbers are kept equal, so that what calls itself padding is looked at. */
  LOOKS_AT_PADDING,
  /** {@code share} makes versions public, and looks whether they are those of a SNAPSHOT that was built. */
  ASKS_FOR_SNAPSHOTS,
  /** {@code share} takes grants back. */
  REMOVES_OTHERS,
  /** {@code prune} keeps what others were granted. */
  KEEPS_GRANTED,
  /** {@code attach} may have to find out the newest version. */
  FINDS_NEWEST,
  /** {@code attach} chooses functions by their tags. */
  CHOOSES_BY_TAG,
  /** {@code attach} invokes functions. */
  INVOKES
}
