package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BucketPolicyTest {

  private static final String ARN = "arn:aws:s3:::layers/java/core/0a1b.zip";
  private static final String LAMBDA = "{'Service': 'lambda.amazonaws.com'}";
  private static final String READS = "['s3:GetObject', 's3:GetObjectVersion']";
  private static final String RESOURCE = "'arn:aws:s3:::layers/*'";

  private static String statement(
      String effect, String principal, String action, String resource, String more) {
    return "{'Effect': '%s', 'Principal': %s, 'Action': %s, 'Resource': %s%s}"
        .formatted(effect, principal, action, resource, more);
  }

  private static String allow(String principal, String action, String resource) {
    return statement("Allow", principal, action, resource, "");
  }

  private static boolean lets(String... statements) {
    String all = String.join(",", statements).replace('\'', '"');
    return BucketPolicy.parse("{\"Version\": \"2012-10-17\", \"Statement\": [" + all + "]}")
        .letsLambdaRead(ARN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'*'",
        "{'AWS': '*'}",
        "{'Service': ['s3.amazonaws.com', 'lambda.amazonaws.com']}",
        "{'Service': 'lambda.amazonaws.com'}"
      })
  void lambdaIsNamedInManyWays(String principal) {
    assertThat(lets(allow(principal, READS, RESOURCE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Service': 'edgelambda.amazonaws.com'}",
        "{'AWS': 'arn:aws:iam::123456789012:root'}",
        "{'AWS': 'lambda.amazonaws.com'}"
      })
  void othersAreNotLambda(String principal) {
    assertThat(lets(allow(principal, READS, RESOURCE))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'*'", "'s3:*'", "'s3:Get*'", "['s3:getobject*']", "'s3:GetObject*'"})
  void actionsMayHaveWildcards(String action) {
    assertThat(lets(allow(LAMBDA, action, RESOURCE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'s3:GetObject'", "'s3:GetObjectVersion'", "'s3:Put*'", "'s3.GetObject'"})
  void bothActionsAreNeeded(String action) {
    assertThat(lets(allow(LAMBDA, action, RESOURCE))).isFalse();
  }

  @Test
  void theActionsMayStandInDifferentStatements() {
    assertThat(
            lets(
                allow(LAMBDA, "'s3:GetObject'", RESOURCE),
                allow(LAMBDA, "'s3:GetObjectVersion'", RESOURCE)))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'*'",
        "'arn:aws:s3:::layers/java/*'",
        "'arn:aws:s3:::layers/java/core/0a1?.zip'",
        "['arn:aws:s3:::layers', 'arn:aws:s3:::layers/*']",
        "'arn:aws:s3:::layers/java/core/0a1b.zip'"
      })
  void resourcesMayHaveWildcards(String resource) {
    assertThat(lets(allow(LAMBDA, READS, resource))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'arn:aws:s3:::layers'",
        "'arn:aws:s3:::other/*'",
        "'arn:aws:s3:::layers/Java/*'",
        "'arn:aws-cn:s3:::layers/*'",
        "'arn:aws:s3:::layers/java/core/0a1bxzip'"
      })
  void otherResourcesDoNotCount(String resource) {
    assertThat(lets(allow(LAMBDA, READS, resource))).isFalse();
  }

  @Test
  void whatAConditionLetsThroughCannotBeToldAndCounts() {
    String condition = ", 'Condition': {'StringEquals': {'aws:SourceAccount': '123456789012'}}";

    assertThat(lets(statement("Allow", LAMBDA, READS, RESOURCE, condition))).isTrue();
  }

  @Test
  void aDenyWithoutConditionWins() {
    String deny = statement("Deny", "'*'", "'s3:GetObjectVersion'", RESOURCE, "");

    assertThat(lets(allow(LAMBDA, READS, RESOURCE), deny)).isFalse();
  }

  @Test
  void aDenyWithConditionDoesNotCount() {
    String deny =
        statement(
            "Deny",
            "'*'",
            "'s3:*'",
            "'*'",
            ", 'Condition': {'Bool': {'aws:SecureTransport': 'false'}}");

    assertThat(lets(allow(LAMBDA, READS, RESOURCE), deny)).isTrue();
  }

  @Test
  void elementsMayBeWrittenTheOtherWayRound() {
    String allow = "{'Effect': 'Allow', 'Principal': '*', 'NotAction': 's3:Put*', 'Resource': '*'}";
    String deny =
        "{'Effect': 'Deny', 'NotPrincipal': {'AWS': 'x'}, 'Action': '*', 'Resource': '*'}";

    assertThat(lets(allow)).isTrue();
    assertThat(lets(allow, deny)).isFalse();
  }

  @Test
  void aSingleStatementNeedsNoList() {
    String json = "{'Statement': " + allow(LAMBDA, READS, RESOURCE) + "}";

    assertThat(BucketPolicy.parse(json.replace('\'', '"')).letsLambdaRead(ARN)).isTrue();
  }

  @Test
  void noPolicyLetsNobodyIn() {
    assertThat(BucketPolicy.NONE.letsLambdaRead(ARN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "no policy", "{\"Statement\": [1]}"})
  void whatIsNoPolicyIsRefused(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> BucketPolicy.parse(json));
  }

  @Test
  void theStatementToAddLetsLambdaRead() {
    String statement = BucketPolicy.missingStatement("aws", "layers", "java/", null);

    assertThat(lets(statement)).isTrue();
    assertThat(statement).contains("arn:aws:s3:::layers/java/*").doesNotContain("Condition");
  }

  @Test
  void theStatementToAddIsForOneAccountWhereItIsKnown() {
    String statement = BucketPolicy.missingStatement("aws-cn", "layers", "", "123456789012");

    Map<String, Object> read = read(statement);
    assertThat(read)
        .containsEntry("Resource", "arn:aws-cn:s3:::layers/*")
        .containsEntry(
            "Condition", Map.of("StringEquals", Map.of("aws:SourceAccount", "123456789012")))
        .containsEntry("Action", List.of("s3:GetObject", "s3:GetObjectVersion"));
  }

  private static Map<String, Object> read(String json) {
    return new Gson().fromJson(json, new TypeToken<Map<String, Object>>() {});
  }
}
