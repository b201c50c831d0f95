package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.operate.Retention;
import java.time.Duration;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetainParameterTest {

  private final MavenProject project = project("com.example", "app", "1.0");
  private final RetainParameter parameter =
      new RetainParameter(
          new Expressions(
              session(properties(), project), new MojoExecution(new Plugin(), "publish", "x")));

  private static DefaultPlexusConfiguration text(String text) {
    var retain = new DefaultPlexusConfiguration("retain");
    retain.setValue(text);
    return retain;
  }

  @Test
  void nothingSaidKeepsAll() {
    assertThat(parameter.read(null)).isEmpty();
    assertThat(parameter.read(text("${lambdaLayer.retain}"))).isEmpty();
  }

  @Test
  void elementsAreRules() {
    var retain = new DefaultPlexusConfiguration("retain");
    retain.addChild("keep", " 10 ");
    retain.addChild("keepYounger", "P90D");
    retain.addChild("keepGranted", "false");

    assertThat(parameter.read(retain))
        .contains(new Retention(10, Duration.ofDays(90), false, false));
  }

  @Test
  void aTextIsTheSameRules() {
    assertThat(parameter.read(text("keep:10, keepYounger:90d")))
        .contains(new Retention(10, Duration.ofDays(90), true, false));
    assertThat(parameter.read(text("keepYounger:4w")))
        .contains(new Retention(1, Duration.ofDays(28), true, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 | <retain> has '10': write it as elements",
        "kep:10 | <retain> has 'kep': it takes <keep>, <keepYounger> and <keepGranted>.",
        "keep:ten | <keep> is 'ten': write how many",
        "keep:0 | <keep> is '0': write how many",
        "keepYounger:soon | <keepYounger> is 'soon': write an age",
        "keep:1,keepGranted:no | <keepGranted> is 'no': write true or false.",
        "keepGranted:true | <retain> does not say which versions are kept",
        "deleteUsed:true | <retain> has 'deleteUsed': it takes"
      })
  void whatSaysNothingIsRefused(String text, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> parameter.read(text(text)))
        .withMessageStartingWith(message);
  }
}
