package io.github.lambdalayer.operate;

import java.util.List;

/** Which versions of a layer are live in one place. */
public sealed interface LiveNumbers permits LayerOverview, SharingPlan, DeletionPlan {

  /** The layer. */
  OperatedLayer layer();

  /** The numbers of all live versions, newest first; none where that is not known. */
  List<Long> live();
}
