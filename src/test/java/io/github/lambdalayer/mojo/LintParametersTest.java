package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.lint.FailOn;
import io.github.lambdalayer.lint.Level;
import io.github.lambdalayer.lint.LintSettings;
import io.github.lambdalayer.lint.LintSettings.RuleLevel;
import io.github.lambdalayer.lint.Rule;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LintParametersTest {

  private static final RuleLevel NO_EMPTY = new RuleLevel(Rule.EMPTY_JAR, Level.OFF);
  private static final RuleLevel NAMES = new RuleLevel(Rule.JAR_NAME, Level.ERROR);

  private static LintSettings read(Properties commandLine, String content) throws Exception {
    var session =
        SampleProjects.session(commandLine, SampleProjects.project("com.example", "app", "1.0"));
    var expressions = new Expressions(session, new MojoExecution(new Plugin(), "package", "x"));
    var element = Xpp3DomBuilder.build(new StringReader("<lint>" + content + "</lint>"));
    return new LintParameters(expressions).read(new XmlPlexusConfiguration(element), "warning");
  }

  @Test
  void takesTheElementsOfThePom() throws Exception {
    assertThat(
            read(
                properties("level", "error"),
                "<empty-jar>off</empty-jar><jar-name> ${level} </jar-name>"))
        .isEqualTo(new LintSettings(List.of(NO_EMPTY, NAMES), FailOn.WARNING));
  }

  @Test
  void takesTheTextOfTheCommandLine() throws Exception {
    var commandLine = properties("lambdaLayer.lint", "empty-jar=off, jar-name = Error");

    assertThat(read(commandLine, "${lambdaLayer.lint}").levels()).containsExactly(NO_EMPTY, NAMES);
  }

  @Test
  void theElementsOfThePomBeatTheTextThatMavenPutsBesideThem() throws Exception {
    var commandLine = properties("lambdaLayer.lint", "empty-jar=error");

    assertThat(read(commandLine, "${lambdaLayer.lint}<empty-jar>off</empty-jar>").levels())
        .containsExactly(NO_EMPTY);
  }

  @Test
  void saysNothingWhereNothingWasGiven() throws Exception {
    assertThat(read(new Properties(), "${lambdaLayer.lint}").levels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "empty-jar | <lint> has 'empty-jar': write rule=level, for example empty-jar=off.",
        "empty=off | <lint> has 'empty', which is no finding of this release.",
        "<empty>off</empty> | <lint> has 'empty', which is no finding of this release.",
        "<empty-jar/> | <lint> has '' for empty-jar: set it to error, warning, note or off.",
        "<empty-jar>${none}</empty-jar> | <empty-jar> is '${none}', and no property has that name"
      })
  void refusesWhatSaysNothing(String content, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read(new Properties(), content))
        .withMessageStartingWith(message);
  }
}
