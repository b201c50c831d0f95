package io.github.lambdalayer.publish;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.FaultPlan;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Faults, and a memory of the calls that met one. */
final class Trouble implements FaultPlan {

  private static final List<Fault> FAULTS = List.of(Fault.values());

  private final FaultPlan plan;
  private final Map<String, Set<String>> met = new ConcurrentHashMap<>();

  private Trouble(FaultPlan plan) {
    this.plan = plan;
  }

  static Trouble none() {
    return new Trouble((operation, account, region, index) -> Optional.empty());
  }

  /**
   * One operation has trouble: each region meets one of the faults, at one of the operation's first
   * four calls there.
   */
  static Trouble single(String troubled, List<Fault> faults) {
    return new Trouble(
        (operation, account, region, index) -> {
          int number = ThirtyRegions.CODES.indexOf(region);
          int turn = number / faults.size() % 4;
          return operation.equals(troubled) && index == turn
              ? Optional.of(faults.get(number % faults.size()))
              : Optional.empty();
        });
  }

  /** The first calls of an operation meet the faults in turn, wherever they are made. */
  static Trouble inTurn(String troubled, List<Fault> faults) {
    var left = new ArrayDeque<>(faults);
    return new Trouble(
        (operation, account, region, index) ->
            operation.equals(troubled) ? Optional.ofNullable(left.poll()) : Optional.empty());
  }

  /**
   * A mixture. What a call meets depends on its region, its operation and its number alone, so that a
   * seed gives the same again as far as threads let it.
   *
   * @param percent how many of the calls meet something
   */
  static Trouble random(long seed, int percent) {
    return new Trouble(
        (operation, account, region, index) -> {
          long call = (operation + " " + region + " " + index).hashCode();
          var random = new Random(seed * 0x9E3779B97F4A7C15L + call * 0xD1B54A32D192ED03L);
          if (random.nextInt(100) >= percent) {
            return Optional.empty();
          }
          Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
          // One refused read ends the run before its first write: that is to be the exception.
          boolean isRare = refuses(fault) && !WRITES.contains(operation);
          return isRare && random.nextInt(40) > 0 ? Optional.empty() : Optional.of(fault);
        });
  }

  private static boolean refuses(Fault fault) {
    return fault == Fault.ACCESS_DENIED || fault == Fault.EXPIRED_TOKEN;
  }

  /** The operations that change something. */
  static final List<String> WRITES =
      List.of(
          "PublishLayerVersion",
          "AddLayerVersionPermission",
          "RemoveLayerVersionPermission",
          "DeleteLayerVersion",
          "PutObject",
          "CopyObject",
          "DeleteObject");

  @Override
  public Optional<Fault> next(String operation, String account, String region, int index) {
    Optional<Fault> fault = plan.next(operation, account, region, index);
    if (fault.isPresent()) {
      met.computeIfAbsent(region, key -> ConcurrentHashMap.newKeySet()).add(operation);
    }
    return fault;
  }

  /** The operations that met a fault in a region. */
  Set<String> met(String region) {
    return met.getOrDefault(region, Set.of());
  }

  /** How many pairs of a region and an operation met a fault. */
  int size() {
    return met.values().stream().mapToInt(Set::size).sum();
  }
}
