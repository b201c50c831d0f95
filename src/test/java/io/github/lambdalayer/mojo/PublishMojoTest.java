package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.layer.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets the system properties of credentials")
final class PublishMojoTest {

  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:my-layer:1";

  private final Path target;
  private final MavenProject project = project("com.example", "app", "1.0");
  private final RecordingLog log = new RecordingLog();
  private final StrictLambdaEndpoint endpoint = StrictLambdaEndpoint.start();

  PublishMojoTest(@TempDir Path folder) {
    target = folder.resolve("target");
  }

  @BeforeEach
  void setCredentials() {
    SystemCredentials.set();
  }

  @AfterEach
  void clear() {
    SystemCredentials.clear();
    endpoint.close();
  }

  private void build(Permission... permissions) throws IOException {
    BuiltSample.in(target, permissions);
  }

  private PublishMojo mojo() {
    var plugin = new Plugin();
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    var mojo = new PublishMojo(SampleDecrypter.decrypting());
    mojo.setLog(log);
    mojo.project = project;
    mojo.session = session(new Properties(), project);
    mojo.execution = new MojoExecution(plugin, "publish", "publish-layer");
    mojo.buildDirectory = target.toFile();
    mojo.regions = List.of("eu-west-1");
    mojo.endpoint = endpoint.uri().toString();
    mojo.upload = "auto";
    mojo.keyPrefix = "lambda-layers/";
    mojo.threads = 32;
    mojo.settleTimeout = 1;
    mojo.retryTimeout = 1;
    return mojo;
  }

  private List<String> sharedWith() {
    return endpoint.versions(StrictLambdaEndpoint.DEFAULT_ACCOUNT, "eu-west-1", "my-layer").stream()
        .flatMap(version -> version.statements().stream())
        .map(statement -> statement.sid())
        .toList();
  }

  @Test
  void publishesWhatWasBuiltAndTellsTheArn() throws Exception {
    build();

    mojo().execute();

    assertThat(log.infos).contains("Published " + ARN + ", not shared");
    assertThat(project.getProperties())
        .containsEntry("lambdaLayer.arn", ARN)
        .containsEntry("lambdaLayer.arn.eu-west-1", ARN)
        .containsEntry("lambdaLayer.my-layer.123456789012.eu-west-1.arn", ARN);
    assertThat(target.resolve("lambda-layer/published.json")).content().contains(ARN);
    assertThat(target.resolve("lambda-layer/published.properties")).content().contains(ARN);
  }

  @Test
  void sharesWithThoseThatPackageWroteDown() throws Exception {
    build(Permission.parse("account:111122223333"));

    mojo().execute();

    assertThat(sharedWith()).containsExactly("account-111122223333");
  }

  @Test
  void sharesWithThoseThatPackageWroteDownThoughMavenInjectsAnEmptyBean() throws Exception {
    build(Permission.parse("account:111122223333"));
    var mojo = mojo();
    // What Maven sets where neither the POM nor the command line says anything.
    mojo.permissions = new Permissions();

    mojo.execute();

    assertThat(sharedWith()).containsExactly("account-111122223333");
  }

  @Test
  void permissionsOfItsOwnReplaceThoseThatPackageWroteDown() throws Exception {
    build(Permission.parse("account:111122223333"));
    var mojo = mojo();
    mojo.permissions = new Permissions();
    mojo.permissions.set("account:444455556666");
    mojo.session = session(properties("lambdaLayer.permissions", "account:444455556666"), project);

    mojo.execute();

    assertThat(sharedWith()).containsExactly("account-444455556666");
  }

  @Test
  void aPropertyOfThePomIsForAllLayersAndNotSurelyForOneWithItsOwn() throws Exception {
    build(Permission.parse("account:111122223333"));
    var mojo = mojo();
    project.getProperties().setProperty("lambdaLayer.permissions", "public");
    mojo.permissions = new Permissions();
    mojo.permissions.set("public");

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith(
            "<permissions> in the POM are [public], and the layer my-layer was built with"
                + " [account:111122223333]: it is not certain which are meant.");

    build(new Permission.Everyone());
    mojo.execute();
    assertThat(sharedWith()).as("what it was built with too").containsExactly("public");
  }

  @Test
  void saysThatThereIsNoLayerToPublish() {
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> mojo().execute())
        .withMessageStartingWith("There is no layer to publish: ")
        .withMessageContaining("Build the layer first: mvn package")
        .withMessageNotContaining("without building again");
  }

  @Test
  void saysThatItCannotWorkOffline() throws Exception {
    build();
    var mojo = mojo();
    mojo.session.getRequest().setOffline(true);

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith("publish needs the network, and Maven is offline (-o).")
        .withMessageEndingWith("mvn lambda-layer:publish@publish-layer");
    assertThat(endpoint.calls()).isEmpty();
  }

  @Test
  void anEndpointThatIsDownIsNamed() throws Exception {
    build();
    endpoint.close();

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> mojo().execute())
        .withMessageContaining(endpoint.uri().toString())
        .withMessageContaining("eu-west-1")
        .withMessageEndingWith("mvn lambda-layer:publish@publish-layer");
  }

  @Test
  void doesNothingWhereItIsSkipped() throws Exception {
    build();
    var mojo = mojo();
    mojo.skipPublish = true;

    mojo.execute();

    assertThat(endpoint.calls()).isEmpty();
  }

  @Test
  void doesNothingWhereTheBuildOfTheLayerWasSkipped() throws Exception {
    build();
    BuiltLayers.begin(project);

    mojo().execute();

    assertThat(endpoint.calls()).isEmpty();
  }
}
