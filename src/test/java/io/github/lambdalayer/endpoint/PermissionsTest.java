package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OTHER;
import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.PolicyLengthExceededException;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

final class PermissionsTest {
  private static final String REGION = "eu-west-1";
  private static final String ARN = "arn:aws:lambda:eu-west-1:" + OWNER + ":layer:sdk";

  private StrictLambdaEndpoint endpoint;
  private LambdaClient owner;
  private LambdaClient other;

  @BeforeEach
  void publish() {
    endpoint = StrictLambdaEndpoint.start();
    owner = Clients.client(endpoint, OWNER, REGION);
    other = Clients.client(endpoint, OTHER, REGION);
    Clients.publish(owner, "sdk");
  }

  @AfterEach
  void close() {
    owner.close();
    other.close();
    endpoint.close();
  }

  @Test
  void anAccountIsShownAsItsRoot() {
    assertThat(add("one", OTHER).statement())
        .isEqualTo(
            "{\"Sid\":\"one\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:root\"},"
                + "\"Action\":\"lambda:GetLayerVersion\",\"Resource\":\""
                + ARN
                + ":1\"}");
  }

  @Test
  void aPolicyHoldsTheStatementsInOrder() {
    add("public", "*");
    String revision =
        owner
            .addLayerVersionPermission(request("org", "*").organizationId("o-a1b2c3d4e5").build())
            .revisionId();

    var policy = owner.getLayerVersionPolicy(get -> get.layerName("sdk").versionNumber(1L));
    assertThat(policy.revisionId()).isEqualTo(revision);
    var document = JsonParser.parseString(policy.policy()).getAsJsonObject();
    assertThat(document.get("Version").getAsString()).isEqualTo("2012-10-17");
    assertThat(document.get("Id").getAsString()).isEqualTo("default");
    assertThat(document.getAsJsonArray("Statement").toString())
        .startsWith("[{\"Sid\":\"public\",\"Effect\":\"Allow\",\"Principal\":\"*\",")
        .endsWith("\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"}}}]");
  }

  @Test
  void aVersionStartsAndEndsWithoutAPolicy() {
    assertNoPolicy();
    add("one", OTHER);
    remove("one", null);
    assertNoPolicy();
    assertThatThrownBy(() -> remove("one", null)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aTakenStatementIdIsAConflict() {
    add("one", OTHER);
    assertThatThrownBy(() -> add("one", "*")).isInstanceOf(ResourceConflictException.class);
    assertThat(endpoint.versions(OWNER, REGION, "sdk").get(0).statements()).hasSize(1);
  }

  @Test
  void onlyTheLatestRevisionIsAccepted() {
    String first = add("one", OTHER).revisionId();
    String second =
        owner.addLayerVersionPermission(request("two", "*").revisionId(first).build()).revisionId();

    assertThat(second).isNotEqualTo(first);
    assertThatThrownBy(
            () -> owner.addLayerVersionPermission(request("x", "*").revisionId(first).build()))
        .isInstanceOf(PreconditionFailedException.class);
    assertThatThrownBy(() -> remove("one", first)).isInstanceOf(PreconditionFailedException.class);
    remove("one", second);
  }

  @Test
  void anUnknownVersionIsNotFound() {
    assertThatThrownBy(
            () -> owner.addLayerVersionPermission(request("a", "*").versionNumber(2L).build()))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () -> owner.getLayerVersionPolicy(get -> get.layerName("no").versionNumber(1L)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> remove("none", null)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aPolicyHasALimitedLength() {
    endpoint.clearCalls();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                add("statement-" + i, OTHER);
              }
            })
        .isInstanceOf(PolicyLengthExceededException.class);
    assertThat(endpoint.calls().size()).isBetween(50, 150);
  }

  @ParameterizedTest
  @CsvSource({
    "a b, lambda:GetLayerVersion, *,,statementId",
    ", lambda:GetLayerVersion, *,,statementId",
    "a, lambda:*, *,,action",
    "a, lambda:GetLayerVersion, 12345,,principal",
    "a, lambda:GetLayerVersion, arn:aws:iam::222222222222:user/me,,principal",
    "a, lambda:GetLayerVersion, arn:aws-cn:iam::222222222222:root,,principal",
    "a, lambda:GetLayerVersion, *,o-short,organizationId",
    "a, lambda:GetLayerVersion, 222222222222,o-a1b2c3d4e5,OrganizationId"
  })
  void aMalformedStatementIsRefused(
      String sid, String action, String principal, String organization, String named) {
    var request = request(sid, principal).action(action).organizationId(organization).build();
    assertThatThrownBy(() -> owner.addLayerVersionPermission(request))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining(named);
  }

  @Test
  void aStatementIdHas100CharactersAtMost() {
    add("s".repeat(100), OTHER);
    assertThatThrownBy(() -> add("s".repeat(101), OTHER))
        .isInstanceOf(InvalidParameterValueException.class);
  }

  @Test
  void anotherAccountReadsOnlyWhatIsGranted() {
    assertRead(false);
    assertGrants(true, request -> request.principal(OTHER));
    assertGrants(true, request -> request.principal("arn:aws:iam::" + OTHER + ":root"));
    assertGrants(true, request -> request.principal("*"));
    assertGrants(true, request -> request.principal("*").organizationId("o-a1b2c3d4e5"));
    assertGrants(false, request -> request.principal("*").organizationId("o-zzzzzzzzzz"));
    assertGrants(false, request -> request.principal("333333333333"));
  }

  @Test
  void aGrantOpensNothingButReading() {
    add("public", "*");
    assertDenied(() -> Clients.publish(other, ARN));
    assertDenied(() -> other.listLayerVersions(list -> list.layerName(ARN)));
    assertDenied(() -> other.deleteLayerVersion(delete -> delete.layerName(ARN).versionNumber(1L)));
    assertDenied(() -> other.getLayerVersionPolicy(get -> get.layerName(ARN).versionNumber(1L)));
    assertDenied(
        () -> other.addLayerVersionPermission(request("mine", "*").layerName(ARN).build()));
    assertDenied(() -> other.getLayerVersionByArn(get -> get.arn(ARN + ":2")));
  }

  @Test
  void aLayerOfAnotherRegionIsOutOfReach() {
    try (LambdaClient elsewhere = Clients.client(endpoint, OWNER, "eu-central-1")) {
      assertThatThrownBy(() -> elsewhere.getLayerVersionByArn(get -> get.arn(ARN + ":1")))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  private void assertGrants(
      boolean readable, Consumer<AddLayerVersionPermissionRequest.Builder> change) {
    var request = request("tried", "*");
    change.accept(request);
    owner.addLayerVersionPermission(request.build());
    assertRead(readable);
    remove("tried", null);
  }

  private void assertRead(boolean readable) {
    if (readable) {
      assertThatCode(() -> other.getLayerVersionByArn(get -> get.arn(ARN + ":1")))
          .doesNotThrowAnyException();
      assertThatCode(() -> other.getLayerVersion(get -> get.layerName(ARN).versionNumber(1L)))
          .doesNotThrowAnyException();
    } else {
      assertDenied(() -> other.getLayerVersionByArn(get -> get.arn(ARN + ":1")));
      assertDenied(() -> other.getLayerVersion(get -> get.layerName(ARN).versionNumber(1L)));
    }
  }

  private static void assertDenied(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"))
        .hasMessageContaining("arn:aws:iam::222222222222:user/test is not authorized");
  }

  private void assertNoPolicy() {
    assertThatThrownBy(
            () -> owner.getLayerVersionPolicy(get -> get.layerName("sdk").versionNumber(1L)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("No policy is associated with the given resource.");
  }

  private AddLayerVersionPermissionResponse add(String sid, String principal) {
    return owner.addLayerVersionPermission(request(sid, principal).build());
  }

  private void remove(String sid, @Nullable String revision) {
    owner.removeLayerVersionPermission(
        remove -> remove.layerName("sdk").versionNumber(1L).statementId(sid).revisionId(revision));
  }

  private static AddLayerVersionPermissionRequest.Builder request(String sid, String principal) {
    return AddLayerVersionPermissionRequest.builder()
        .layerName("sdk")
        .versionNumber(1L)
        .statementId(sid)
        .action("lambda:GetLayerVersion")
        .principal(principal);
  }
}
