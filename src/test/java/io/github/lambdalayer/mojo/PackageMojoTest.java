package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.content.LayersDocument;
import io.github.lambdalayer.lint.SampleJars;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.model.Build;
import org.apache.maven.model.License;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageMojoTest {

  private final Path folder;
  private final Path target;
  private final MavenProject project = project("com.example", "app", "1.0");
  private final RecordingLog log = new RecordingLog();
  private final List<List<Object>> attached = new ArrayList<>();

  PackageMojoTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.target = folder.resolve("target");
    Path content = Files.createDirectories(folder.resolve("layer"));
    Files.writeString(content.resolve("a.txt"), "text");
    var build = new Build();
    build.setFinalName("app-1.0");
    project.setBuild(build);
  }

  private <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              // The project itself, which comes first, is left out.
              attached.add(Arrays.asList(arguments).subList(1, arguments.length));
              return null;
            }));
  }

  private PackageMojo mojo(String executionId) {
    var mojo = new PackageMojo(fake(MavenProjectHelper.class), fake(RepositorySystem.class));
    mojo.setLog(log);
    mojo.project = project;
    mojo.session = session(new Properties(), project);
    mojo.execution = new MojoExecution(new Plugin(), "package", executionId);
    mojo.buildDirectory = target.toFile();
    mojo.contentDirectory = folder.resolve("layer").toFile();
    mojo.layerName = "my-layer";
    mojo.classifier = "layer";
    mojo.nativeLibraries = "keep";
    mojo.jars = "keep";
    mojo.compression = "auto";
    mojo.failOn = "error";
    mojo.includeProject = false;
    mojo.attach = true;
    return mojo;
  }

  private LayerDescriptor descriptor() throws IOException {
    return DescriptorFile.read(target.resolve("lambda-layer/layer.json"));
  }

  @Test
  void deflatesOnRequest() throws Exception {
    var mojo = mojo("a");
    mojo.compression = "deflate";

    mojo.execute();

    try (var read = new ZipFile(target.resolve("app-1.0-layer.zip").toFile())) {
      assertThat(read.stream()).anyMatch(entry -> entry.getMethod() == ZipEntry.DEFLATED);
    }
  }

  @Test
  void refusesACompressionThatThereIsNot() throws Exception {
    var mojo = mojo("a");
    mojo.compression = "zstd";

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessage("<compression> is 'zstd': write auto, store, or deflate.");
  }

  @Test
  void refusesAnUnknownWayWithJars() throws Exception {
    var mojo = mojo("a");
    mojo.jars = "unzip";

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessage("<jars> is 'unzip': write keep, or repack to store what is deflated in them.");
  }

  @Test
  void attachesTheZip() throws Exception {
    mojo("a").execute();

    File zip = target.resolve("app-1.0-layer.zip").toFile();
    assertThat(zip).isFile();
    File content = target.resolve("lambda-layer/lambda-layers.json").toFile();
    assertThat(attached)
        .containsExactly(List.of("zip", "layer", zip), List.of("json", "lambda-layers", content));
  }

  @Test
  void attachesNoZipWhereThatIsNotWanted() throws Exception {
    var mojo = mojo("a");
    mojo.attach = false;

    mojo.execute();

    assertThat(target.resolve("app-1.0-layer.zip")).isRegularFile();
    assertThat(attached).extracting(arguments -> arguments.get(0)).containsExactly("json");
  }

  @Test
  void tellsOneSummary() throws Exception {
    mojo("a").execute();

    assertThat(log.infos)
        .singleElement()
        .asString()
        .startsWith("Layer my-layer: " + target.resolve("app-1.0-layer.zip") + ", 2 entries, ")
        .endsWith("SHA-256 " + descriptor().zip().codeSha256());
  }

  @Test
  void describesTheLayerByTheProjectWhereNothingIsSaid() throws Exception {
    var license = new License();
    license.setName("Apache-2.0");
    project.setLicenses(List.of(license));

    mojo("a").execute();

    assertThat(descriptor().definition().description()).isEqualTo("app 1.0");
    assertThat(descriptor().definition().licenseInfo()).isEqualTo("Apache-2.0");
    assertThat(descriptor().projectVersion()).isEqualTo("1.0");
  }

  @Test
  void honoursTheTimeOfTheBuild() throws Exception {
    mojo("a").execute();
    String without = descriptor().zip().codeSha256();
    var mojo = mojo("a");
    mojo.outputTimestamp = "2026-01-01T00:00:00Z";

    mojo.execute();

    assertThat(descriptor().zip().codeSha256()).isNotEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "1979-12-31T23:59:59Z", "2108-01-01T00:00:00Z"})
  void refusesATimeThatIsNone(String time) {
    var mojo = mojo("a");
    mojo.outputTimestamp = time;

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith("<outputTimestamp> is ")
        .withMessageContaining(time)
        .withMessageContaining("<project.build.outputTimestamp>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "published", "plan", "lambda-layers", "a/b", "..", "-a"})
  void refusesAClassifierThatIsNoFileName(String classifier) {
    var mojo = mojo("a");
    mojo.classifier = classifier;

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith("<classifier> is '" + classifier + "'");
  }

  @Test
  void anUnwritableTargetIsNoFaultOfTheProject() throws Exception {
    Files.writeString(target, "in the way");

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> mojo("a").execute())
        .withMessageStartingWith(target.resolve("app-1.0-layer.zip") + " cannot be written");
  }

  @Test
  void aModuleCanBuildSeveralLayers() throws Exception {
    mojo("a").execute();
    var other = mojo("b");
    other.classifier = "other";
    other.layerName = "other-layer";

    other.execute();

    assertThat(BuiltLayers.begin(project).descriptors())
        .containsExactly(
            target.resolve("lambda-layer/layer.json"), target.resolve("lambda-layer/other.json"));
  }

  @Test
  void refusesTwoExecutionsWithOneClassifier() throws Exception {
    mojo("a").execute();
    var other = mojo("b");
    other.layerName = "other-layer";

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(other::execute)
        .withMessageStartingWith("<classifier> is 'layer' in the executions 'a' and 'b'");
  }

  @Test
  void refusesTwoExecutionsWithOneLayerNameForEachWouldReplaceTheOthersVersion() throws Exception {
    mojo("a").execute();
    var other = mojo("b");
    other.classifier = "other";

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(other::execute)
        .withMessageContaining("<layerName>")
        .withMessageContaining("'my-layer'");
  }

  @Test
  void buildsNothingWhereItIsSkipped() throws Exception {
    var mojo = mojo("a");
    mojo.skipPackage = true;

    mojo.execute();

    assertThat(target).doesNotExist();
    assertThat(BuiltLayers.of(project)).isPresent();
  }

  @Test
  void neverGoesBelowTheCompilersRelease() throws Exception {
    Path jars = Files.createDirectories(folder.resolve("layer/java/lib"));
    SampleJars.jar(jars.resolve("a.jar"), Map.of());
    project.getProperties().putAll(properties("maven.compiler.release", "21"));

    mojo("a").execute();

    assertThat(descriptor().definition().compatibleRuntimes())
        .extracting(Object::toString)
        .containsExactly("java21", "java25");
  }

  @Test
  void tellsWhatIsInAllLayersOfTheModuleAndInNoneOfAnEarlierBuild() throws Exception {
    Path document = target.resolve("lambda-layer/lambda-layers.json");
    Files.createDirectories(target.resolve("lambda-layer"));
    Files.writeString(document, "of an earlier build");
    mojo("a").execute();
    var other = mojo("b");
    other.classifier = "other";
    other.layerName = "other-layer";

    other.execute();

    assertThat(LayersDocument.read(document).layers())
        .extracting(LayersDocument.Layer::classifier)
        .containsExactly("layer", "other");
    assertThat(LayersDocument.read(document).layers().get(0).codeSha256())
        .isEqualTo(descriptor().zip().codeSha256());
    assertThat(DescriptorFile.in(target.resolve("lambda-layer")))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("layer.json", "other.json");
  }
}
