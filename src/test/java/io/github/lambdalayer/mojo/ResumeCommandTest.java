package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

final class ResumeCommandTest {

  private static final MavenProject PROJECT = project("com.example", "app", "1.0");

  private static MojoExecution execution(String id) {
    var plugin = new Plugin();
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    plugin.setVersion("1.2.3");
    return new MojoExecution(plugin, "publish", id);
  }

  private static String command(String executionId, Properties properties, MavenProject... all) {
    return new ResumeCommand(List.of(PROJECT), session(properties, all), execution(executionId))
        .text("");
  }

  @Test
  void namesTheExecutionWhoseConfigurationIsToBeSeen() {
    assertThat(command("publish-layer", new Properties(), PROJECT))
        .isEqualTo("mvn lambda-layer:publish@publish-layer");
  }

  @Test
  void namesTheGoalInFullWhereItWasCalledFromTheCommandLine() {
    assertThat(command("default-cli", new Properties(), PROJECT))
        .isEqualTo("mvn io.github.lambdalayer:lambda-layer-maven-plugin:1.2.3:publish");
  }

  @Test
  void namesTheModuleOfAReactor() {
    assertThat(command("publish", new Properties(), PROJECT, project("com.example", "b", "1.0")))
        .isEqualTo("mvn lambda-layer:publish@publish -pl com.example:app");
  }

  @Test
  void repeatsThePropertiesSortedSaveForWhatIsSecret() {
    var properties =
        properties(
            "lambdaLayer.regions", "eu-west-1,us-east-1",
            "stage", "prod",
            "session.rootDirectory", "here",
            "gpg.passphrase", "secret");

    assertThat(command("publish", properties, PROJECT))
        .isEqualTo(
            "mvn lambda-layer:publish@publish -Dgpg.passphrase=..."
                + " -DlambdaLayer.regions=eu-west-1,us-east-1 -Dstage=prod");
  }

  @Test
  void doesNotForceASecondVersion() {
    assertThat(command("publish", properties("lambdaLayer.force", "true"), PROJECT))
        .isEqualTo("mvn lambda-layer:publish@publish");
  }

  @Test
  void namesAPomOfAnotherName() {
    var session = session(new Properties(), PROJECT);
    session.getRequest().setPom(new File("layer-pom.xml"));

    assertThat(new ResumeCommand(List.of(PROJECT), session, execution("publish")).text(""))
        .startsWith("mvn lambda-layer:publish@publish -f ")
        .endsWith("layer-pom.xml");
  }

  @Test
  void repeatsTheProfilesThatWereSwitchedOff() {
    var session = session(new Properties(), PROJECT);
    session.getRequest().setInactiveProfiles(List.of("dev"));

    assertThat(new ResumeCommand(List.of(PROJECT), session, execution("publish")).text(""))
        .isEqualTo("mvn lambda-layer:publish@publish -P'!dev'");
  }

  @Test
  void quotesWhatAShellWouldTakeApart() {
    var properties = properties("lambdaLayer.profile", "it's $HOME");

    assertThat(command("publish", properties, PROJECT))
        .isEqualTo("mvn lambda-layer:publish@publish -DlambdaLayer.profile='it'\\''s $HOME'");
  }

  @Test
  void repeatsTheProfilesThatTheConfigurationMayStandIn() {
    var session = session(new Properties(), PROJECT);
    session.getRequest().setActiveProfiles(List.of("release", "aws"));

    assertThat(new ResumeCommand(List.of(PROJECT), session, execution("publish")).text(""))
        .isEqualTo("mvn lambda-layer:publish@publish -Prelease,aws");
  }

  @Test
  void leavesTheValueOpenThatTheFailureBlames() {
    var session =
        session(
            properties(
                "lambdaLayer.targets", "profile:a,arn:aws:iam::111122223333:role/p",
                "lambdaLayer.keyPrefix", "layers/"),
            PROJECT);

    assertThat(
            new ResumeCommand(List.of(PROJECT), session, execution("publish"))
                .text("<roleArn> is 'arn:aws:iam::111122223333:role/p', and it cannot be assumed"))
        .endsWith("-DlambdaLayer.keyPrefix=layers/ -DlambdaLayer.targets=...");
  }

  @Test
  void leavesTheValueOpenOfWhichTheFailureBlamesAPart() {
    for (String failure :
        new String[] {"<retain> has 'kep': it takes", "<keepYounger> is 'soon': write an age"}) {
      var session = session(properties("lambdaLayer.retain", "kep:1,keepYounger:soon"), PROJECT);

      assertThat(new ResumeCommand(List.of(PROJECT), session, execution("publish")).text(failure))
          .endsWith("-DlambdaLayer.retain=...");
    }
  }
}
