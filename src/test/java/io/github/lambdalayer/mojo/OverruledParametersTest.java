package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

final class OverruledParametersTest {

  private final Xpp3Dom configuration = new Xpp3Dom("configuration");
  private final Properties commandLine = new Properties();

  private Xpp3Dom element(String name, String value) {
    var element = new Xpp3Dom(name);
    element.setValue(value);
    configuration.addChild(element);
    return element;
  }

  private List<String> warnings() {
    var log = new RecordingLog();
    var execution = new MojoExecution(new Plugin(), "delete", "default-cli");
    execution.setConfiguration(configuration);
    OverruledParameters.warn(execution, commandLine, log);
    return log.warnings;
  }

  @Test
  void aValueInThePomOverrulesTheCommandLine() {
    element("regions", "eu-west-1,us-east-1");
    commandLine.setProperty("lambdaLayer.regions", "us-east-1");

    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("-DlambdaLayer.regions says nothing here, for the POM has <regions>");
  }

  @Test
  void elementsOverruleItThoughTheExpressionIsBesideThem() {
    Xpp3Dom regions = element("regions", "${lambdaLayer.regions}");
    var region = new Xpp3Dom("region");
    region.setValue("eu-west-1");
    regions.addChild(region);
    commandLine.setProperty("lambdaLayer.regions", "us-east-1");

    assertThat(warnings()).hasSize(1);
  }

  @Test
  void whatThePomDoesNotSayCounts() {
    element("regions", "${lambdaLayer.regions}");
    element("bucket", "");
    commandLine.setProperty("lambdaLayer.regions", "us-east-1");
    commandLine.setProperty("lambdaLayer.bucket", "zips");
    commandLine.setProperty("lambdaLayer.yes", "true");

    assertThat(warnings()).isEmpty();
  }

  @Test
  void theSameSaidTwiceIsNotWorthAWord() {
    element("regions", " eu-west-1 ");
    Xpp3Dom functions = element("functions", "${lambdaLayer.functions}");
    for (String name : List.of("orders", "bills")) {
      var function = new Xpp3Dom("function");
      function.setValue(name);
      functions.addChild(function);
    }
    commandLine.setProperty("lambdaLayer.regions", "eu-west-1");
    commandLine.setProperty("lambdaLayer.functions", "bills, orders");

    assertThat(warnings()).isEmpty();
  }
}
