package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.io.File;
import java.lang.reflect.Proxy;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayerFileTest {

  private static PublishFileMojo mojo(@Nullable String file, @Nullable String artifact) {
    MavenProject project = project("com.example", "app", "1.0");
    var mojo = new PublishFileMojo(SampleDecrypter.decrypting(), nobody());
    mojo.project = project;
    mojo.session = session(properties(), project);
    mojo.execution = new MojoExecution(new Plugin(), "publish-file", "default-cli");
    mojo.file = file == null ? null : new File(file);
    mojo.artifact = artifact;
    mojo.failOn = "error";
    return mojo;
  }

  /** A repository that must not be asked. */
  private static RepositorySystem nobody() {
    return (RepositorySystem)
        Proxy.newProxyInstance(
            LayerFileTest.class.getClassLoader(),
            new Class<?>[] {RepositorySystem.class},
            (proxy, method, arguments) -> {
              throw new AssertionError(method);
            });
  }

  private static void refused(PublishFileMojo mojo, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new LayerFile(mojo).describe())
        .withMessageContaining(message);
  }

  @Test
  void neitherFileNorArtifactIsAnErrorThatShowsBoth() {
    refused(mojo(null, " "), "-DlambdaLayer.file=layer.zip, or -DlambdaLayer.artifact=");
  }

  @Test
  void bothAreTooMany() {
    refused(mojo("layer.zip", "a:b:1"), "Either <file> or <artifact>");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    refused(mojo("nowhere/layer.zip", null), "layer.zip', and there is no such file.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a:b", "a::1", "a:b:1:zip:layer:x", "a: :1"})
  void coordinatesHaveThreeToFiveParts(String artifact) {
    refused(mojo(null, artifact), "<artifact> is '" + artifact + "': write groupId:artifactId");
  }
}
