package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublishBodyTest {

  private static final String AWKWARD = "\"Schön\" \\ <b>日本</b> 😀\n\u2028 = 'x'";

  private static LayerDefinition layer(String description, @Nullable String licenseInfo) {
    return new LayerDefinition(
        new LayerName("my-layer"),
        description,
        licenseInfo,
        List.of(new LambdaRuntime("java17"), new LambdaRuntime("java21")),
        true,
        List.of(Architecture.ARM64),
        List.of());
  }

  private static byte[] whole(PublishBody body, byte[] zip) {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(body.prefix());
    whole.writeBytes(Base64.getEncoder().encode(zip));
    whole.writeBytes(body.suffix());
    return whole.toByteArray();
  }

  private static JsonObject json(PublishBody body, byte[] zip) {
    return JsonParser.parseString(new String(whole(body, zip), StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 100, 1023, 65_536})
  void itsLengthIsThatOfTheBytesSent(int zipBytes) {
    PublishBody body = PublishBody.of(layer(AWKWARD, AWKWARD));

    assertThat(body.length(zipBytes)).isEqualTo(whole(body, new byte[zipBytes]).length);
  }

  @Test
  void isJsonWithEveryMember() {
    JsonObject json = json(PublishBody.of(layer("my-layer 1.0", "MIT")), new byte[] {1, 2, 3, 4});

    assertThat(json)
        .isEqualTo(
            JsonParser.parseString(
                """
                {"Description": "my-layer 1.0", "LicenseInfo": "MIT",
                 "CompatibleRuntimes": ["java17", "java21"], "CompatibleArchitectures": ["arm64"],
                 "Content": {"ZipFile": "AQIDBA=="}}
                """));
  }

  @Test
  void quotesAndOtherAwkwardCharactersArriveAsTheyAre() {
    JsonObject json = json(PublishBody.of(layer(AWKWARD, AWKWARD)), new byte[1]);

    assertThat(json.get("Description").getAsString()).isEqualTo(AWKWARD);
    assertThat(json.get("LicenseInfo").getAsString()).isEqualTo(AWKWARD);
  }

  @Test
  void saysNothingOfWhatIsNotSet() {
    var plain =
        new LayerDefinition(
            new LayerName("my-layer"), "", null, List.of(), false, List.of(), List.of());

    assertThat(json(PublishBody.of(plain), new byte[1]).keySet())
        .containsExactly("Description", "Content");
  }

  @Test
  void fitsUpToTheSmallestLimitSeen() {
    PublishBody body = PublishBody.of(layer("my-layer 1.0", null));
    int frame = body.prefix().length + body.suffix().length;
    long largest = (Limits.INLINE_BODY_BYTES - frame) / 4 * 3;

    assertThat(body.length(largest)).isLessThanOrEqualTo(69_905_066);
    assertThat(body.fits(largest)).isTrue();
    assertThat(body.length(largest + 1)).isGreaterThan(69_905_066);
    assertThat(body.fits(largest + 1)).isFalse();
  }

  @Test
  void fiftyMebibytesDoNotFit() {
    assertThat(PublishBody.of(layer("", null)).fits(50L << 20)).isFalse();
  }

  @Test
  void aLongerDescriptionLeavesLessRoom() {
    PublishBody body = PublishBody.of(layer("", null));
    PublishBody longer = PublishBody.of(layer("é".repeat(256), null));

    assertThat(longer.length(1000) - body.length(1000)).isEqualTo(512);
  }

  @Test
  void nobodyCanChangeItFromOutside() {
    PublishBody body = PublishBody.of(layer("", null));

    body.prefix()[0] = 'x';
    body.suffix()[0] = 'x';

    assertThat(json(body, new byte[1]).has("Content")).isTrue();
  }
}
