package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Who may use a version. */
abstract class GrantStories extends Stories {

  private static final String ALICE = "account:111122223333";
  private static final String BOB = "account:444455556666";

  GrantStories(URI uri) {
    super(uri);
  }

  private Iterable<String> grants() {
    return publishing.console().grants(name, Publishing.REGION, 1);
  }

  @Test
  void aNarrowerPermissionIsOnlyTold() throws IOException {
    publishing.publish(layer().permissions(ALICE, "public").build());

    TargetResult narrower = publishing.publish(layer().permissions(ALICE).build());

    assertThat(narrower.status()).isEqualTo(Status.KEPT);
    assertThat(narrower.others()).containsExactly("public (statement public)");
    assertThat(narrower.revoked()).isEmpty();
    assertThat(grants()).containsExactlyInAnyOrder(ALICE, "public");
  }

  @Test
  void whatSomebodyElseHasGrantedSurvives() throws IOException {
    publishing.publish(layer().permissions(ALICE).build());
    publishing.console().grant(name, Publishing.REGION, 1, BOB);

    TargetResult again = publishing.publish(layer().permissions(ALICE, "public").build());

    assertThat(again.others()).containsExactly(BOB + " (statement account-444455556666)");
    assertThat(grants()).containsExactlyInAnyOrder(ALICE, BOB, "public");
  }

  @Test
  void aNewVersionDoesNotInheritWhatOthersHaveGranted() throws IOException {
    publishing.publish(layer().permissions(ALICE).build());
    publishing.console().grant(name, Publishing.REGION, 1, BOB);

    publishing.publish(layer().content("two").permissions(ALICE).build());

    assertThat(publishing.console().grants(name, Publishing.REGION, 2)).containsExactly(ALICE);
    assertThat(grants()).containsExactlyInAnyOrder(ALICE, BOB);
  }

  @Test
  void whoIsGrantedAlreadyIsNotGrantedTwice() throws IOException {
    publishing.publish(layer().build());
    publishing.console().grant(name, Publishing.REGION, 1, ALICE);

    assertThat(publishing.publish(layer().permissions(ALICE).build()).granted()).isEmpty();
    assertThat(grants()).containsExactly(ALICE);
  }
}
