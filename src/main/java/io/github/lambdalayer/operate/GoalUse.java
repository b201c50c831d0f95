package io.github.lambdalayer.operate;

/**
 * What the goals after publishing are configured to do, as far as it decides what they call.
 *
 * @param hasPadding whether numbers are kept equal, so that what calls itself padding is looked at
 * @param asksForSnapshots whether {@code share} makes versions public, and looks whether they are those of a
 *     SNAPSHOT that was built
 * @param removesOthers whether {@code share} takes grants back
 * @param keepsGranted whether {@code prune} keeps what others were granted
 * @param findsNewest whether {@code attach} may have to find out the newest version
 * @param choosesByTag whether {@code attach} chooses functions by their tags
 * @param invokes whether {@code attach} invokes functions
 */
public record GoalUse(
    boolean hasPadding,
    boolean asksForSnapshots,
    boolean removesOthers,
    boolean keepsGranted,
    boolean findsNewest,
    boolean choosesByTag,
    boolean invokes) {

  /** The same, with {@code prune} by a rule. */
  public GoalUse with(Retention rule) {
    return new GoalUse(
        hasPadding,
        asksForSnapshots,
        removesOthers,
        rule.keepGranted(),
        findsNewest,
        choosesByTag,
        invokes);
  }
}
