package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayerDescriptorTest {

  private static final LayerZip ZIP =
      new LayerZip(Path.of("target/a-layer.zip"), "c2hh", 1_234_567, 2_500_000, 12);

  private static LayerDescriptor of(String version) {
    return new LayerDescriptor(
        new LayerDefinition(new LayerName("a"), "", null, List.of(), false, List.of(), List.of()),
        version,
        false,
        ZIP);
  }

  @Test
  void permissionsCanBeReplaced() {
    var everyone = List.of(Permission.parse("public"));

    assertThat(of("1.0").withPermissions(everyone).definition().permissions()).isEqualTo(everyone);
  }

  @Test
  void theSummaryTellsPathEntriesSizesAndDigest() {
    assertThat(ZIP.summary(new LayerName("my-layer")))
        .isEqualTo(
            "Layer my-layer: "
                + ZIP.file()
                + ", 12 entries, 1.2 MB zipped, 2.5 MB unzipped, SHA-256 c2hh");
  }
}
