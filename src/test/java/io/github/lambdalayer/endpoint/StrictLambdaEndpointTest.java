package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.CodeStorageExceededException;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.Runtime;

final class StrictLambdaEndpointTest extends WithEndpoint {
  private static final String ARN = "arn:aws:lambda:eu-west-1:" + OWNER + ":layer:sdk";

  @Test
  void aPublishedVersionIsAnsweredInFull() throws Exception {
    byte[] zip = Zips.of("java/lib/a.jar", "a");
    PublishLayerVersionResponse answer = publishInFull(zip);

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(zip);
    assertThat(answer.content().codeSha256()).isEqualTo(Base64.getEncoder().encodeToString(digest));
    assertThat(answer.content().codeSize()).isEqualTo(zip.length);
    assertThat(answer.layerArn()).isEqualTo(ARN);
    assertThat(answer.layerVersionArn()).isEqualTo(ARN + ":1");
    assertThat(answer.version()).isEqualTo(1);
    assertThat(answer.createdDate())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
    assertThat(answer.description()).isEqualTo("SDK clients");
    assertThat(answer.licenseInfo()).isEqualTo("Apache-2.0");
    assertThat(answer.compatibleRuntimesAsStrings()).containsExactly("java17", "java21");
  }

  @Test
  void theStoreShowsWhatWasPublished() {
    byte[] zip = Zips.of("java/lib/a.jar", "a");
    publishInFull(zip);

    StoredVersion stored = endpoint.versions(OWNER, REGION, "sdk").get(0);
    assertThat(stored.zip()).isEqualTo(zip);
    assertThat(stored.description()).isEqualTo("SDK clients");
    assertThat(stored.compatibleArchitectures()).containsExactly("arm64", "x86_64");
    assertThat(stored.statements()).isEmpty();
  }

  @Test
  void getAndGetByArnAnswerAsPublishDid() {
    PublishLayerVersionResponse published = Clients.publish(lambda, "sdk");

    GetLayerVersionResponse byName =
        lambda.getLayerVersion(get -> get.layerName("sdk").versionNumber(1L));
    GetLayerVersionResponse byLayerArn =
        lambda.getLayerVersion(get -> get.layerName(ARN).versionNumber(1L));
    assertThat(byName.content().codeSha256()).isEqualTo(published.content().codeSha256());
    assertThat(byName.createdDate()).isEqualTo(published.createdDate());
    assertThat(byLayerArn.layerVersionArn()).isEqualTo(byName.layerVersionArn());
    assertThat(lambda.getLayerVersionByArn(get -> get.arn(ARN + ":1")).layerVersionArn())
        .isEqualTo(byName.layerVersionArn());
    assertThat(endpoint.calls("GetLayerVersionByArn")).hasSize(1);
  }

  @Test
  void theLocationServesTheZipWithoutCredentialsButNotWithoutItsSignature() throws IOException {
    String location = Clients.publish(lambda, "sdk").content().location();

    try (InputStream in = URI.create(location).toURL().openStream()) {
      assertThat(in.readAllBytes()).isEqualTo(Zips.of("a.txt", "a"));
    }
    String path = URI.create(location).getPath();
    assertThat(RawCall.send(RawCall.unsigned(endpoint, path)).statusCode()).isEqualTo(403);
  }

