package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests that go to one place one after the other: two executions of one module, or two modules, may
 * ask for the same layer, and side by side each would make a version.
 */
final class Batches {

  private record Spot(LayerName layer, String owner, String region) {}

  private Batches() {}

  /** The numbers of the requests, in batches of which none has two for one spot. */
  static List<List<Integer>> of(List<PublishRequest> requests) {
    var batches = new ArrayList<List<Integer>>();
    var taken = new ArrayList<Set<Spot>>();
    // An account that is not known may be any of the others.
    boolean isKnown =
        requests.stream()
            .flatMap(request -> request.targets().stream())
            .allMatch(target -> target.account().isPresent());
    for (int i = 0; i < requests.size(); i++) {
      List<Spot> spots = spots(requests.get(i), isKnown);
      int batch = 0;
      while (batch < batches.size() && spots.stream().anyMatch(taken.get(batch)::contains)) {
        batch++;
      }
      if (batch == batches.size()) {
        batches.add(new ArrayList<>());
        taken.add(new HashSet<>());
      }
      batches.get(batch).add(i);
      taken.get(batch).addAll(spots);
    }
    return batches;
  }

  /**
   * Refuses two contents for one layer in one place.
   *
   * @throws InvalidInputException that names both zips
   */
  static void refuseRivals(List<PublishRequest> requests) {
    Map<Spot, PublishRequest> seen = new HashMap<>();
    for (PublishRequest request : requests) {
      for (Spot spot : spots(request, true)) {
        PublishRequest other = seen.putIfAbsent(spot, request);
        if (other != null
            && !other.layer().zip().codeSha256().equals(request.layer().zip().codeSha256())) {
          throw InvalidInputException.beforeBuild(
              Messages.format(
                  "<layerName> is '%s' for %s and for %s, which are both to be published in %s: each"
                      + " would replace the other's version. Give each layer its own name.",
                  spot.layer(),
                  other.layer().zip().file(),
                  request.layer().zip().file(),
                  spot.region()));
        }
      }
    }
  }

  private static List<Spot> spots(PublishRequest request, boolean byOwner) {
    LayerName layer = request.layer().definition().name();
    return request.targets().stream()
        .map(
            target ->
                new Spot(
                    layer,
                    byOwner ? target.account().orElseGet(() -> target.connection().key()) : "",
                    target.region()))
        .toList();
  }
}
