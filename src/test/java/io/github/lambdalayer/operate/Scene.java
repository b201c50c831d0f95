package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.FastPace;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works on one layer of an endpoint as the goals do. */
final class Scene {

  private static final int THREADS = 8;

  private final URI endpoint;
  private final String layer;
  private final List<String> regions;
  final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  Instant now = Instant.now();
  @Nullable String snapshot;

  Scene(URI endpoint, String layer, String... regions) {
    this.endpoint = endpoint;
    this.layer = layer;
    this.regions = List.of(regions);
    SystemCredentials.set();
  }

  <T> T in(Function<Destinations, T> work) {
    var timing = new Timing(Duration.ofSeconds(60), Duration.ofSeconds(15), new FastPace(100));
    try (var open = Reach.open(endpoint, Identity.DEFAULT, regions, timing, progress::add)) {
      return work.apply(open);
    }
  }

  List<OperatedLayer> layers(String... permissions) {
    return List.of(
        new OperatedLayer(
            new LayerName(layer),
            Stream.of(permissions).map(Permission::parse).toList(),
            snapshot == null ? Set.of() : Set.of(snapshot)));
  }

  private Deletions deletions() {
    return new Deletions(THREADS, Clock.fixed(now, ZoneOffset.UTC), progress::add);
  }

  /** What would be deleted. */
  List<DeletionPlan> preview(DeletionRule rule) {
    return in(open -> deletions().plan(layers(), open, rule));
  }

  /** Examines anew and deletes. */
  List<DeletionResult> delete(DeletionRule rule) {
    return delete(rule, () -> {});
  }

  /** The same, and something happens once all is examined. */
  List<DeletionResult> delete(DeletionRule rule, Runnable meanwhile) {
    return in(
        open -> {
          List<DeletionPlan> plans = deletions().plan(layers(), open, rule);
          meanwhile.run();
          return deletions().run(plans, rule);
        });
  }

  /** What would be shared. */
  List<SharingPlan> preview(SharingRule rule, String... permissions) {
    return in(open -> new Sharing(THREADS, progress::add).plan(layers(permissions), open, rule));
  }

  /** Examines anew and shares. */
  List<SharingResult> share(SharingRule rule, String... permissions) {
    return in(
        open -> {
          var sharing = new Sharing(THREADS, progress::add);
          return sharing.run(sharing.plan(layers(permissions), open, rule), rule);
        });
  }

  List<LayerOverview> overview(VersionSet versions) {
    return in(open -> Overviews.of(versions, null, progress::add).read(layers(), open, THREADS));
  }

  List<LayerOverview> overviewWithInside(String project) {
    return in(
        open ->
            Overviews.of(VersionSet.ALL, project, progress::add)
                .withInside()
                .read(layers(), open, THREADS));
  }
}
