package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AssumedRole;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who publishes, and which regions that means. */
class DestinationsTest extends OnStrictEndpoint {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final String ROLE = "arn:aws:iam::111111111111:role/publisher";

  private static Identity role(String arn, @Nullable String externalId) {
    return new Identity(null, null, new AssumedRole(arn, externalId, "a-build"));
  }

  private static Destination in(Identity identity) {
    return new Destination(identity, Publishing.choice("eu-west-1"));
  }

  private static Destination all(boolean allowUnknown, String... excluded) {
    return new Destination(
        Identity.DEFAULT, new RegionChoice(List.of("all"), List.of(excluded), allowUnknown));
  }

  private List<String> regions(Destination destination) throws IOException {
    return publishing.publish(Publishing.Wish.to(layer().build(), destination)).targets().stream()
        .map(TargetResult::region)
        .toList();
  }

  private void refused(Class<? extends Throwable> type, String message, Destination... to)
      throws IOException {
    LayerDescriptor layer = layer().build();
    assertThatThrownBy(() -> publishing.publish(Publishing.Wish.to(layer, to)))
        .isInstanceOf(type)
        .hasMessageContaining(message);
    assertThat(aws.calls("PublishLayerVersion")).isEmpty();
  }

  @Test
  void aRoleIsAssumedWithItsExternalId() throws IOException {
    aws.requireExternalId(ROLE, "agreed-upon");

    PublishResult result =
        publishing.publish(Publishing.Wish.to(layer().build(), in(role(ROLE, "agreed-upon"))));

    assertThat(result.failures()).isEmpty();
    assertThat(aws.calls("AssumeRole"))
        .extracting(RecordedCall::query)
        .allSatisfy(
            form ->
                assertThat(form)
                    .containsEntry("RoleArn", ROLE)
                    .containsEntry("RoleSessionName", "a-build")
                    .containsEntry("ExternalId", "agreed-upon"));
    assertThat(aws.calls("PublishLayerVersion"))
        .extracting(RecordedCall::account)
        .containsExactly("111111111111");
    assertThat(aws.calls("GetCallerIdentity")).isEmpty();
  }

  @Test
  void aWrongExternalIdIsAnErrorThatNamesTheRole() throws IOException {
    aws.requireExternalId(ROLE, "agreed-upon");

    refused(
        PreflightException.class,
        "<roleArn> is '" + ROLE + "', and it cannot be assumed",
        in(role(ROLE, "another")));
    refused(
        PreflightException.class, "with the <externalId> that it asks for", in(role(ROLE, null)));
  }

  @Test
  void rolesThatCannotBeAssumedAreNamedTogetherWithTheProblemsOfOtherTargets() throws IOException {
    String one = "arn:aws:iam::111111111111:role/denied-one";
    String two = "arn:aws:iam::222222222222:role/denied-two";
    aws.fail("ListLayerVersions", Fault.ACCESS_DENIED);

    for (String message :
        List.of(
            "3 of 3 targets",
            "eu-west-1 of 111111111111: <roleArn> is '" + one + "'",
            "eu-west-1 of 222222222222: <roleArn> is '" + two + "'",
            "Allow the action lambda:ListLayerVersions")) {
      refused(
          PreflightException.class,
          message,
          in(role(one, null)),
          in(Identity.DEFAULT),
          in(role(two, null)));
      aws.fail("ListLayerVersions", Fault.ACCESS_DENIED);
    }
  }

  @Test
  void twoWaysIntoOneAccountAreRefused() throws IOException {
    refused(
        InvalidInputException.class,
        "<targets> names eu-west-1 of 123456789012 twice",
        in(Identity.DEFAULT),
        in(role("arn:aws:iam::" + ACCOUNT + ":role/publisher", null)));
  }

  @Test
  void allRegionsAreThoseThatTheAccountHasEnabled() throws IOException {
    aws.regions(ACCOUNT, List.of("us-east-1", "eu-west-1", "eu-central-1"));

    assertThat(regions(all(false, "eu-central-1"))).containsExactly("eu-west-1", "us-east-1");
    assertThat(publishing.progress).noneMatch(line -> line.startsWith("Left out"));
  }

  @Test
  void anEnabledRegionOfWhichNothingIsKnownIsLeftOutWithAWarning() throws IOException {
    aws.regions(ACCOUNT, List.of("us-east-1", "xx-new-1"));

    assertThat(regions(all(false))).containsExactly("us-east-1");
    assertThat(publishing.progress)
        .anyMatch(line -> line.startsWith("Left out") && line.contains("Lambda: xx-new-1."));
  }

  @Test
  void theWarningGoesWhereItsAdviceIsFollowed() throws IOException {
    aws.regions(ACCOUNT, List.of("us-east-1", "xx-new-1"));

    assertThat(regions(all(false, "xx-new-1"))).containsExactly("us-east-1");
    assertThat(regions(all(true))).containsExactly("us-east-1", "xx-new-1");
    assertThat(publishing.progress).noneMatch(line -> line.startsWith("Left out"));
  }

  @Test
  void anExcludedRegionThatIsNeitherKnownNorEnabledIsRefused() throws IOException {
    refused(PreflightException.class, "<excludeRegions> has 'eu-west-9'", all(false, "eu-west-9"));
  }

  @Test
  void whoMayNotListRegionsIsToldWhatToAllow() throws IOException {
    aws.faults().deny(ACCOUNT, "account:ListRegions");

    refused(PreflightException.class, "allow the action account:ListRegions", all(false));
  }
}
