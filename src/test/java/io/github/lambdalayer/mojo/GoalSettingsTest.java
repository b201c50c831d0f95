package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.GoalUse;
import io.github.lambdalayer.publish.PublishOptions;
import io.github.lambdalayer.publish.Upload;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the goals after publishing are configured with. */
final class GoalSettingsTest {

  private final MavenProject project = project("com.example", "app", "1.0");
  private final Plugin plugin = new Plugin();

  @BeforeEach
  void asMavenDoes() {
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    project.getBuild().addPlugin(plugin);
  }

  private static Xpp3Dom xml(String text) throws Exception {
    return Xpp3DomBuilder.build(new StringReader("<configuration>" + text + "</configuration>"));
  }

  private void bind(String goal, String configuration) throws Exception {
    var bound = new PluginExecution();
    bound.setId(goal);
    bound.setGoals(List.of(goal));
    bound.setConfiguration(xml(configuration));
    plugin.addExecution(bound);
  }

  private GoalUse use(List<String> commandLine, String... permissions) {
    var definition =
        new LayerDefinition(
            new LayerName("app"),
            "",
            null,
            List.of(),
            false,
            List.of(),
            Arrays.stream(permissions).map(Permission::parse).toList());
    var layer =
        new LayerDescriptor(
            definition, "1.0", false, new LayerZip(Path.of("app.zip"), "x", 1, 1, 1));
    var options =
        new PublishOptions(
            false,
            false,
            false,
            false,
            false,
            1,
            new Upload(Upload.Route.INLINE, null, "", false),
            null,
            null,
            Path.of("target"));
    var session = session(properties(commandLine.toArray(String[]::new)), project);
    return new GoalSettings(project, session, new MojoExecution(plugin, "plan", "default-cli"))
        .use(List.of(layer), options);
  }

  @Test
  void nothingSaidAsksForLittle() {
    assertThat(use(List.of()))
        .isEqualTo(new GoalUse(false, false, false, true, true, false, false));
  }

  @Test
  void whatTheGoalsOwnExecutionsSayCounts() throws Exception {
    bind(
        "attach",
        "<functions><f>orders</f><f>tag:team=web</f></functions><testEvent>{}</testEvent>"
            + "<version>3</version>");
    bind("prune", "<keepGranted>false</keepGranted>");
    bind("share", "<removeOtherGrants>true</removeOtherGrants>");

    assertThat(use(List.of(), "public"))
        .isEqualTo(new GoalUse(false, true, true, false, false, true, true));
  }

  @Test
  void whatOtherGoalsAreToldDoesNotCount() throws Exception {
    bind("publish", "<version>3</version><testEvent>{}</testEvent><with>public</with>");

    assertThat(use(List.of()))
        .isEqualTo(new GoalUse(false, false, false, true, true, false, false));
  }

  @Test
  void theCommandLineAndThePluginAsAWholeCount() throws Exception {
    plugin.setConfiguration(xml("<testEvent>event.json</testEvent>"));

    GoalUse use = use(List.of("lambdaLayer.functions", "tag:a=b", "lambdaLayer.with", "public"));

    assertThat(use).isEqualTo(new GoalUse(false, true, false, true, true, true, true));
  }

  @Test
  void whoIsLetInBesideTheOthersShutsNobodyOutAndNeedNotBeEveryone() {
    assertThat(
            use(
                List.of(
                    "lambdaLayer.with", "account:111122223333",
                    "lambdaLayer.removeOtherGrants", "true"),
                "public"))
        .isEqualTo(new GoalUse(false, false, false, true, true, false, false));
    assertThat(use(List.of("lambdaLayer.allowPublicSnapshot", "true"), "public").asksForSnapshots())
        .isFalse();
  }
}
