package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done in several modules at a time. */
final class SeveralModulesTest extends SampleReactor {

  @Test
  void functionsAreMovedForOneModuleAtATime() throws Exception {
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> attach().execute())
        .withMessageContaining("several have layers: first and second. Say which is meant with");
    assertThat(called).isEmpty();
  }

  @Test
  void aFunctionsModuleIsNoneToChooseFrom() throws Exception {
    AttachMojo mojo = attach();
    mojo.session.setProjects(List.of(parent, plain, first, function));
    mojo.execute();

    assertThat(called).containsExactly("first", "function");
  }

  @Test
  void modulesInWhichTheGoalIsSkippedAreNoneToChooseFromEither() throws Exception {
    configure(second, "<skipAttach>true</skipAttach>");
    attach().execute();
    assertThat(called).containsExactly("first", "second", "function");
  }

  @Test
  void whereTheFirstOneIsSkippedTheOthersAreStillSeveral() throws Exception {
    AttachMojo mojo = attach();
    mojo.skipAttach = true;

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageContaining("several have layers: first and second");
    assertThat(called).isEmpty();
  }

  @Test
  void aLayerThatIsNamedForTheGoalCountsAsOneThatIsBuilt() {
    configure(function, "<layerName>theirs</layerName>");

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> attach().execute())
        .withMessageContaining("several have layers: first, second and function");
  }

  @Test
  void aPackageGoalThatIsSwitchedOffBuildsNoLayer() throws Exception {
    plugin(second).getExecutions().get(0).setPhase("none");
    attach().execute();

    assertThat(called).containsExactly("first", "second", "function");
  }

  @Test
  void layersOfSeveralModulesAreNotLookedAfterByOne() throws Exception {
    VersionsMojo mojo = named("first", "second");
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessage(
            "<layerName> names layers of several modules, each with its own configuration: first of"
                + " first and second of second. Name those of one module.");
    assertThat(called).isEmpty();
  }

  @Test
  void whatIsSkippedEverywhereIsNotRefused() throws Exception {
    VersionsMojo mojo = named("first", "second");
    mojo.skip = true;
    mojo.session.getUserProperties().setProperty("lambdaLayer.skip", "true");
    mojo.execute();

    assertThat(called).containsExactly("first");
  }

  @Test
  void aLayerThatPomsNameForAllIsOfTheModuleThatBuildsIt() throws Exception {
    for (MavenProject module : List.of(parent, plain, function)) {
      module.getProperties().setProperty("lambdaLayer.layerName", "first");
    }
    AttachMojo mojo = attach();
    mojo.session.setProjects(List.of(parent, plain, first, function));
    mojo.execute();
    assertThat(called).containsExactly("first", "function");

    called.clear();
    named("first").execute();
    assertThat(called).containsExactly("first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/all.json", "../all.json"})
  void aFileThatEachWouldReplaceIsRefused(String file) {
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> versions("lambdaLayer.outputFile", file).execute())
        .withMessageContaining("all.json for first and second")
        .withMessageContaining("target/versions.json");
    assertThat(called).isEmpty();
  }

  @Test
  void aFileOfEachModuleIsNone() throws Exception {
    versions("lambdaLayer.outputFile", "target/all.json").execute();
    assertThat(called).containsExactly("first", "second", "function");

    configure(first, "<outputFile>/first.json</outputFile>");
    versions("lambdaLayer.outputFile", "/all.json").execute();
    assertThat(called).hasSize(6);
  }

  @Test
  void aFileThatThePomsNameAlikeIsRefused() {
    configure(first, "<outputFile>${where}/all.json</outputFile>");
    configure(second, "<outputFile>${where}/all.json</outputFile>");

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> versions("where", "/reports").execute())
        .withMessageContaining("all.json for first and second");
  }
}
