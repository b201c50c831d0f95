package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.StoredStatement;
import io.github.lambdalayer.endpoint.StoredVersion;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.Publishing.Wish;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Publishes, and checks what must be true afterwards whatever went wrong. */
final class Truth {

  /** The description of padding: what a version says of itself that only takes up a number. */
  private static final String PADDING = "Padding of lambda-layer-maven-plugin: no content";

  private final StrictLambdaEndpoint aws;
  private final Publishing publishing;

  /** Versions that a run has reported as duplicates. */
  private final Set<String> told = new HashSet<>();

  private Trouble trouble = Trouble.none();

  Truth(StrictLambdaEndpoint aws, Publishing publishing) {
    this.aws = aws;
    this.publishing = publishing;
  }

  private record Place(String region, String layer) {}

  /** From now on calls meet this. */
  Truth under(Trouble next) {
    trouble = next;
    aws.faults(next);
    return this;
  }

  /** One run; gives its results, also those of a run that was ended before its first write. */
  List<PublishResult> run(List<Wish> wishes) {
    aws.clearCalls();
    Map<Place, List<StoredVersion>> before = everything(wishes);
    List<PublishResult> results;
    boolean isPreflight = false;
    try {
      results = publishing.publishAll(wishes);
    } catch (PreflightException e) {
      isPreflight = true;
      results = e.results();
      assertThat(writes()).as("writes of a run that has written nothing").isEmpty();
      assertThat(everything(wishes)).isEqualTo(before);
      assertThat(failures(results)).isNotEmpty();
    }
    for (int i = 0; i < wishes.size(); i++) {
      check(wishes.get(i), results.get(i), isPreflight);
    }
    before.forEach(this::checkKept);
    return results;
  }

  /** Without faults a run mends everything, and the one after it has nothing to write. */
  void converge(List<Wish> wishes) {
    under(Trouble.none());
    assertThat(failures(run(wishes))).as("failures without a fault").isEmpty();
    assertThat(run(wishes).stream().flatMap(result -> result.targets().stream()))
        .allSatisfy(target -> assertThat(target.status()).isEqualTo(Status.KEPT));
    assertThat(writes()).as("writes of a run that has nothing to do").isEmpty();
    for (Wish wish : wishes) {
      if (wish.options().build(publishing.state()).alignVersions()) {
        wish.regions().forEach(region -> assertThat(padding(wish, region)).isEmpty());
      }
    }
  }

  static List<TargetResult> failures(List<PublishResult> results) {
    return results.stream()
        .flatMap(result -> result.targets().stream())
        .filter(target -> target.status() == Status.FAILED)
        .toList();
  }

  /** The operations of the last run that change something. */
  List<String> writes() {
    return aws.calls().stream()
        .map(call -> call.operation())
        .filter(Trouble.WRITES::contains)
        .toList();
  }

  private void check(Wish wish, PublishResult result, boolean isPreflight) {
    assertThat(result.targets()).extracting(TargetResult::region).isEqualTo(wish.regions());
    for (TargetResult target : result.targets()) {
      checkOnce(wish, target);
      switch (target.status()) {
        case PUBLISHED, KEPT -> checkDone(wish, target);
        case FAILED -> checkFailed(wish, target);
        case NOT_TRIED ->
            assertThat(isPreflight || wish.options().build(publishing.state()).failFast())
                .as("may be skipped")
                .isTrue();
      }
    }
  }

  private void checkOnce(Wish wish, TargetResult target) {
    var place = new Place(target.region(), name(wish));
    target.duplicates().forEach(number -> told.add(place + ":" + number));
    assertThat(
            versions(wish, target.region()).stream()
                .filter(version -> !version.description().equals(PADDING))
                .filter(version -> !told.contains(place + ":" + version.version()))
                .map(StoredVersion::codeSha256))
        .as("contents of %s in %s (%s)", name(wish), target.region(), target.reason())
        .doesNotHaveDuplicates();
  }

  private void checkDone(Wish wish, TargetResult target) {
    StoredVersion newest =
        versions(wish, target.region()).stream()
            .filter(version -> !version.description().equals(PADDING))
            .findFirst()
            .orElseThrow();
    String what = "%s in %s: %s".formatted(name(wish), target.region(), target.reason());
    assertThat(target.version().orElseThrow().arn().version()).as(what).isEqualTo(newest.version());
    assertThat(newest.codeSha256()).as(what).isEqualTo(wish.layer().zip().codeSha256());
    assertThat(newest.statements()).as(what).containsAll(wanted(wish));
    assertThat(target.permissions()).isEqualTo(wish.layer().definition().permissions());
    if (wish.options().build(publishing.state()).removeOtherGrants()) {
      assertThat(newest.statements()).as(what).hasSize(wanted(wish).size());
    }
  }

  private static List<StoredStatement> wanted(Wish wish) {
    return wish.layer().definition().permissions().stream()
        .map(
            permission ->
                new StoredStatement(
                    permission.statementId(),
                    permission.principal().equals("*")
                        ? "*"
                        : "arn:aws:iam::" + permission.principal() + ":root",
                    permission.organizationId().orElse(null)))
        .toList();
  }

  /** The reason names a call that did meet a fault there; a version that it tells of is there. */
  private void checkFailed(Wish wish, TargetResult target) {
    assertThat(trouble.met(target.region()))
        .as("%s failed in %s: %s", name(wish), target.region(), target.reason())
        .anyMatch(operation -> target.reason().contains(operation));
    target
        .version()
        .ifPresent(
            live ->
                assertThat(versions(wish, target.region()))
                    .as(target.reason())
                    .anyMatch(
                        version ->
                            version.version() == live.arn().version()
                                && version.codeSha256().equals(live.codeSha256())));
    if (target.version().isEmpty()) {
      assertThat(target.granted()).isEmpty();
    }
    assertThat(target.time()).isGreaterThanOrEqualTo(Duration.ZERO);
  }

  /** What was there stays, and so do the statements of others. */
  private void checkKept(Place place, List<StoredVersion> before) {
    List<StoredVersion> now =
        aws.versions(StrictLambdaEndpoint.DEFAULT_ACCOUNT, place.region(), place.layer());
    for (StoredVersion version : before) {
      if (version.description().equals(PADDING)) {
        continue;
      }
      assertThat(now).as("versions in %s", place).anyMatch(v -> v.version() == version.version());
      StoredVersion same =
          now.stream().filter(v -> v.version() == version.version()).findFirst().orElseThrow();
      assertThat(same.statements())
          .as("statements of %d in %s", version.version(), place)
          .containsAll(
              version.statements().stream().filter(s -> !s.sid().startsWith("surplus")).toList());
    }
  }

  private List<StoredVersion> versions(Wish wish, String region) {
    return aws.versions(StrictLambdaEndpoint.DEFAULT_ACCOUNT, region, name(wish));
  }

  private List<StoredVersion> padding(Wish wish, String region) {
    return versions(wish, region).stream()
        .filter(version -> version.description().equals(PADDING))
        .toList();
  }

  private static String name(Wish wish) {
    return wish.layer().definition().name().value();
  }

  private Map<Place, List<StoredVersion>> everything(List<Wish> wishes) {
    var everything = new LinkedHashMap<Place, List<StoredVersion>>();
    for (Wish wish : wishes) {
      for (String region : wish.regions()) {
        everything.put(new Place(region, name(wish)), versions(wish, region));
      }
    }
    return everything;
  }
}
