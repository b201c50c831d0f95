package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zips that go to Lambda through buckets. */
abstract class BucketStories extends Stories {

  private static final String OTHER_REGION = "us-west-2";

  BucketStories(URI uri) {
    super(uri);
  }

  @BeforeEach
  void makeBuckets() {
    buckets().make(bucket(Publishing.REGION), Publishing.REGION);
    buckets().make(bucket(OTHER_REGION), OTHER_REGION);
  }

  private String bucket(String region) {
    return name + "-" + region;
  }

  private Options throughBucket() {
    return new Options().through(Upload.Route.S3, name + "-{region}");
  }

  private PublishResult publish(LayerDescriptor layer, Options options, String... regions) {
    return publishing.publish(Publishing.Wish.of(layer, regions).with(options));
  }

  private boolean holds(LayerDescriptor layer, String bucket, String region, String prefix)
      throws IOException {
    String sha256 = Sha256.of(layer.zip().file()).hex();
    return publishing
        .console()
        .holds(bucket, region, prefix + name + "/" + sha256 + ".zip", layer.zip().size(), sha256);
  }

  private boolean holds(LayerDescriptor layer, String region) throws IOException {
    return holds(layer, bucket(region), region, "lambda-layers/");
  }

  @Test
  void theFirstRunPublishesThroughTheBucketAndClearsIt() throws IOException {
    LayerDescriptor layer = layer().permissions("public").build();

    PublishResult result = publish(layer, throughBucket(), Publishing.REGION);

    assertThat(result.failures()).isEmpty();
    assertThat(publishing.console().codeSha256(name, Publishing.REGION, 1))
        .isEqualTo(layer.zip().codeSha256());
    assertThat(publishing.console().grants(name, Publishing.REGION, 1)).containsExactly("public");
    assertThat(holds(layer, Publishing.REGION)).isFalse();
  }

  @Test
  void anUnchangedRunKeepsTheVersion() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer, throughBucket(), Publishing.REGION);
    publishing.progress.clear();

    PublishResult again = publish(layer, throughBucket(), Publishing.REGION);

    assertThat(again.targets()).extracting(TargetResult::status).containsExactly(Status.KEPT);
    assertThat(publishing.progress).noneMatch(line -> line.contains("s3://"));
  }

  @Test
  void anObjectThatIsToBeKeptStaysAndIsUsedAgain() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer, throughBucket().keepObject(), Publishing.REGION);
    assertThat(holds(layer, Publishing.REGION)).isTrue();

    PublishResult forced = publish(layer, throughBucket().keepObject().force(), Publishing.REGION);

    assertThat(forced.failures()).isEmpty();
    assertThat(publishing.progress).filteredOn(line -> line.startsWith("Uploading")).hasSize(1);
    assertThat(publishing.progress).anyMatch(line -> line.endsWith("is there already"));
    assertThat(publishing.console().numbers(name, Publishing.REGION)).containsExactly(1L, 2L);
  }

  @Test
  void severalRegionsGetTheirZipByOneUpload() throws IOException {
    LayerDescriptor layer = layer().build();

    PublishResult result = publish(layer, throughBucket(), Publishing.REGION, OTHER_REGION);

    assertThat(result.failures()).isEmpty();
    assertThat(publishing.progress).filteredOn(line -> line.startsWith("Uploading")).hasSize(1);
    assertThat(publishing.progress).filteredOn(line -> line.startsWith("Copying")).hasSize(1);
    for (String region : new String[] {Publishing.REGION, OTHER_REGION}) {
      assertThat(publishing.console().codeSha256(name, region, 1))
          .isEqualTo(layer.zip().codeSha256());
      assertThat(holds(layer, region)).isFalse();
    }
  }

  @Test
  void aZipThatLambdaRefersToStaysInItsBucket() throws IOException {
    String bucket = name + "-references";
    buckets().makeForReferences(bucket, Publishing.REGION);
    LayerDescriptor layer = layer().build();
    Options byReference = new Options().through(Upload.Route.REFERENCE, bucket);

    PublishResult result = publish(layer, byReference, Publishing.REGION);

    assertThat(result.failures()).isEmpty();
    assertThat(publishing.console().codeSha256(name, Publishing.REGION, 1))
        .isEqualTo(layer.zip().codeSha256());
    assertThat(holds(layer, bucket, Publishing.REGION, "lambda-layers/reference/")).isTrue();
    assertThat(publish(layer, byReference, Publishing.REGION).targets())
        .extracting(TargetResult::status)
        .containsExactly(Status.KEPT);
  }

  @Test
  void severalRegionsReferToOneBucket() throws IOException {
    String bucket = name + "-references";
    buckets().makeForReferences(bucket, Publishing.REGION);

    PublishResult result =
        publish(
            layer().build(),
            new Options().through(Upload.Route.REFERENCE, bucket),
            Publishing.REGION,
            OTHER_REGION);

    assertThat(result.failures()).isEmpty();
    assertThat(publishing.progress).filteredOn(line -> line.startsWith("Uploading")).hasSize(1);
  }
}