  @Test
  void versionNumbersAreNotUsedAgainAfterADelete() {
    Clients.publish(lambda, "sdk");
    Clients.publish(lambda, "sdk");
    lambda.deleteLayerVersion(delete -> delete.layerName("sdk").versionNumber(2L));
    lambda.deleteLayerVersion(delete -> delete.layerName("sdk").versionNumber(2L));
    lambda.deleteLayerVersion(delete -> delete.layerName("never-seen").versionNumber(7L));

    assertThatThrownBy(() -> lambda.getLayerVersion(get -> get.layerName("sdk").versionNumber(2L)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(Clients.publish(lambda, "sdk").version()).isEqualTo(3);
  }

  @Test
  void publishersAtTheSameMomentGetNumbersOfTheirOwn() {
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> Clients.publish(lambda, "sdk").version()))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 16).boxed().toList());
    assertThat(endpoint.calls("PublishLayerVersion")).hasSize(16);
  }

  @Test
  void accountsAndRegionsHaveStoresOfTheirOwn() {
    Clients.publish(lambda, "sdk");
    try (LambdaClient china = Clients.client(endpoint, OWNER, "cn-north-1");
        LambdaClient government = Clients.client(endpoint, OWNER, "us-gov-west-1");
        LambdaClient nameless = Clients.builder(endpoint, "AKIDEXAMPLE", REGION).build()) {
      assertThat(Clients.publish(china, "sdk").layerVersionArn())
          .isEqualTo("arn:aws-cn:lambda:cn-north-1:" + OWNER + ":layer:sdk:1");
      assertThat(Clients.publish(government, "sdk").layerArn()).startsWith("arn:aws-us-gov:");
      assertThat(Clients.publish(nameless, "sdk").layerVersionArn())
          .isEqualTo("arn:aws:lambda:eu-west-1:123456789012:layer:sdk:1");
    }
    assertThat(endpoint.versions(OWNER, REGION, "sdk")).hasSize(1);
  }

  @Test
  void accountSettingsCountWhatIsStored() {
    long size = Clients.publish(lambda, "sdk").content().codeSize();

    var settings = lambda.getAccountSettings();
    assertThat(settings.accountUsage().totalCodeSize()).isEqualTo(size);
    assertThat(settings.accountLimit().totalCodeSize()).isEqualTo(300L << 30);
    assertThat(settings.accountLimit().codeSizeUnzipped()).isEqualTo(262_144_000);
    assertThat(settings.accountLimit().codeSizeZipped()).isEqualTo(52_428_800);
  }

  @Test
  void aFullStoreRefusesTheNextVersion() {
    long size = Clients.publish(lambda, "sdk").content().codeSize();
    endpoint.storageLimit(OWNER, REGION, 2 * size - 1);

    assertThatThrownBy(() -> Clients.publish(lambda, "other"))
        .isInstanceOf(CodeStorageExceededException.class);
    assertThat(endpoint.versions(OWNER, REGION, "other")).isEmpty();
  }

  @Test
  void statementsCanBeChangedByHand() {
    Clients.publish(lambda, "sdk");
    endpoint.addStatement(OWNER, REGION, "sdk", 1, "by-hand", "333333333333", null);

    assertThat(endpoint.versions(OWNER, REGION, "sdk").get(0).statements())
        .containsExactly(new StoredStatement("by-hand", "arn:aws:iam::333333333333:root", null));
    endpoint.removeStatement(OWNER, REGION, "sdk", 1, "by-hand");
    assertThat(endpoint.versions(OWNER, REGION, "sdk").get(0).statements()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> endpoint.removeStatement(OWNER, REGION, "sdk", 1, "by-hand"));
  }

  @Test
  void callsAreRecordedInOrderOfArrival() {
    Clients.publish(lambda, "sdk");
    assertThatThrownBy(() -> Clients.publish(lambda, "no good"));
    RawCall.send(RawCall.unsigned(endpoint, "/elsewhere?a=b%20c"));

    assertThat(endpoint.calls())
        .extracting(RecordedCall::operation, RecordedCall::status, RecordedCall::account)
        .containsExactly(
            tuple("PublishLayerVersion", 201, OWNER),
            tuple("PublishLayerVersion", 400, OWNER),
            tuple("Unknown", 404, ""));
    assertThat(endpoint.calls().get(0).requestBytes()).isGreaterThan(100);
    assertThat(endpoint.calls().get(2).query()).containsEntry("a", "b c");
    endpoint.clearCalls();
    assertThat(endpoint.calls()).isEmpty();
  }

  @Test
  void aClosedEndpointLeavesNothing() {
    Clients.publish(lambda, "sdk");
    var zip = endpoint.versions(OWNER, REGION, "sdk").get(0).zipFile();
    endpoint.close();

    assertThat(Files.exists(zip.getParent())).isFalse();
    assertThatThrownBy(() -> RawCall.send(RawCall.unsigned(endpoint, "/")))
        .hasCauseInstanceOf(ConnectException.class);
  }

  @Test
  void aTakenPortIsAnError() {
    assertThatThrownBy(() -> StrictLambdaEndpoint.start(endpoint.port()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("127.0.0.1:" + endpoint.port());
  }

  private PublishLayerVersionResponse publishInFull(byte[] zip) {
    return lambda.publishLayerVersion(
        Clients.request("sdk", zip)
            .description("SDK clients")
            .licenseInfo("Apache-2.0")
            .compatibleRuntimes(Runtime.JAVA17, Runtime.JAVA21)
            .compatibleArchitectures(Architecture.ARM64, Architecture.X86_64)
            .build());
  }
}
