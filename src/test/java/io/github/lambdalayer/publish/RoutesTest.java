package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.publish.Upload.Route;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest extends OnStrictEndpoint {

  private static final long FITS_ONCE = 40_000_000;
  private static final long FITS_NOT = 52_428_800;

  private Route route(long size, Options options, String... regions) throws IOException {
    LayerDescriptor built = layer().build();
    LayerZip zip = built.zip();
    var layer =
        new LayerDescriptor(
            built.definition(),
            "1",
            false,
            new LayerZip(zip.file(), zip.codeSha256(), size, size, 1));
    return publishing
        .with(
            List.of(Publishing.Wish.of(layer, regions).with(options)),
            requests -> requests.stream().map(Routes::of).toList())
        .get(0);
  }

  private static Options with(Route route) {
    return new Options().through(route, "layers-{region}");
  }

  @Test
  void aZipThatFitsGoesWithinTheRequest() throws IOException {
    assertThat(route(FITS_ONCE, new Options(), "eu-west-1")).isEqualTo(Route.INLINE);
    assertThat(route(FITS_ONCE, with(Route.AUTO), "eu-west-1")).isEqualTo(Route.INLINE);
  }

  @Test
  void manyRequestsTogetherAreWorthABucketWhereThereIsOne() throws IOException {
    assertThat(route(FITS_ONCE, with(Route.AUTO), "eu-west-1", "us-east-1")).isEqualTo(Route.S3);
    assertThat(route(FITS_ONCE, new Options(), "eu-west-1", "us-east-1")).isEqualTo(Route.INLINE);
    assertThat(route(1000, with(Route.AUTO), "eu-west-1", "us-east-1")).isEqualTo(Route.INLINE);
  }

  @Test
  void aZipThatDoesNotFitGoesThroughTheBucket() throws IOException {
    assertThat(route(FITS_NOT, with(Route.AUTO), "eu-west-1")).isEqualTo(Route.S3);
  }

  @Test
  void aWayThatWasAskedForIsTaken() throws IOException {
    assertThat(route(1000, with(Route.S3), "eu-west-1")).isEqualTo(Route.S3);
    assertThat(route(1000, with(Route.REFERENCE), "eu-west-1")).isEqualTo(Route.REFERENCE);
    assertThat(route(1000, with(Route.INLINE), "eu-west-1")).isEqualTo(Route.INLINE);
  }

  @Test
  void whatDoesNotFitIsNotSentInlineByForce() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> route(FITS_NOT, with(Route.INLINE), "eu-west-1"))
        .withMessageContaining("<upload> is 'inline'")
        .withMessageContaining("set <upload> to 'auto' and name a <bucket>");
  }
}
