package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.manifest;
import static io.github.lambdalayer.lint.SampleJars.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Service files that name what is not there, and those that do no harm. */
final class ServiceProvidersTest {

  private static final byte[] CLASS = classFile(52);

  private final Path folder;

  ServiceProvidersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Finding> found(String type, String content) throws IOException {
    return new SampleLayer(folder)
        .artifact("g:a:1", Map.of("META-INF/services/" + type, text(content)))
        .artifact("g:b:1", Map.of("b/Service.class", CLASS, "b/Provider$Inner.class", CLASS))
        .findings(Rule.MISSING_PROVIDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"b.Service", "java.sql.Driver", "javax.xml.parsers.SAXParserFactory"})
  void aProviderThatIsNowhereIsReported(String type) throws IOException {
    assertThat(found(type, "# comment\n\n b.Gone # another\nb.Provider$Inner\nb.Gone"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
        .extracting(Finding::message)
        .asString()
        .contains("nowhere in the layer: b.Gone for " + type + ". Who looks");
  }

  @ParameterizedTest
  @CsvSource({
    "b.Service, b.Provider$Inner",
    "b.Service, '# b.Gone'",
    "b.Service, com.sun.Something",
    "b.Service, com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
    "b.Service, moduleName=b.Gone",
    "b.Unknown, b.Gone",
    "sub/b.Service, b.Gone",
    "javax.annotation.processing.Processor, b.Gone"
  })
  void whatNobodyMissesIsNotReported(String type, String content) throws IOException {
    assertThat(found(type, content)).isEmpty();
  }

  @Test
  void aProviderInAJarThatLambdaDoesNotLookIntoIsMissing() throws IOException {
    assertThat(
            new SampleLayer(folder)
                .artifact("g:a:1", Map.of("META-INF/services/java.sql.Driver", text("c.C")))
                .jar("agent/c.jar", Map.of("c/C.class", CLASS))
                .findings(Rule.MISSING_PROVIDER))
        .hasSize(1);
  }

  @Test
  void aServiceWithoutManifestOrComment() throws IOException {
    byte[] manifest = manifest();

    assertThat(
            new SampleLayer(folder)
                .artifact("g:a:1", Map.of("META-INF/MANIFEST.MF", manifest, "a/A.class", CLASS))
                .findings(Rule.MISSING_PROVIDER))
        .isEmpty();
  }
}
