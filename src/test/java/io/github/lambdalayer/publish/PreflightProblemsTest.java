package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.TargetResult.Status;
import io.github.lambdalayer.publish.Upload.Route;
import java.io.IOException;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is found out before the first write. */
class PreflightProblemsTest extends OnStrictEndpoint {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final Set<String> WRITES =
      Set.of(
          "PublishLayerVersion",
          "AddLayerVersionPermission",
          "PutObject",
          "CopyObject",
          "CreateMultipartUpload");

  @AfterEach
  void nothingIsWritten() {
    assertThat(aws.calls()).extracting(RecordedCall::operation).doesNotContainAnyElementsOf(WRITES);
  }

  private AbstractThrowableAssert<?, ?> refused(
      LayerDescriptor layer, Options options, String... regions) {
    return assertThatThrownBy(
            () -> publishing.publish(Publishing.Wish.of(layer, regions).with(options)))
        .isInstanceOf(PreflightException.class);
  }

  @Test
  void theProblemsOfAllBucketsAndRegionsAreToldTogether() throws IOException {
    aws.s3().bucket("layers-eu-west-1", "eu-west-1");
    aws.s3().bucket("layers-us-west-2", "eu-west-1");
    aws.s3().bucket("layers-eu-central-1", "eu-central-1");
    aws.s3().bucketOwner("layers-eu-central-1", "999999999999");
    aws.s3().bucket("layers-ap-south-1", "ap-south-1");
    aws.failIn("ap-south-1", "ListLayerVersions", Fault.ACCESS_DENIED);
    LayerDescriptor layer = layer().build();
    Options options = new Options().through(Route.S3, "layers-{region}");

    refused(layer, options, "eu-west-1", "us-east-1", "us-west-2", "eu-central-1", "ap-south-1")
        .hasMessageContaining("4 of 5 targets cannot be published to")
        .hasMessageContaining("There is no bucket 'layers-us-east-1': make it in us-east-1")
        .hasMessageContaining(
            "<bucket> is 'layers-us-west-2' in us-west-2, and that bucket is in eu-west-1")
        .hasMessageContaining("Allow the action s3:ListBucket on arn:aws:s3:::layers-eu-central-1")
        .hasMessageContaining("Allow the action lambda:ListLayerVersions")
        .satisfies(
            e ->
                assertThat(((PreflightException) e).results().get(0).targets())
                    .extracting(TargetResult::status)
                    .containsExactly(
                        Status.NOT_TRIED,
                        Status.FAILED,
                        Status.FAILED,
                        Status.FAILED,
                        Status.FAILED));
  }

  @Test
  void aFullStorageIsSeen() throws IOException {
    LayerDescriptor layer = layer().build();
    aws.storageLimit(ACCOUNT, "eu-west-1", layer.zip().size() - 1);

    refused(layer, new Options(), "eu-west-1", "us-east-1")
        .hasMessageContaining("1 of 2 targets")
        .hasMessageContaining("Account 123456789012 has room for")
        .hasMessageContaining("in eu-west-1")
        .hasMessageContaining("Delete old versions");
  }

  @Test
  void aBucketForReferencesNeedsVersions() throws IOException {
    aws.s3().bucket("layers", "eu-west-1");

    refused(layer().build(), new Options().through(Route.REFERENCE, "layers"), "eu-west-1")
        .hasMessageContaining("the bucket 'layers' keeps no versions of its objects")
        .hasMessageContaining("aws s3api put-bucket-versioning --bucket layers");
  }

  @Test
  void aBucketForReferencesMustLetLambdaRead() throws IOException {
    aws.s3().bucket("layers", "eu-west-1");
    aws.s3().versioning("layers", true);

    refused(layer().build(), new Options().through(Route.REFERENCE, "layers"), "eu-west-1")
        .hasMessageContaining("does not let Lambda read the zip. Add this statement to it:")
        .hasMessageContaining("\"arn:aws:s3:::layers/lambda-layers/reference/*\"")
        .hasMessageContaining("\"aws:SourceAccount\": \"123456789012\"");
  }

  @Test
  void aPolicyThatWillNotBeReadableIsSeen() throws IOException {
    aws.faults().deny(ACCOUNT, "lambda:GetLayerVersionPolicy");

    refused(layer().permissions("public").build(), new Options(), "eu-west-1")
        .hasMessageContaining("Allow the action lambda:GetLayerVersionPolicy");
  }

  @Test
  void aVersionThatWillNotBeReadableIsSeen() throws IOException {
    aws.faults().deny(ACCOUNT, "lambda:GetLayerVersion");

    refused(layer().build(), new Options(), "eu-west-1")
        .hasMessageContaining("Allow the action lambda:GetLayerVersion to this identity");
  }
}
