package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.LayerSource;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.endpoint.Zips;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A layer's life after publishing, on whatever endpoint. Nobody is shut out here, for moto refuses every
 * removal that names a revision.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OperateStories {

  private static final String ALICE = "account:111122223333";
  private static final String BOB = "account:444455556666";

  @TempDir Path folder;

  private final URI uri;
  private String name = "";
  private Scene scene;

  OperateStories(URI uri) {
    this.uri = uri;
    this.scene = new Scene(uri, "none", "eu-west-1");
  }

  @BeforeEach
  void newLayer() throws IOException {
    name = "story-" + UUID.randomUUID();
    scene = new Scene(uri, name, "eu-west-1", "us-east-1");
    for (int i = 1; i <= 5; i++) {
      Path zip = Files.write(folder.resolve(name + i), Zips.of("text", "content " + i));
      var definition =
          new LayerDefinition(
              new LayerName(name), "release " + i, null, List.of(), false, List.of(), List.of());
      scene.in(
          open -> {
            for (Target target : open.targets()) {
              target
                  .layers()
                  .publish(definition, new LayerSource.Inline(zip, zip.toFile().length()));
            }
            return name;
          });
    }
  }

  @AfterAll
  void noCredentials() {
    SystemCredentials.clear();
  }

  private List<List<String>> grants() {
    return scene.overview(VersionSet.ALL).get(1).versions().stream()
        .map(OperateStories::grants)
        .toList();
  }

  private static List<String> grants(VersionDetails one) {
    List<String> grants = one.facts().grants();
    return grants == null ? List.of("not read") : grants.stream().sorted().toList();
  }

  @Test
  void whatIsLiveIsSeen() {
    List<LayerOverview> seen = scene.overview(VersionSet.ALL);

    assertThat(seen).hasSize(2);
    assertThat(seen)
        .allSatisfy(
            one -> {
              assertThat(one.reason()).isEmpty();
              assertThat(one.versions())
                  .extracting(version -> version.live().description())
                  .containsExactly("release 5", "release 4", "release 3", "release 2", "release 1");
              assertThat(one.versions())
                  .allSatisfy(version -> assertThat(version.facts().created()).isPresent());
              assertThat(one.versions())
                  .allSatisfy(version -> assertThat(version.facts().users()).isEmpty());
            });
  }

  @Test
  void aPartnerIsLetIn() {
    scene.share(SharingRule.share(VersionSet.ALL, List.of(), false, false), ALICE);
    scene.share(SharingRule.share(VersionSet.NEWEST, List.of(), false, false), ALICE, BOB);
    assertThat(grants())
        .containsExactly(
            List.of(ALICE, BOB), List.of(ALICE), List.of(ALICE), List.of(ALICE), List.of(ALICE));
  }

  @Test
  void oldVersionsGoButForThoseThatWereGranted() {
    scene.share(
        SharingRule.share(VersionSet.numbers(List.of("2")), List.of(), false, false), ALICE);
    var rule = new Retention(2, null, true, false);

    List<DeletionPlan> preview = scene.preview(rule);
    assertThat(preview).allSatisfy(plan -> assertThat(plan.deleted()).containsExactly(1L, 3L));
    scene.delete(rule);

    assertThat(scene.overview(VersionSet.ALL))
        .allSatisfy(
            one ->
                assertThat(one.versions())
                    .extracting(version -> version.facts().number())
                    .containsExactly(5L, 4L, 2L));
  }

  @Test
  void namedVersionsGo() {
    scene.delete(new NamedVersions(VersionSet.numbers(List.of("1-2", "5")), false));

    assertThat(scene.overview(VersionSet.ALL).get(0).versions())
        .extracting(version -> version.facts().number())
        .containsExactly(4L, 3L);
  }
}
