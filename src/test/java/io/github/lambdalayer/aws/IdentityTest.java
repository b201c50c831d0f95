package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls, and that no text tells a secret. */
final class IdentityTest {

  private static final String ARN = "arn:aws:iam::111122223333:role/path/publisher";
  private static final AccessKey KEY = new AccessKey("AKIAEXAMPLE", "hush", "hush-token");
  private static final AssumedRole ROLE = new AssumedRole(ARN, "hush-id", "a-build");

  @Test
  void isCalledAfterWhatCountsMost() {
    assertThat(new Identity("ci", KEY, ROLE).label()).isEqualTo(ARN);
    assertThat(new Identity("ci", KEY, null).label()).isEqualTo("access key AKIAEXAMPLE");
    assertThat(new Identity("ci", null, null).label()).isEqualTo("profile ci");
    assertThat(Identity.DEFAULT.label()).isEmpty();
  }

  @Test
  void aRoleTellsItsAccount() {
    assertThat(ROLE.account()).isEqualTo("111122223333");
    assertThat(new AssumedRole("arn:aws-us-gov:iam::111122223333:role/a", null, "aa").account())
        .isEqualTo("111122223333");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "publisher",
        "arn:aws:iam::11112222333:role/publisher",
        "arn:aws:iam::111122223333:user/publisher",
        "arn:aws:sts::111122223333:assumed-role/publisher/session",
        "arn:aws:iam::111122223333:role/",
        " arn:aws:iam::111122223333:role/publisher"
      })
  void whatIsNoRoleIsRefused(String arn) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new AssumedRole(arn, null, "a-build"))
        .withMessageStartingWith("<roleArn> is '%s': write an ARN such as", arn);
  }

  @Test
  void externalIdAndSessionNameHaveTheFormThatStsTakes() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new AssumedRole(ARN, "x", "a-build"))
        .withMessageStartingWith("<externalId> is 'x'");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new AssumedRole(ARN, null, "a build"))
        .withMessageStartingWith("<roleSessionName> is 'a build'");
  }

  @Test
  void noTextTellsASecret() {
    var proxy = new HttpProxy("proxy", 8080, "me", "hush", Set.of());
    var version =
        new LiveVersion(
            new LayerVersionArn("aws", "eu-west-1", "111122223333", new LayerName("sdk"), 7),
            "digest",
            1,
            "",
            "",
            Set.of(),
            Set.of(),
            "https://bucket/sdk?X-Amz-Signature=hush");

    assertThat(KEY.toString()).isEqualTo("access key AKIAEXAMPLE");
    assertThat(proxy.toString()).isEqualTo("proxy:8080");
    assertThat(version.toString()).isEqualTo("arn:aws:lambda:eu-west-1:111122223333:layer:sdk:7");
    assertThat(new Identity("ci", KEY, null).toString()).doesNotContain("hush");
  }
}
