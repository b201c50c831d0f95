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

  private static void child(Xpp3Dom parent, String name, String value) {
    var child = new Xpp3Dom(name);
    child.setValue(value);
    parent.addChild(child);
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
    child(regions, "region", "eu-west-1");
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
  void anElementThatSaysSomethingByItsNameAloneOverrulesToo() {
    Xpp3Dom permissions = element("permissions", "${lambdaLayer.permissions}");
    permissions.addChild(new Xpp3Dom("public"));
    commandLine.setProperty("lambdaLayer.permissions", "account:111122223333");
    assertThat(warnings()).hasSize(1);

    commandLine.setProperty("lambdaLayer.permissions", "public");
    assertThat(warnings()).isEmpty();
  }

  @Test
  void elementsMaySayTheSameAsItemsDo() {
    Xpp3Dom permissions = element("permissions", "${lambdaLayer.permissions}");
    child(permissions, "account", "111122223333");
    child(permissions, "public", "");
    Xpp3Dom retain = element("retain", "${lambdaLayer.retain}");
    child(retain, "keep", "10");
    Xpp3Dom lint = element("lint", "${lambdaLayer.lint}");
    child(lint, "empty-jar", "off");
    commandLine.setProperty("lambdaLayer.lint", "empty-jar=off");
    commandLine.setProperty("lambdaLayer.permissions", "public,account:111122223333");
    commandLine.setProperty("lambdaLayer.retain", "keep:10");
    assertThat(warnings()).isEmpty();

    commandLine.setProperty("lambdaLayer.retain", "keep:9");
    commandLine.setProperty("lambdaLayer.permissions", "public");
    assertThat(warnings()).hasSize(2);
  }

  @Test
  void whereTheOrderCountsAnotherOneIsAnotherValue() {
    element("layers", "a,b");
    element("description", "A, B");
    commandLine.setProperty("lambdaLayer.layers", "b,a");
    commandLine.setProperty("lambdaLayer.description", "B, A");
    assertThat(warnings()).hasSize(2);

    commandLine.setProperty("lambdaLayer.layers", "a, b");
    commandLine.setProperty("lambdaLayer.description", "A, B");
    assertThat(warnings()).isEmpty();
  }

  @Test
  void whatThePomTakesIntoItsOwnValueIsHeard() {
    element("regions", "${lambdaLayer.regions},us-east-1");
    commandLine.setProperty("lambdaLayer.regions", "eu-west-1");

    assertThat(warnings()).isEmpty();
  }

  @Test
  void aNoGoesBeforeThePomsYes() {
    element("yes", "true");
    commandLine.setProperty("lambdaLayer.yes", "false");
    assertThat(warnings()).isEmpty();

    commandLine.setProperty("lambdaLayer.yes", "");
    assertThat(warnings()).hasSize(1);
  }

  @Test
  void theSameSaidTwiceIsNotWorthAWord() {
    element("regions", " eu-west-1 ");
    Xpp3Dom functions = element("functions", "${lambdaLayer.functions}");
    for (String name : List.of("orders", "bills")) {
      child(functions, "function", name);
    }
    commandLine.setProperty("lambdaLayer.regions", "eu-west-1");
    commandLine.setProperty("lambdaLayer.functions", "bills, orders");

    assertThat(warnings()).isEmpty();
  }
}
