package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

final class PartitionsTest {

  @AfterEach
  void forgetRegion() {
    System.clearProperty("aws.region");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:role/a, aws",
    "arn:aws-cn:sts::111122223333:assumed-role/a/b, aws-cn",
    "arn:aws-us-gov:iam::111122223333:user/a, aws-us-gov",
    "no ARN, aws"
  })
  void anArnNamesItsPartition(String arn, String partition) {
    assertThat(Partitions.of(arn)).isEqualTo(partition);
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, aws",
    "cn-north-1, aws-cn",
    "us-gov-east-1, aws-us-gov",
    "us-iso-east-1, aws-iso",
    "xx-new-1, aws"
  })
  void aRegionIsInAPartition(String region, String partition) {
    assertThat(Partitions.ofRegion(region)).isEqualTo(partition);
  }

  @Test
  void everyRegionIsInThePartitionThatTheSdkSays() {
    assertThat(Region.regions())
        .allSatisfy(
            region ->
                assertThat(Partitions.ofRegion(region.id()))
                    .isEqualTo(PartitionMetadata.of(region).id()));
  }

  @ParameterizedTest
  @CsvSource({
    "aws, us-east-1",
    "aws-cn, cn-northwest-1",
    "aws-us-gov, us-gov-west-1",
    "aws-none, us-east-1"
  })
  void globalServicesAreSignedForOneRegion(String partition, String region) {
    assertThat(Partitions.firstRegion(partition)).isEqualTo(region);
  }

  @Test
  void anyOtherPartitionHasAFirstRegionOfItsOwn() {
    assertThat(Partitions.ofRegion(Partitions.firstRegion("aws-iso"))).isEqualTo("aws-iso");
  }

  @Test
  void aRoleIsAssumedAtHomeWhereHomeIsInItsPartition() {
    System.setProperty("aws.region", "eu-central-1");

    assertThat(Partitions.homeRegion("aws", null)).isEqualTo("eu-central-1");
    assertThat(Partitions.homeRegion("aws-cn", null)).isEqualTo("cn-northwest-1");
  }
}
