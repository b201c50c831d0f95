package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetsTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/publisher";

  /** What Maven fills. */
  static final class Goal {
    @Nullable PlexusConfiguration targets;
  }

  private static PlexusConfiguration xml(String text) throws Exception {
    return new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(text)));
  }

  private static Expressions expressions(Properties commandLine) {
    MavenSession session =
        SampleProjects.session(commandLine, SampleProjects.project("com.example", "app", "1.0"));
    return new Expressions(session, new MojoExecution(new Plugin(), "publish", "publish"));
  }

  private static List<TargetSpec> read(Properties commandLine, String content) throws Exception {
    var goal = new Goal();
    new BasicComponentConfigurator()
        .configureComponent(
            goal,
            xml("<configuration><targets>" + content + "</targets></configuration>"),
            new ClassWorld().newRealm("test", TargetsTest.class.getClassLoader()));
    return new Targets(expressions(commandLine)).read(goal.targets);
  }

  private static List<TargetSpec> read(String content) throws Exception {
    return read(new Properties(), content);
  }

  @Test
  void takesTheElementsOfThePom() throws Exception {
    assertThat(
            read(
                "<target><profile> staging </profile></target><target><roleArn>"
                    + ROLE
                    + "</roleArn><externalId>x1</externalId><roleSessionName>ci</roleSessionName>"
                    + "<regions>eu-west-1, us-east-1,eu-west-1</regions></target><target>"
                    + "<serverId>prod-aws</serverId><regions><region>cn-north-1</region></regions>"
                    + "<excludeRegions/></target><target><regions>eu-west-3</regions></target>"))
        .containsExactly(
            TargetSpec.of("staging", null, null),
            new TargetSpec(
                null, null, ROLE, "x1", "ci", List.of("eu-west-1", "us-east-1"), List.of()),
            new TargetSpec(null, "prod-aws", null, null, null, List.of("cn-north-1"), List.of()),
            new TargetSpec(null, null, null, null, null, List.of("eu-west-3"), List.of()));
  }

  @Test
  void takesTheTextOfTheCommandLine() throws Exception {
    Properties commandLine =
        properties("lambdaLayer.targets", "profile:staging, " + ROLE + ",server:prod-aws,");

    assertThat(read(commandLine, "${lambdaLayer.targets}"))
        .containsExactly(
            TargetSpec.of("staging", null, null),
            TargetSpec.of(null, null, ROLE),
            TargetSpec.of(null, "prod-aws", null));
  }

  @Test
  void theElementsOfThePomBeatTheCommandLine() throws Exception {
    Properties commandLine = properties("lambdaLayer.targets", "profile:other");

    assertThat(
            read(commandLine, "${lambdaLayer.targets}<target><profile>staging</profile></target>"))
        .containsExactly(TargetSpec.of("staging", null, null));
  }

  @Test
  void thereAreNoneWhereNobodySaysSo() throws Exception {
    assertThat(read("${lambdaLayer.targets}")).isEmpty();
    assertThat(read("")).isEmpty();
    assertThat(new Targets(expressions(new Properties())).read(null)).isEmpty();
  }

  @Test
  void expressionsInElementsAreEvaluated() throws Exception {
    Properties commandLine = properties("who", "staging", "where", "eu-west-1,eu-west-2");

    assertThat(
            read(
                commandLine,
                "<target><profile>my-${who}</profile><regions>${where}</regions></target>"))
        .containsExactly(
            new TargetSpec(
                "my-staging",
                null,
                null,
                null,
                null,
                List.of("eu-west-1", "eu-west-2"),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${nobody}", "a-${nobody}"})
  void anExpressionWithoutAValueIsRefused(String value) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read("<target><profile>" + value + "</profile></target>"))
        .withMessageStartingWith("<profile> is '" + value + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<target><region>eu-west-1</region></target> | <target> number 1 has <region>, which says"
            + " nothing: it takes <profile>, <serverId>, <roleArn>, <externalId>, <roleSessionName>,"
            + " <regions>, <excludeRegions>.",
        "<taget/> | <targets> has <taget>: it takes <target> only.",
        "<target/> | A <target> says neither who calls AWS nor where",
        "<target><externalId>x1</externalId><profile>p</profile></target> | <externalId> 'x1' and no"
            + " role",
        "<target><roleSessionName>ci</roleSessionName><serverId>p</serverId></target> |"
            + " <roleSessionName> 'ci' and no role",
        "<target><serverId>s</serverId><profile>p</profile></target> | leave out the other",
        "<target><profile>p</profile><profile>q</profile></target> | number 1 has <profile> twice",
        "<target><roleArn>publisher</roleArn></target> | <roleArn> is 'publisher': write an ARN",
        "<target><profile>p</profile></target><target><profile>p</profile></target> | has the same"
            + " target as number 1 and as number 2 (profile p): leave one",
        "<target><regions>a,b</regions></target><target><regions>b,a</regions></target> | the same"
            + " target",
        "staging | <targets> has 'staging': write profile:NAME, server:ID or a role's ARN",
        "profile: | <targets> has 'profile:'",
        "profile:a,profile:a | the same target",
        "arn:aws:iam::1:role/x | <roleArn> is 'arn:aws:iam::1:role/x'"
      })
  void refusesAnythingElse(String content, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read(content))
        .withMessageContaining(message);
  }
}
