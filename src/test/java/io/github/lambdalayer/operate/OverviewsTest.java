package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.Zips;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seeing what is live. */
class OverviewsTest extends OnEndpoint {

  private static final String DOCUMENT =
      """
      {"schemaVersion": 1, "layerName": "my-layer", "artifacts": [
        {"path": "java/lib/a.jar", "groupId": "com.example", "artifactId": "libraries",
         "version": "1.4.0", "sha256": "00", "licenses": []},
        {"path": "java/lib/b.jar", "groupId": "org.other", "artifactId": "helper",
         "version": "3", "sha256": "00", "licenses": []}]}
      """;

  @Test
  void tellsOfEachVersionWhatListsPoliciesAndFunctionsTell() {
    publish(IRELAND, 2);
    grant(IRELAND, 2, "111122223333");
    use(IRELAND, "orders", 1, 2);

    LayerOverview overview = scene.overview(VersionSet.ALL).get(0);

    assertThat(overview.versions()).extracting(one -> one.facts().number()).containsExactly(2L, 1L);
    VersionDetails newest = overview.versions().get(0);
    assertThat(newest.live().codeSha256())
        .isEqualTo(aws.versions(ACCOUNT, IRELAND, NAME).get(0).codeSha256());
    assertThat(newest.facts().created()).isPresent();
    assertThat(newest.facts().grants()).containsExactly("account:111122223333");
    assertThat(newest.facts().users()).containsExactly("orders:1");
    assertThat(overview.versions().get(1).facts().users()).containsExactly("orders");
    assertThat(newest.inside()).isEqualTo(Inside.UNREAD);
  }

  @Test
  void theFunctionsOfARegionAreAskedForOnce() {
    publish(IRELAND, 3);

    scene.overview(VersionSet.ALL);

    assertThat(aws.calls("ListFunctions")).hasSize(1);
  }

  @Test
  void whatMayNotBeAskedIsNotKnownAndNotNothing() {
    publish(IRELAND, 1);
    aws.faults().deny(ACCOUNT, "lambda:ListFunctions");

    LayerOverview overview = scene.overview(VersionSet.ALL).get(0);

    assertThat(overview.usageUnknown()).contains("lambda:ListFunctions");
    assertThat(overview.versions().get(0).facts().users()).isNull();
  }

  @Test
  void whatFailsOtherwiseThanForWantOfAPermissionIsAProblem() {
    publish(IRELAND, 1);
    aws.failIn(IRELAND, "ListFunctions", Fault.EXPIRED_TOKEN);

    assertThat(scene.overview(VersionSet.ALL).get(0).reason().orElseThrow())
        .contains("ListFunctions", "The credentials have expired");
  }

  @Test
  void aRegionThatRefusesDoesNotKeepTheOthersFromBeingTold() {
    publishEverywhere(1);
    aws.failIn("us-east-1", "ListLayerVersions", Fault.ACCESS_DENIED);

    List<LayerOverview> overview = everywhere.overview(VersionSet.ALL);

    assertThat(overview).extracting(one -> one.versions().size()).containsExactly(1, 0, 1);
    assertThat(overview.get(1).reason().orElseThrow()).contains("ListLayerVersions");
  }

  @Test
  void theReleaseIsThatOfTheProjectsOwnArtifactAndAZipIsReadOnceForAllRegions() {
    for (String region : REGIONS) {
      aws.publishByHand(
          ACCOUNT,
          region,
          NAME,
          Zips.of("META-INF/lambda-layer/my-layer.json", DOCUMENT),
          "a description of our own");
    }

    List<LayerOverview> overview = everywhere.overviewWithInside("com.example:libraries");

    assertThat(overview)
        .allSatisfy(
            one -> {
              Inside inside = one.versions().get(0).inside();
              assertThat(one.versions().get(0).release()).isEqualTo("com.example:libraries:1.4.0");
              assertThat(inside.artifacts())
                  .containsExactly("com.example:libraries:1.4.0", "org.other:helper:3");
            });
    assertThat(aws.calls().stream().filter(call -> call.operation().equals("GetObject")))
        .hasSizeLessThan(5);
  }

  @Test
  void withoutAnArtifactOfItsOwnTheReleaseIsWhatTheDescriptionSays() {
    for (String description :
        List.of(
            "libraries 1.4.0-RC1",
            "my-layer 2",
            "libraries for all",
            "libraries Java17",
            "other 1.4.0")) {
      aws.publishByHand(ACCOUNT, IRELAND, NAME, Zips.of("text", description), description);
    }
    assertThat(scene.overviewWithInside("com.example:libraries").get(0).versions())
        .extracting(VersionDetails::release)
        .containsExactly(null, null, null, "my-layer:2", "com.example:libraries:1.4.0-RC1");
    assertThat(scene.overview(VersionSet.ALL).get(0).versions())
        .as("without a project, and without a look into the zips")
        .extracting(VersionDetails::release)
        .containsExactly(null, null, null, "my-layer:2", null);
  }

  @Test
  void ofAZipOfAnotherToolTheReleaseIsNotKnown() {
    publish(IRELAND, 1);

    Inside inside =
        scene.overviewWithInside("com.example:libraries").get(0).versions().get(0).inside();

    assertThat(inside.release()).isNull();
    assertThat(inside.reason()).contains("its zip does not tell");
  }
}
