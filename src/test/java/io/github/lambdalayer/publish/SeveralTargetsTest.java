package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several regions and layers: what is called in each, and what one failure means for the others. */
class SeveralTargetsTest extends OnStrictEndpoint {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final String ONE = "eu-west-1";
  private static final String TWO = "us-east-1";

  private PublishResult publish(LayerDescriptor layer, Options options, String... regions) {
    return publishing.publish(Publishing.Wish.of(layer, regions).with(options));
  }

  private PublishResult align(LayerDescriptor layer, String... regions) {
    return publish(layer, new Options().alignVersions(), regions);
  }

  private List<Long> live(String region) {
    return publishing.console().numbers(NAME, region);
  }

  private void threeHere() throws IOException {
    for (String content : List.of("1", "2", "3")) {
      publishing.publish(Publishing.Wish.of(layer().content(content).build(), ONE));
    }
  }

  @Test
  void paddingIsSharedWithNobody() throws IOException {
    threeHere();
    aws.clearCalls();

    align(layer().content("new").permissions("public").build(), ONE, TWO);

    assertThat(aws.calls("PublishLayerVersion")).hasSize(5);
    assertThat(aws.calls("AddLayerVersionPermission"))
        .hasSize(2)
        .allSatisfy(call -> assertThat(call.path()).contains("/versions/4/policy"));
    assertThat(aws.calls("DeleteLayerVersion"))
        .hasSize(3)
        .allSatisfy(call -> assertThat(call.region()).isEqualTo(TWO));
  }

  @Test
  void anUnchangedAlignedRunWritesNothing() throws IOException {
    threeHere();
    LayerDescriptor layer = layer().content("new").build();
    align(layer, ONE, TWO);
    aws.clearCalls();

    align(layer, ONE, TWO);

    assertThat(aws.calls())
        .extracting(RecordedCall::operation)
        .containsOnly(
            "GetCallerIdentity", "ListLayerVersions", "GetLayerVersion", "GetLayerVersionPolicy");
  }

  @Test
  void numbersThatJumpAboveWhatIsLiveAgreeAllTheSame() throws IOException {
    threeHere();
    publishing.publish(Publishing.Wish.of(layer().content("1").build(), TWO));
    aws.deleteVersion(ACCOUNT, ONE, NAME, 3);
    aws.deleteVersion(ACCOUNT, ONE, NAME, 2);

    align(layer().content("new").permissions("public").build(), ONE, TWO);

    assertThat(live(ONE)).containsExactly(1L, 4L);
    assertThat(live(TWO)).containsExactly(1L, 4L);
    assertThat(aws.calls("AddLayerVersionPermission"))
        .allSatisfy(call -> assertThat(call.path()).contains("/versions/4/policy"));
  }

