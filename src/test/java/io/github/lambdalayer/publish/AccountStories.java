package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AssumedRole;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several accounts, and the partitions of AWS. */
abstract class AccountStories extends Stories {

  AccountStories(URI uri) {
    super(uri);
  }

  private static Identity publisherIn(String account) {
    String role = "arn:aws:iam::" + account + ":role/publisher";
    return new Identity(null, null, new AssumedRole(role, null, AssumedRole.SESSION_NAME));
  }

  private static Destination in(String account, String... regions) {
    return new Destination(publisherIn(account), Publishing.choice(regions));
  }

  @Test
  void eachAccountGetsItsOwnVersionsByItsRole() throws IOException {
    LayerDescriptor layer = layer().permissions("public").build();
    publishing.publish(Publishing.Wish.to(layer, in("111111111111", "eu-west-1")));

    PublishResult both =
        publishing.publish(
            Publishing.Wish.to(
                layer,
                in("111111111111", "eu-west-1"),
                in("222222222222", "eu-west-1", "us-east-1")));

    assertThat(both.targets())
        .extracting(TargetResult::status)
        .containsExactly(Status.KEPT, Status.PUBLISHED, Status.PUBLISHED);
    assertThat(both.targets())
        .extracting(target -> target.version().orElseThrow().arn().toString())
        .containsExactly(
            "arn:aws:lambda:eu-west-1:111111111111:layer:" + name + ":1",
            "arn:aws:lambda:eu-west-1:222222222222:layer:" + name + ":1",
            "arn:aws:lambda:us-east-1:222222222222:layer:" + name + ":1");
    assertThat(publishing.console(publisherIn("222222222222")).grants(name, "us-east-1", 1))
        .containsExactly("public");
    assertThat(publishing.console().numbers(name, "eu-west-1")).isEmpty();
  }

  @Test
  void numbersAreAlignedAcrossAccounts() throws IOException {
    publishing.publish(Publishing.Wish.to(layer().build(), in("111111111111", "eu-west-1")));

    PublishResult result =
        publishing.publish(
            Publishing.Wish.to(
                    layer().content("two").build(),
                    in("111111111111", "eu-west-1"),
                    in("222222222222", "eu-west-1"))
                .with(new Options().alignVersions()));

    assertThat(result.targets())
        .extracting(target -> target.version().orElseThrow().arn().version())
        .containsExactly(2L, 2L);
    assertThat(publishing.console(publisherIn("222222222222")).numbers(name, "eu-west-1"))
        .containsExactly(2L);
  }

  @ParameterizedTest
  @CsvSource({"cn-north-1, aws-cn", "us-gov-west-1, aws-us-gov"})
  void arnsNameThePartition(String region, String partition) throws IOException {
    LayerDescriptor layer = layer().permissions("account:111122223333").build();

    TargetResult first = publishing.publish(Publishing.Wish.of(layer, region)).targets().get(0);

    assertThat(first.version().orElseThrow().arn().toString())
        .isEqualTo("arn:%s:lambda:%s:123456789012:layer:%s:1", partition, region, name);
    assertThat(publishing.publish(Publishing.Wish.of(layer, region)).targets())
        .extracting(TargetResult::status)
        .containsExactly(Status.KEPT);
  }
}
