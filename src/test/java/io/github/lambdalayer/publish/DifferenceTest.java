package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LayerVersionArn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What makes the very same zip another version: what was said of it when it was published, by this
 * plugin or by another tool.
 */
class DifferenceTest {

  @TempDir Path folder;
  private LayerDescriptor built;

  @BeforeEach
  void build() throws IOException {
    built =
        new BuiltLayer(folder, "a")
            .licenseInfo("MIT")
            .runtimes("java17", "java21")
            .architectures(Architecture.ARM64)
            .build();
  }

  private LiveVersion live(String license, Set<String> runtimes, Set<String> architectures) {
    return new LiveVersion(
        LayerVersionArn.parse("arn:aws:lambda:eu-west-1:123456789012:layer:a:7"),
        built.zip().codeSha256(),
        built.zip().size(),
        "another description",
        license,
        runtimes,
        architectures,
        null);
  }

  @Test
  void nothingButTheDescriptionDiffers() {
    var live = live("MIT", Set.of("java21", "java17"), Set.of("arm64"));

    assertThat(Difference.between(built, live)).isEmpty();
  }

  @Test
  void theLicenceDiffers() {
    var live = live("", Set.of("java17", "java21"), Set.of("arm64"));

    assertThat(Difference.between(built, live)).hasValue("version 7 has the licence '', not 'MIT'");
  }

  @Test
  void theArchitecturesDiffer() {
    var live = live("MIT", Set.of("java17", "java21"), Set.of("arm64", "x86_64"));

    assertThat(Difference.between(built, live).orElse("")).contains("architectures");
  }

  @Test
  void configuredRuntimesDiffer() {
    var live = live("MIT", Set.of("java17"), Set.of("arm64"));

    assertThat(Difference.between(built, live).orElse("")).contains("runtimes");
  }

  @Test
  void derivedRuntimesAreNoReason() throws IOException {
    LayerDescriptor derived = new BuiltLayer(folder.resolve("derived"), "a").build();
    var live =
        new LiveVersion(
            LayerVersionArn.parse("arn:aws:lambda:eu-west-1:123456789012:layer:a:7"),
            derived.zip().codeSha256(),
            derived.zip().size(),
            "",
            "",
            Set.of("java17"),
            Set.of(),
            null);

    assertThat(Difference.between(derived, live)).isEmpty();
  }
}
