package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

final class EnabledRegionsTest {

  private static final String ACCOUNT = "111111111111";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final StrictLambdaEndpoint aws = StrictLambdaEndpoint.start();

  @AfterEach
  void stop() {
    aws.close();
  }

  private static Clients clients(URI endpoint) {
    return new Clients(
        new AwsSettings(
            Identity.DEFAULT, endpoint, null, new Timing(TIMEOUT, TIMEOUT, new FakePace())),
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA" + ACCOUNT, "secret")),
        Clients.http(null));
  }

  private List<String> list(String partition) {
    try (Clients clients = clients(aws.uri())) {
      return new EnabledRegions(clients).list(partition);
    }
  }

  private LambdaCallException refused() {
    return assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> list("aws"))
        .actual();
  }

  @Test
  void allPagesAreRead() {
    List<String> enabled = IntStream.range(0, 120).mapToObj(i -> "xx-new-%d".formatted(i)).toList();
    aws.regions(ACCOUNT, enabled);

    assertThat(list("aws")).containsExactlyInAnyOrderElementsOf(enabled);
    assertThat(aws.calls("ListRegions")).hasSize(3);
  }

  @Test
  void regionsThatAreNotEnabledAreNotListed() {
    assertThat(list("aws")).contains("us-east-1").doesNotContain("af-south-1");
  }

  @ParameterizedTest
  @CsvSource({"aws, us-east-1", "aws-cn, cn-northwest-1", "aws-us-gov, us-gov-west-1"})
  void theCallIsSignedForThePartition(String partition, String region) {
    list(partition);

    assertThat(aws.calls("ListRegions")).extracting(RecordedCall::region).containsExactly(region);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"THROTTLE", "SERVICE_EXCEPTION_500", "HTML_503", "RESET_BEFORE", "ANSWER_GARBLED"})
  void whatPassesIsTriedAgain(Fault fault) {
    aws.fail("ListRegions", fault);

    assertThat(list("aws")).contains("eu-west-1");
    assertThat(aws.calls("ListRegions")).hasSize(2);
  }

  @Test
  void aRefusalSaysWhatToAllow() {
    aws.faults().deny(ACCOUNT, "account:ListRegions");

    assertThat(refused())
        .hasMessageStartingWith("ListRegions was answered with 403 AccessDeniedException by")
        .hasMessageContaining("is not authorized to perform: account:ListRegions")
        .hasMessageEndingWith(
            "<regions> is 'all': allow the action account:ListRegions to this identity, or name"
                + " the regions.")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
    assertThat(aws.calls("ListRegions")).hasSize(1);
  }

  @Test
  void whatIsNoAnswerOfAwsIsToldAsSuch() {
    aws.faults((operation, account, region, index) -> Optional.of(Fault.ANSWER_GARBLED));

    assertThat(refused()).hasMessageContaining("but not in AWS's form: is there a proxy");
  }

  @Test
  void aHostThatCannotBeReachedIsNamed() {
    aws.close();

    assertThat(refused()).hasMessageStartingWith("ListRegions could not be sent to 127.0.0.1");
  }
}
