package io.github.lambdalayer.endpoint;

import java.time.Duration;

/**
 * One authenticated call with all that its operation needs.
 *
 * @param lateness how long the outcome stays out of sight
 */
record Call(Route route, Caller caller, RequestBody body, Incoming incoming, Duration lateness) {

  /** The layer of the path, which must be the caller's own. */
  LayerRef ownLayer() {
    return layer().ownedBy(caller, route.operation());
  }

  LayerRef layer() {
    return LayerRef.parse(route.parameter("layer"), caller);
  }

  long version() {
    return version(route.parameter("version"));
  }

  static long version(String number) {
    if (!number.matches("-?\\d{1,18}")) {
      throw ServiceError.user(
          400, "SerializationException", "'" + number + "' can not be converted to a Long");
    }
    if (Long.parseLong(number) < 1) {
      throw ServiceError.invalid("Layer Version Cannot be less than 1.");
    }
    return Long.parseLong(number);
  }
}
