package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static io.github.lambdalayer.operate.GoalUse.ASKS_FOR_SNAPSHOTS;
import static io.github.lambdalayer.operate.GoalUse.CHOOSES_BY_TAG;
import static io.github.lambdalayer.operate.GoalUse.FINDS_NEWEST;
import static io.github.lambdalayer.operate.GoalUse.INVOKES;
import static io.github.lambdalayer.operate.GoalUse.KEEPS_GRANTED;
import static io.github.lambdalayer.operate.GoalUse.LOOKS_AT_PADDING;
import static io.github.lambdalayer.operate.GoalUse.REMOVES_OTHERS;
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
import java.util.Properties;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the goals after publishing are configured with. */
final class GoalSettingsTest {

  private final MavenProject project = project("com.example", "app", "1.0");
  private final Plugin plugin = new Plugin();
  private final Properties system = new Properties();

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
    bind(goal + plugin.getExecutions().size(), List.of(goal), configuration);
  }

  /** Maven gives each execution what the plugin as a whole has, and some executions have no goals. */
  private void bind(String id, List<String> goals, String configuration) throws Exception {
    var bound = new PluginExecution();
    bound.setId(id);
    bound.setGoals(goals);
    bound.setConfiguration(
        Xpp3Dom.mergeXpp3Dom(xml(configuration), (Xpp3Dom) plugin.getConfiguration()));
    plugin.addExecution(bound);
  }

  private Set<GoalUse> uses(List<String> commandLine, String... permissions) {
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
    session.getRequest().setSystemProperties(system);
    return new GoalSettings(project, session, new MojoExecution(plugin, "plan", "default-cli"))
        .uses(List.of(layer), options);
  }

  @Test
  void nothingSaidAsksForLittle() {
    assertThat(uses(List.of())).containsExactlyInAnyOrder(KEEPS_GRANTED, FINDS_NEWEST);
  }

  @Test
  void whatTheGoalsOwnExecutionsSayCounts() throws Exception {
    bind(
        "attach",
        "<functions><f>orders</f><f>tag:team=web</f></functions><testEvent>{}</testEvent>"
            + "<version>3</version>");
    bind("prune", "<keepGranted>false</keepGranted>");
    bind("share", "<removeOtherGrants>true</removeOtherGrants>");

    assertThat(uses(List.of(), "public"))
        .containsExactlyInAnyOrder(ASKS_FOR_SNAPSHOTS, REMOVES_OTHERS, CHOOSES_BY_TAG, INVOKES);
  }

  @Test
  void whatOtherGoalsAreToldDoesNotCount() throws Exception {
    bind("publish", "<version>3</version><testEvent>{}</testEvent><with>public</with>");

    assertThat(uses(List.of())).containsExactlyInAnyOrder(KEEPS_GRANTED, FINDS_NEWEST);
  }

  @Test
  void theCommandLineAndThePluginAsAWholeCount() throws Exception {
    plugin.setConfiguration(xml("<testEvent>event.json</testEvent>"));

    assertThat(uses(List.of("lambdaLayer.functions", "tag:a=b", "lambdaLayer.with", "public")))
        .containsExactlyInAnyOrder(
            ASKS_FOR_SNAPSHOTS, KEEPS_GRANTED, FINDS_NEWEST, CHOOSES_BY_TAG, INVOKES);
  }

  @Test
  void whoIsLetInBesideTheOthersShutsNobodyOutAndNeedNotBeEveryone() {
    assertThat(
            uses(
                List.of(
                    "lambdaLayer.with", "account:111122223333",
                    "lambdaLayer.removeOtherGrants", "true"),
                "public"))
        .containsExactlyInAnyOrder(KEEPS_GRANTED, FINDS_NEWEST);
    assertThat(uses(List.of("lambdaLayer.allowPublicSnapshot", "true"), "public"))
        .doesNotContain(ASKS_FOR_SNAPSHOTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default-cli", "web"})
  void anExecutionWithoutGoalsIsForAnyGoal(String id) throws Exception {
    bind(
        id,
        List.of(),
        "<functions>tag:team=web</functions><testEvent>{}</testEvent><with>public</with>");

    assertThat(uses(List.of())).contains(ASKS_FOR_SNAPSHOTS, CHOOSES_BY_TAG, INVOKES);
  }

  @Test
  void mavenTakesTheExecutionOfTheCommandLineForAnyGoalWhicheverItNames() throws Exception {
    bind(
        "default-cli", List.of("share"), "<functions>tag:team=web</functions><version>3</version>");

    assertThat(uses(List.of())).contains(CHOOSES_BY_TAG).doesNotContain(FINDS_NEWEST);
  }

  @Test
  void aGoalOfTheCommandLineDoesWithoutWhatAnExecutionHasThatIsNotItsOwn() throws Exception {
    bind("last", List.of(), "<version>3</version><keepGranted>false</keepGranted>");

    assertThat(uses(List.of())).contains(FINDS_NEWEST, KEEPS_GRANTED);
  }

  @Test
  void whatOneExecutionSaysHidesNothingThatAnotherLeavesOut() throws Exception {
    bind("attach", "<version>3</version>");
    bind("attach", "<functions>orders</functions>");
    bind("share", "<with>account:111122223333</with>");
    bind(
        "share", "<removeOtherGrants>true</removeOtherGrants><permissions><public/></permissions>");
    bind("prune", "<keepGranted>false</keepGranted>");
    bind("prune", "<keep>3</keep>");

    assertThat(uses(List.of()))
        .containsExactlyInAnyOrder(FINDS_NEWEST, REMOVES_OTHERS, ASKS_FOR_SNAPSHOTS, KEEPS_GRANTED);
  }

  @Test
  void whatIsAllowedInOneExecutionIsLookedAtInTheOther() throws Exception {
    bind("share", "<allowPublicSnapshot>true</allowPublicSnapshot><with>public</with>");
    bind("share", "<with>public</with>");

    assertThat(uses(List.of())).contains(ASKS_FOR_SNAPSHOTS);
  }

  @ParameterizedTest
  @CsvSource({
    "<public/>, true",
    "<public>true</public>, true",
    "<public>false</public>, false",
    "<account>111122223333</account>, false",
    "'account:111122223333,public', true",
  })
  void thePermissionsOfShareAloneCount(String permissions, boolean isPublic) throws Exception {
    bind("share", "<permissions>" + permissions + "</permissions>");

    assertThat(uses(List.of()).contains(ASKS_FOR_SNAPSHOTS)).isEqualTo(isPublic);
  }

  @Test
  void thePermissionsOfShareAreInPlaceOfThoseOfTheLayers() throws Exception {
    bind("share", "<permissions><account>111122223333</account></permissions>");

    assertThat(uses(List.of(), "public")).doesNotContain(ASKS_FOR_SNAPSHOTS);
  }

  @Test
  void mavenTakesTrueInAnyCase() throws Exception {
    bind("share", "<removeOtherGrants>TRUE</removeOtherGrants>");
    bind("prune", "<keepGranted>True</keepGranted>");

    assertThat(uses(List.of())).contains(REMOVES_OTHERS, KEEPS_GRANTED);
  }

  @Test
  void whatStandsInThePomIsReadAsMavenDoes() throws Exception {
    project.getProperties().setProperty("team", "tag:team=web");
    bind("attach", "<functions>${team}</functions><version> </version>");
    bind("prune", "<keepGranted>false</keepGranted>");

    assertThat(uses(List.of("lambdaLayer.keepGranted", "true")))
        .as("a value in the POM beats the property")
        .containsExactlyInAnyOrder(CHOOSES_BY_TAG, FINDS_NEWEST);
  }

  @Test
  void propertiesOfTheSystemCount() {
    system.setProperty("lambdaLayer.version", "3");

    assertThat(uses(List.of())).doesNotContain(FINDS_NEWEST);
  }

  @Test
  void whoPublishesAlignedLeavesPaddingThoughPlanIsNotToldOfIt() throws Exception {
    bind("publish", "<alignVersions>true</alignVersions>");

    assertThat(uses(List.of())).contains(LOOKS_AT_PADDING);
  }
}
