package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayerPolicyTest {

  private static final Permission ACCOUNT = new Permission.Account("111122223333");
  private static final Permission ORGANIZATION = new Permission.Organization("o-a1b2c3d4e5");
  private static final Permission EVERYONE = new Permission.Everyone();
  private static final List<Permission> ALL = List.of(ACCOUNT, ORGANIZATION, EVERYONE);

  private static LayerPolicy policy(String principal, String more) {
    return LayerPolicy.parse(
        """
        {"Version": "2012-10-17", "Id": "default", "Statement": [{
          "Sid": "some-id", "Effect": "Allow", "Action": "lambda:GetLayerVersion",
          "Principal": %s,
          "Resource": "arn:aws:lambda:eu-west-1:123456789012:layer:a:1"%s}]}
        """
            .formatted(principal, more),
        "a-revision");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"AWS\": \"arn:aws:iam::111122223333:root\"}",
        "{\"AWS\": \"arn:aws-us-gov:iam::111122223333:root\"}",
        "{\"AWS\": [\"arn:aws-cn:iam::111122223333:root\"]}",
        "{\"AWS\": \"111122223333\"}"
      })
  void knowsAnAccountInWhateverForm(String principal) {
    assertThat(policy(principal, "").missing(ALL)).containsExactly(ORGANIZATION, EVERYONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"*\"", "{\"AWS\": \"*\"}"})
  void knowsEveryone(String principal) {
    assertThat(policy(principal, "").missing(ALL)).containsExactly(ACCOUNT, ORGANIZATION);
  }

  @Test
  void anOrganizationIsNotEveryone() {
    var policy =
        policy(
            "\"*\"",
            ", \"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-a1b2c3d4e5\"}}");

    assertThat(policy.missing(ALL)).containsExactly(ACCOUNT, EVERYONE);
    assertThat(policy.others(List.of(ORGANIZATION))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"}}",
        "{\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-a1b2c3d4e5\", \"aws:x\": \"y\"}}",
        "{\"StringLike\": {\"aws:PrincipalOrgID\": \"o-a1b2c3d4e5\"}}"
      })
  void aConditionOfAnotherKindIsNoGrantOfOurs(String condition) {
    assertThat(policy("\"*\"", ", \"Condition\": " + condition).missing(ALL)).isEqualTo(ALL);
  }

  @Test
  void tellsWhatIsGrantedBeyondTheWanted() {
    var policy = policy("{\"AWS\": \"arn:aws:iam::444455556666:root\"}", "");

    assertThat(policy.others(ALL))
        .extracting(Object::toString)
        .containsExactly("account:444455556666 (statement some-id)");
    assertThat(policy("\"*\"", "").others(List.of()))
        .extracting(Object::toString)
        .containsExactly("public (statement some-id)");
  }

  @Test
  void aVersionWithoutPolicyGrantsNothing() {
    assertThat(LayerPolicy.NONE.missing(ALL)).isEqualTo(ALL);
    assertThat(LayerPolicy.NONE.others(List.of())).isEmpty();
  }

  @Test
  void tellsItsRevisionForTheNextChange() {
    assertThat(policy("\"*\"", "").revision()).isEqualTo("a-revision");
    assertThat(LayerPolicy.parse("{}", null).revision()).isEmpty();
    assertThat(LayerPolicy.NONE.revision()).isEmpty();
  }

  @Test
  void tellsWhatTakesItsRoom() {
    String json =
        """
        {"Statement": [
          {"Sid": "a", "Effect": "Allow", "Action": "lambda:GetLayerVersion", "Principal": "*"},
          {"Sid": "b", "Principal": {"AWS": "arn:aws:iam::444455556666:root"}}]}
        """;

    assertThat(LayerPolicy.parse(json, null).size())
        .isEqualTo(
            "the policy has %d characters in 2 statements, 1 of them for single accounts",
            json.length());
  }

  @Test
  void aStatementThatStandsAloneIsRead() {
    var policy =
        LayerPolicy.parse(
            """
            {"Statement": {"Sid": "a", "Effect": "Allow", "Action": ["lambda:GetLayerVersion"],
              "Principal": "*"}}
            """,
            null);

    assertThat(policy.missing(ALL)).containsExactly(ACCOUNT, ORGANIZATION);
  }

  @Test
  void anOrganizationIsSaidAsPeopleWriteIt() {
    var policy =
        policy(
            "\"*\"",
            ", \"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-a1b2c3d4e5\"}}");

    assertThat(policy.others(List.of()))
        .containsExactly(new LayerPolicy.Other("some-id", "organization:o-a1b2c3d4e5"));
  }
}