  @Test
  void aRegionThatFailedWithItsPaddingReachesTheNumberInTheNextRun() throws IOException {
    threeHere();
    LayerDescriptor layer = layer().content("new").build();
    aws.faults(
        (operation, account, region, index) ->
            operation.equals("PublishLayerVersion") && region.equals(TWO) && index == 2
                ? Optional.of(Fault.ACCESS_DENIED)
                : Optional.empty());

    PublishResult failed = align(layer, ONE, TWO);

    assertThat(failed.failures()).extracting(TargetResult::region).containsExactly(TWO);
    assertThat(live(TWO)).containsExactly(1L, 2L);
    PublishResult mended = align(layer, ONE, TWO);
    assertThat(mended.failures()).isEmpty();
    assertThat(live(ONE)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(live(TWO)).containsExactly(4L);
  }

  @Test
  void paddingThatCannotBeDeletedIsToldAndGoesInTheNextRun() throws IOException {
    threeHere();
    LayerDescriptor layer = layer().content("new").build();
    aws.faults().deny(ACCOUNT, "lambda:DeleteLayerVersion");

    PublishResult result = align(layer, ONE, TWO);

    assertThat(result.failures()).isEmpty();
    assertThat(publishing.progress)
        .anyMatch(line -> line.contains("could not be deleted") && line.contains("DeleteLayer"));
    assertThat(live(TWO)).containsExactly(1L, 2L, 3L, 4L);
    aws.faults().allow(ACCOUNT, "lambda:DeleteLayerVersion");
    align(layer, ONE, TWO);
    assertThat(live(TWO)).containsExactly(4L);
  }

  @Test
  void noFurtherTargetIsBegunWhereTheFirstFailureIsToEndTheRun() throws IOException {
    aws.failIn(ONE, "PublishLayerVersion", Fault.ACCESS_DENIED);

    PublishResult result =
        publish(layer().build(), new Options().failFast().threads(1), ONE, TWO, "ap-south-1");

    assertThat(result.targets())
        .extracting(TargetResult::status)
        .containsExactly(Status.FAILED, Status.NOT_TRIED, Status.NOT_TRIED);
    assertThat(result.targets().get(1).reason()).contains("<failFast>");
    assertThat(result.failures()).hasSize(3);
    assertThat(aws.calls("PublishLayerVersion")).hasSize(1);
  }

  @Test
  void noFurtherLayerIsAlignedAfterAFailureThatIsToEndTheRun() throws IOException {
    LayerDescriptor other = new BuiltLayer(folder.resolve("other"), "other").build();
    aws.failIn(ONE, "PublishLayerVersion", Fault.ACCESS_DENIED);
    Options options = new Options().alignVersions().failFast().threads(1);

    List<PublishResult> results =
        publishing.publishAll(
            List.of(
                Publishing.Wish.of(layer().build(), ONE).with(options),
                Publishing.Wish.of(other, ONE).with(options)));

    assertThat(results.get(0).targets().get(0).status()).isEqualTo(Status.FAILED);
    assertThat(results.get(1).targets().get(0).status()).isEqualTo(Status.NOT_TRIED);
  }

  @Test
  void everyLayerIsExaminedBeforeTheFirstIsWritten() throws IOException {
    LayerDescriptor other = new BuiltLayer(folder.resolve("other"), "other").build();

    publishing.publishAll(
        List.of(Publishing.Wish.of(layer().build(), ONE), Publishing.Wish.of(other, ONE, TWO)));

    List<String> calls = lambdaCalls();
    assertThat(calls.lastIndexOf("ListLayerVersions"))
        .isLessThan(calls.indexOf("PublishLayerVersion"));
    assertThat(aws.calls("PublishLayerVersion")).hasSize(3);
  }

  @Test
  void aPolicyThatIsFullIsExplained() throws IOException {
    publishing.publish(layer().build());
    aws.addStatement(ACCOUNT, ONE, NAME, 1, "by-hand", "999988887777", null);
    String[] many =
        IntStream.range(0, 120)
            .mapToObj(i -> "account:" + (100_000_000_000L + i))
            .toArray(String[]::new);

    TargetResult full = publishing.publish(layer().permissions(many).build());

    assertThat(full.status()).isEqualTo(Status.FAILED);
    assertThat(full.reason())
        .contains("PolicyLengthExceededException")
        .containsPattern("What takes the room: the policy has 20,\\d{3} characters in \\d\\d")
        .contains("of them for single accounts")
        .contains("does not name: account:999988887777 (statement by-hand)")
        .contains("Grant to an <organization> in place of its accounts")
        .contains("-DlambdaLayer.removeOtherGrants");
  }

  @Test
  void whoMayNotReadTheQuotasPublishesAllTheSame() throws IOException {
    aws.faults().deny(ACCOUNT, "lambda:GetAccountSettings");

    assertThat(publishing.publish(layer().build()).status()).isEqualTo(Status.PUBLISHED);
  }

  @Test
  void noFurtherRegionOfAnAlignedLayerIsBegunAfterAFailureThatIsToEndTheRun() throws IOException {
    aws.failIn(ONE, "PublishLayerVersion", Fault.ACCESS_DENIED);

    PublishResult result =
        publish(
            layer().build(),
            new Options().alignVersions().failFast().threads(1),
            ONE,
            TWO,
            "ap-south-1");

    assertThat(result.targets())
        .extracting(TargetResult::status)
        .containsExactly(Status.FAILED, Status.NOT_TRIED, Status.NOT_TRIED);
    assertThat(aws.calls("PublishLayerVersion")).hasSize(1);
  }
}
