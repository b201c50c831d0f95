package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** In which modules a goal is called. */
final class EveryModuleTest extends SampleReactor {

  @Test
  void eachThatNamesThePluginIsCalledByItsOwnConfiguration() throws Exception {
    versions().execute();

    assertThat(called).containsExactly("first", "second", "function");
  }

  @Test
  void whatThePomBindsIsCalledByMavenInEachModule() throws Exception {
    VersionsMojo mojo = versions();
    mojo.execution = execution("versions", MojoExecution.Source.LIFECYCLE);
    mojo.execute();

    assertThat(called).isEmpty();
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthersFromTheirTurn() throws Exception {
    failing.add("first");

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> versions().execute())
        .withMessage("goal failed in first, see above.");
    assertThat(called).containsExactly("first", "second", "function");
    assertThat(log.errors).contains("no room in first");
  }

  @Test
  void noneIsKeptBackWhereTheFirstOneFails() throws Exception {
    VersionsMojo mojo = versions();
    mojo.project = first;
    mojo.session.getRequest().setOffline(true);

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageContaining("Maven is offline");
    assertThat(called).containsExactly("second", "function");
  }

  @Test
  void aLayerThatIsNamedIsLookedAfterByTheModuleThatBuildsIt() throws Exception {
    VersionsMojo mojo = versions("lambdaLayer.layerName", "second");
    mojo.layerName = List.of("second");
    mojo.execute();

    assertThat(called).containsExactly("second");
  }

  @Test
  void aNameThatSaysNothingIsNone() throws Exception {
    versions("lambdaLayer.layerName", " ").execute();

    assertThat(called).containsExactly("first", "second", "function");
  }

  @Test
  void layersOfOneModuleAreLookedAfterByItThoughItBuildsNotAllOfThem() throws Exception {
    named("second", "earlier-one").execute();

    assertThat(called).containsExactly("second");
  }

  @Test
  void anExecutionForTheCommandLineGoesBeforeWhatThePluginHas() throws Exception {
    var own = new PluginExecution();
    own.setId("default-cli");
    own.setConfiguration(xml("<configuration><regions>own</regions></configuration>"));
    plugin(second).addExecution(own);
    regions.put("second", "own");
    versions().execute();

    assertThat(called).containsExactly("first", "second", "function");
  }

  @Test
  void aNoOnTheCommandLineGoesBeforeThePomsYes() throws Exception {
    PruneMojo mojo = prune("lambdaLayer.yes", "false");
    assertThat(mojo.isWanted()).isFalse();
    mojo.warnOfNoPreview();
    assertThat(log.warnings).singleElement().asString().contains("the command line says no");
    assertThat(prune("lambdaLayer.yes", "true").isWanted()).isTrue();
    assertThat(prune("lambdaLayer.yes", "").isWanted()).isTrue();
    assertThat(prune().isWanted()).isTrue();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> prune("lambdaLayer.yes", "noo").isWanted())
        .withMessageContaining("<yes> is 'noo': write true or false");
  }
}
