package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentInput;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;

final class PublishRefusalsTest {
  private static final byte[] ZIP = Zips.of("a.txt", "a");
  private static final String BASE64 = Base64.getEncoder().encodeToString(ZIP);

  private static StrictLambdaEndpoint endpoint;
  private static LambdaClient lambda;

  @BeforeAll
  static void start() {
    endpoint = StrictLambdaEndpoint.start();
    lambda = Clients.client(endpoint, OWNER, "eu-west-1");
  }

  @AfterAll
  static void close() {
    assertThat(endpoint.versions(OWNER, "eu-west-1", "refused")).isEmpty();
    lambda.close();
    endpoint.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a.b", "ä", "a/b", "a+b", "arn:aws:lambda:eu-west-1:1:layer:a"})
  void aLayerNameOutsideThePatternIsRefused(String name) {
    assertThatThrownBy(() -> Clients.publish(lambda, name))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("1 validation error detected: Value '" + name + "' at 'layerName'");
  }

  @Test
  void aLayerNameHas140CharactersAtMost() {
    assertThat(Clients.publish(lambda, "n".repeat(140)).version()).isEqualTo(1);
    assertThatThrownBy(() -> Clients.publish(lambda, "n".repeat(141)))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("length less than or equal to 140");
  }

  @Test
  void textsAreLimitedInCharactersAndAllFaultsAreNamedAtOnce() {
    lambda.publishLayerVersion(
        Clients.request("texts", ZIP)
            .description("é".repeat(256))
            .licenseInfo("é".repeat(512))
            .build());

    refused(request -> request.description("d".repeat(257)).licenseInfo("l".repeat(513)))
        .hasMessageContaining("2 validation errors detected")
        .hasMessageContaining("'description' failed to satisfy constraint: Member must have length")
        .hasMessageContaining("less than or equal to 512");
  }

  @Test
  void runtimesMustBeKnownDistinctAndFifteenAtMost() {
    refused(request -> request.compatibleRuntimesWithStrings("java17", "java99"))
        .hasMessageContaining("Value '[java17, java99]' at 'compatibleRuntimes'")
        .hasMessageContaining("enum value set: [java8,");
    refused(request -> request.compatibleRuntimesWithStrings("java17", "java17"))
        .hasMessageContaining("duplicates");
    refused(request -> request.compatibleRuntimesWithStrings(Known.RUNTIMES.subList(0, 16)))
        .hasMessageContaining("length less than or equal to 15");
    lambda.publishLayerVersion(
        Clients.request("runtimes", ZIP)
            .compatibleRuntimesWithStrings(Known.RUNTIMES.subList(0, 15))
            .build());
  }

  @Test
  void architecturesMustBeKnownAndTwoAtMost() {
    refused(request -> request.compatibleArchitecturesWithStrings("riscv"))
        .hasMessageContaining("enum value set: [x86_64, arm64]");
    refused(request -> request.compatibleArchitecturesWithStrings("arm64", "x86_64", "arm64"))
        .hasMessageContaining("length less than or equal to 2");
  }

  @Test
  void contentMustBeAZipInTheRequest() {
    refused(request -> request.content((LayerVersionContentInput) null))
        .hasMessageContaining("Value null at 'content'");
    refused(request -> request.content(content -> {}))
        .hasMessageContaining("Please provide a source");
    refused(request -> request.content(content -> content.s3Bucket("b").s3Key("k")))
        .hasMessageContaining("Error occurred while GetObject. S3 Error Code: NoSuchBucket.");
  }

  @Test
  void anEmptyZipIsRefused() {
    for (byte[] zip : List.of(new byte[0], Zips.empty(), Zips.of("java/", ""))) {
      refusedZip(zip).hasMessageContaining("Uploaded file must be a non-empty zip");
    }
  }

  @Test
  void whatCannotBeUnzippedIsRefused() {
    byte[] damaged = Zips.random(1000);
    damaged[500]++;
    byte[] truncated = Arrays.copyOf(ZIP, ZIP.length - 30);
    for (byte[] zip : List.of(new byte[] {1, 2, 3}, damaged, truncated)) {
      refusedZip(zip).hasMessageContaining("Could not unzip uploaded file.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "java/../../a", "/a", "java\\..\\a", "C:/a"})
  void anEntryMustNotLeaveTheLayer(String name) {
    refusedZip(Zips.of(name, "a")).hasMessageContaining("Could not unzip uploaded file.");
  }

  @Test
  void theUnzippedSizeIsLimitedToTheByte() {
    lambda.publishLayerVersion(
        Clients.request("large", Zips.zeros("zeros", ZipCheck.UNZIPPED_LIMIT)).build());

    refusedZip(Zips.zeros("zeros", ZipCheck.UNZIPPED_LIMIT + 1))
        .hasMessageContaining("Unzipped size must be smaller than 262144000 bytes");
  }

  @ParameterizedTest
  @CsvSource({"a.txt,100600", "a.txt,100640", "a.txt,0", "java/a.txt,100000", "dir/,40744"})
  void aFileThatNotAllCanReadIsRefused(String name, String octal) {
    refusedZip(Zips.withMode(name, Integer.parseInt(octal, 8)))
        .hasMessageContaining("Layer conversion failed: Some files do not have read permissions");
  }

  @Test
  void aFileThatAllCanReadIsTaken() {
    lambda.publishLayerVersion(Clients.request("ok", Zips.withMode("a", 0100644)).build());
    lambda.publishLayerVersion(Clients.request("ok", Zips.withMode("bin/a", 0100755)).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{} {}", "{Content:{}}", "{\"Content\":{\"ZipFile\":\"AA"})
  void whatIsNoJsonObjectIsRefused(String body) {
    HttpResponse<String> response = RawCall.publish(endpoint, "refused", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(RawCall.errorType(response)).isEqualTo("InvalidRequestContentException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Content':{'ZipFile':'*'}}",
        "{'Content':{'ZipFile':'A'}}",
        "{'Content':{'ZipFile':'QQ==QQ=='}}",
        "{'Content':{'ZipFile':7}}",
        "{'Content':[]}",
        "{'Content':{'ZipFile':''},'Description':5}",
        "{'Content':{'ZipFile':''},'CompatibleRuntimes':'java17'}"
      })
  void aValueOfAnotherTypeIsRefused(String body) {
    HttpResponse<String> response = RawCall.publish(endpoint, "refused", body.replace('\'', '"'));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(RawCall.errorType(response)).isEqualTo("SerializationException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Content':{'ZipFile':'%s'},'Runtimes':[]}",
        "{'Content':{'ZipFile':'%s','Zip':'x'}}",
        "{'ZipFile':'%s'}",
        "{'Content':{'ZipFile':'%s','S3Bucket':'b'}}"
      })
  void unknownOrContradictoryFieldsAreRefused(String body) {
    HttpResponse<String> response =
        RawCall.publish(endpoint, "refused", body.replace('\'', '"').formatted(BASE64));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(RawCall.errorType(response)).isEqualTo("InvalidParameterValueException");
    assertThat(response.body()).startsWith("{\"Type\":\"User\",\"message\":\"");
    assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Description':'ZipFile', 'Content' : {'ZipFile' :\n'%s'},'LicenseInfo':null}",
        "{'Content':{'ZipFile':'%s'},'Description':'\\'ZipFile\\':\\'no\\''}"
      })
  void anyFormOfJsonIsRead(String body) {
    String escaped = BASE64.replace("/", "\\/").replace("=", "\\u003d");
    for (String base64 : List.of(BASE64, escaped)) {
      HttpResponse<String> response =
          RawCall.publish(endpoint, "forms", body.replace('\'', '"').formatted(base64));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }
    assertThat(endpoint.versions(OWNER, "eu-west-1", "forms").get(0).zip()).isEqualTo(ZIP);
  }

  @Test
  void aBodyThatIsNotWhatWasSignedIsRefused() {
    String body = "{\"Content\":{\"ZipFile\":\"%s\"}}".formatted(BASE64);
    String signed = "0".repeat(64);

    HttpResponse<String> response =
        RawCall.send(
            RawCall.signed(endpoint, "/2018-10-31/layers/refused/versions")
                .header("x-amz-content-sha256", signed)
                .POST(HttpRequest.BodyPublishers.ofString(body)));

    assertThat(RawCall.errorType(response)).isEqualTo("InvalidSignatureException");
  }

  @Test
  void aRefusedUploadLeavesNoFile() throws IOException {
    Clients.publish(lambda, "kept");
    Path kept = endpoint.versions(OWNER, "eu-west-1", "kept").get(0).zipFile();
    List<Path> before = siblings(kept);
    refusedZip(new byte[] {1});
    assertThat(siblings(kept)).contains(kept).isEqualTo(before);
  }

  private static List<Path> siblings(Path file) throws IOException {
    try (Stream<Path> siblings = Files.list(Objects.requireNonNull(file.getParent()))) {
      return siblings.sorted().toList();
    }
  }

  private static AbstractThrowableAssert<?, ?> refusedZip(byte[] zip) {
    return refused(
        request -> request.content(content -> content.zipFile(SdkBytes.fromByteArrayUnsafe(zip))));
  }

  private static AbstractThrowableAssert<?, ?> refused(
      Consumer<PublishLayerVersionRequest.Builder> change) {
    PublishLayerVersionRequest.Builder request = Clients.request("refused", ZIP);
    change.accept(request);
    return assertThatThrownBy(() -> lambda.publishLayerVersion(request.build()))
        .isInstanceOf(InvalidParameterValueException.class);
  }
}
