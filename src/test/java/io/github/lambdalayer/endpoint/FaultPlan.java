package io.github.lambdalayer.endpoint;

import java.util.Optional;

/** Decides for each call by itself which fault it meets, so that a test can mix faults by a seed. */
@FunctionalInterface
public interface FaultPlan {

  /**
   * Asked once for each call of any service for which no fault waits, never by two threads at once.
   *
   * @param account empty where the call carried no usable credentials
   * @param region empty where the call carried no usable credentials
   * @param index how many calls of this operation this account and region had before
   */
  Optional<Fault> next(String operation, String account, String region, int index);
}
