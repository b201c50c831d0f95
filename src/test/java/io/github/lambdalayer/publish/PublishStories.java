package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What users see of publishing one layer. */
abstract class PublishStories extends Stories {

  private static final Permission ACCOUNT = new Permission.Account("111122223333");
  private static final Permission ORGANIZATION = new Permission.Organization("o-a1b2c3d4e5");
  private static final Permission EVERYONE = new Permission.Everyone();

  PublishStories(URI uri) {
    super(uri);
  }

  @Test
  void theFirstRunPublishesVersionOneAndSharesIt() throws IOException {
    LayerDescriptor layer =
        layer()
            .licenseInfo("Apache-2.0")
            .runtimes("java17", "java21")
            .architectures(Architecture.ARM64)
            .permissions("account:111122223333", "organization:o-a1b2c3d4e5", "public")
            .build();

    TargetResult result = publishing.publish(layer);

    assertThat(result.reason()).isEqualTo("the layer has no version yet");
    assertThat(result.status()).isEqualTo(Status.PUBLISHED);
    assertThat(result.granted()).containsExactly(ACCOUNT, ORGANIZATION, EVERYONE);
    var live = publishing.newest(name, Publishing.REGION);
    assertThat(live.arn().version()).isEqualTo(1);
    assertThat(live.codeSha256()).isEqualTo(layer.zip().codeSha256());
    assertThat(live.codeSize()).isEqualTo(layer.zip().size());
    assertThat(live.description()).isEqualTo("a layer");
    assertThat(live.licenseInfo()).isEqualTo("Apache-2.0");
    assertThat(live.runtimes()).containsExactlyInAnyOrder("java17", "java21");
    assertThat(live.architectures()).containsExactly("arm64");
    assertThat(publishing.missing(name, ACCOUNT, ORGANIZATION, EVERYONE)).isEmpty();
  }

  @Test
  void anUnchangedLayerIsKept() throws IOException {
    LayerDescriptor layer = layer().permissions("account:111122223333").build();
    publishing.publish(layer);

    TargetResult again = publishing.publish(layer);

    assertThat(again.status()).isEqualTo(Status.KEPT);
    assertThat(again.granted()).isEmpty();
    assertThat(again.version().orElseThrow().arn().version()).isEqualTo(1);
    assertThat(publishing.newest(name, Publishing.REGION).arn().version()).isEqualTo(1);
  }

  @Test
  void aPermissionThatIsWantedLaterIsAddedToTheKeptVersion() throws IOException {
    publishing.publish(layer().permissions("account:111122223333").build());

    TargetResult again =
        publishing.publish(layer().permissions("account:111122223333", "public").build());

    assertThat(again.status()).isEqualTo(Status.KEPT);
    assertThat(again.granted()).containsExactly(EVERYONE);
    assertThat(publishing.missing(name, ACCOUNT, EVERYONE)).isEmpty();
  }

  @Test
  void changedContentMakesTheNextVersionWithAllPermissions() throws IOException {
    publishing.publish(layer().permissions("organization:o-a1b2c3d4e5").build());

    TargetResult changed =
        publishing.publish(layer().content("two").permissions("organization:o-a1b2c3d4e5").build());

    assertThat(changed.status()).isEqualTo(Status.PUBLISHED);
    assertThat(changed.version().orElseThrow().arn().version()).isEqualTo(2);
    assertThat(publishing.missing(name, ORGANIZATION)).isEmpty();
  }

  @Test
  void goingBackToEarlierContentPublishesItAgain() throws IOException {
    publishing.publish(layer().content("A").build());
    publishing.publish(layer().content("B").build());

    TargetResult back = publishing.publish(layer().content("A").build());

    assertThat(back.status()).isEqualTo(Status.PUBLISHED);
    assertThat(back.version().orElseThrow().arn().version()).isEqualTo(3);
  }

  @Test
  void anotherLicenceMakesANewVersion() throws IOException {
    publishing.publish(layer().licenseInfo("MIT").build());

    assertThat(publishing.publish(layer().licenseInfo("Apache-2.0").build()).status())
        .isEqualTo(Status.PUBLISHED);
  }

  @Test
  void otherArchitecturesMakeANewVersion() throws IOException {
    publishing.publish(layer().architectures(Architecture.X86_64).build());

    assertThat(publishing.publish(layer().architectures(Architecture.ARM64).build()).status())
        .isEqualTo(Status.PUBLISHED);
  }

  @Test
  void otherConfiguredRuntimesMakeANewVersion() throws IOException {
    publishing.publish(layer().runtimes("java17").build());

    assertThat(publishing.publish(layer().runtimes("java17", "java21").build()).status())
        .isEqualTo(Status.PUBLISHED);
  }

  @Test
  void theOrderOfRuntimesIsNoChange() throws IOException {
    LayerDescriptor one = layer().runtimes("java17", "java21").build();
    publishing.publish(one);

    assertThat(publishing.publish(one).status()).isEqualTo(Status.KEPT);
  }

  @Test
  void anotherDescriptionIsNoChange() throws IOException {
    publishing.publish(layer().description("release 1").build());

    TargetResult again = publishing.publish(layer().description("release 2").build());

    assertThat(again.status()).isEqualTo(Status.KEPT);
    assertThat(again.version().orElseThrow().description()).isEqualTo("release 1");
  }

  @Test
  void forceMakesANewVersionOfTheSameContent() throws IOException {
    LayerDescriptor layer = layer().build();
    publishing.publish(layer);

    PublishResult forced =
        publishing.publish(
            Publishing.Wish.of(layer, Publishing.REGION).with(new Options().force()));

    assertThat(forced.targets().get(0).status()).isEqualTo(Status.PUBLISHED);
    assertThat(publishing.newest(name, Publishing.REGION).arn().version()).isEqualTo(2);
  }

  @Test
  void eachRegionHasItsOwnVersions() throws IOException {
    LayerDescriptor layer = layer().build();
    publishing.publish(layer);

    PublishResult both =
        publishing.publish(Publishing.Wish.of(layer, Publishing.REGION, "us-east-1"));

    assertThat(both.targets())
        .extracting(TargetResult::status)
        .containsExactly(Status.KEPT, Status.PUBLISHED);
    assertThat(publishing.newest(name, "us-east-1").arn().region()).isEqualTo("us-east-1");
  }

  @Test
  void aDescriptionInAnyScriptArrivesAsItWasWritten() throws IOException {
    String description = "\"quoted\" \\ tab\t & <über> 層 \uD83D\uDE80";
    publishing.publish(layer().description(description).build());

    assertThat(publishing.newest(name, Publishing.REGION).description()).isEqualTo(description);
  }
}
