package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the default locale")
final class LayerVersionArnTest {

  @Test
  void readsEveryPart() {
    var arn = LayerVersionArn.parse("arn:aws:lambda:eu-west-1:111122223333:layer:my-layer:42");

    assertThat(arn)
        .isEqualTo(
            new LayerVersionArn("aws", "eu-west-1", "111122223333", new LayerName("my-layer"), 42));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:lambda:us-east-1:111122223333:layer:a:1",
        "arn:aws-cn:lambda:cn-north-1:111122223333:layer:a:1",
        "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:layer:a_b:7",
        "arn:aws-iso-b:lambda:us-isob-east-1:111122223333:layer:A-b:9223372036854775807"
      })
  void isWrittenAsItWasReadInEveryPartition(String text) {
    assertThat(LayerVersionArn.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn:aws:lambda:eu-west-1:111122223333:layer:my-layer",
        "arn:aws:lambda:eu-west-1:111122223333:function:my-layer:1",
        "arn:aws:lambda:eu-west-1:11112222333:layer:my-layer:1",
        "arn:aws:lambda:eu-west-1:111122223333:layer:my.layer:1",
        "arn:gcp:lambda:eu-west-1:111122223333:layer:my-layer:1",
        "arn:aws:lambda:eu-west-1:111122223333:layer:my-layer:$LATEST"
      })
  void refusesWhatIsNotTheArnOfALayerVersion(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerVersionArn.parse(text))
        .withMessage("'" + text + "' is not the ARN of a layer version");
  }

  @Test
  void aLayerOfAwsItselfHasNone() {
    assertThat(LayerVersionArn.find("arn:aws:lambda:::awslayer:AmazonLinux1803")).isEmpty();
  }

  @Test
  void isWrittenWithTheSameDigitsInEveryLocale() {
    String text = "arn:aws:lambda:eu-west-1:111122223333:layer:my-layer:42";
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      assertThat(LayerVersionArn.parse(text)).hasToString(text);
    } finally {
      Locale.setDefault(before);
    }
  }
}
