package io.github.lambdalayer.output;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Results of publishing for tests. */
final class SampleResults {

  static final String ACCOUNT = "111122223333";

  private static final Duration TIME = Duration.ofMillis(1200);

  private SampleResults() {}

  static LiveVersion live(String account, String region, String layer, long version) {
    return new LiveVersion(
        new LayerVersionArn("aws", region, account, new LayerName(layer), version),
        "c2hhLTI1Ng==",
        1234,
        layer + " 1.0",
        "MIT",
        Set.of("java21"),
        Set.of(),
        null);
  }

  static TargetResult published(String region, String layer, long version) {
    return published(ACCOUNT, region, layer, version);
  }

  static TargetResult published(String account, String region, String layer, long version) {
    List<Permission> permissions = List.of(Permission.parse("organization:o-a1b2c3d4e5"));
    return new TargetResult(
        new Place(null, "", region),
        TargetResult.Status.PUBLISHED,
        Optional.of(live(account, region, layer, version)),
        "the layer has no version yet",
        permissions,
        List.of(),
        permissions,
        List.of(),
        List.of(),
        List.of(),
        TIME);
  }

  static TargetResult kept(String region, String layer, long version) {
    return new TargetResult(
        new Place(null, "", region),
        TargetResult.Status.KEPT,
        Optional.of(live(ACCOUNT, region, layer, version)),
        "it has the same content",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        TIME);
  }

  static TargetResult publishedBy(String identity, String region, String layer, long version) {
    return like(kept(region, layer, version), new Place(ACCOUNT, identity, region), List.of());
  }

  static TargetResult revoked(String region, String layer, long version, String statement) {
    TargetResult kept = kept(region, layer, version);
    return like(kept, kept.place(), List.of(statement));
  }

  private static TargetResult like(TargetResult kept, Place place, List<String> revoked) {
    return new TargetResult(
        place,
        kept.status(),
        kept.version(),
        kept.reason(),
        kept.granted(),
        revoked,
        kept.permissions(),
        kept.others(),
        kept.parameters(),
        kept.duplicates(),
        kept.time());
  }

  static TargetResult notTried(String region, String reason) {
    return new TargetResult(
        new Place(ACCOUNT, "", region),
        TargetResult.Status.NOT_TRIED,
        Optional.empty(),
        reason,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Duration.ZERO);
  }

  static TargetResult failed(String region, String reason) {
    return new TargetResult(
        new Place(null, "", region),
        TargetResult.Status.FAILED,
        Optional.empty(),
        reason,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        TIME);
  }

  static TargetResult notShared(String region, String layer, long version) {
    return new TargetResult(
        new Place(null, "", region),
        TargetResult.Status.FAILED,
        Optional.of(live(ACCOUNT, region, layer, version)),
        "it could not be shared",
        List.of(),
        List.of(),
        List.of(Permission.parse("public")),
        List.of(),
        List.of(),
        List.of(),
        TIME);
  }

  static PublishResult result(String layer, TargetResult... targets) {
    return new PublishResult(
        new LayerDefinition(new LayerName(layer), "", null, List.of(), false, List.of(), List.of()),
        "c2hhLTI1Ng==",
        List.of(targets));
  }
}
