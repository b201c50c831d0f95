package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.content.PlacedArtifact.Unpacking;
import io.github.lambdalayer.layer.InvalidInputException;
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

final class MappingsTest {

  private static final Unpacking ALL = new Unpacking(0, List.of(), List.of());

  private static List<Mapping> read(Properties commandLine, String content) throws Exception {
    var session =
        SampleProjects.session(commandLine, SampleProjects.project("com.example", "app", "1.0"));
    var expressions = new Expressions(session, new MojoExecution(new Plugin(), "package", "x"));
    return new Mappings(expressions)
        .read(
            new XmlPlexusConfiguration(
                Xpp3DomBuilder.build(new StringReader("<mappings>" + content + "</mappings>"))));
  }

  private static List<Mapping> read(String content) throws Exception {
    return read(new Properties(), content);
  }

  @Test
  void takesTheElementsOfThePom() throws Exception {
    assertThat(
            read(
                "<mapping><artifact> g:agent </artifact><to>agent.jar</to></mapping>"
                    + "<mapping><artifact>g:t:tar.gz</artifact><to>bin/</to><unpack>true</unpack>"
                    + "<stripComponents>1</stripComponents><includes>a,b</includes>"
                    + "<excludes><exclude>c</exclude></excludes></mapping>"
                    + "<mapping>g:z=unpack:/</mapping>"))
        .extracting(m -> m.pattern().text(), Mapping::to, Mapping::unpacking)
        .containsExactly(
            tuple("g:agent", "agent.jar", null),
            tuple("g:t:tar.gz", "bin/", new Unpacking(1, List.of("a", "b"), List.of("c"))),
            tuple("g:z", "", ALL));
  }

  @Test
  void takesTheTextOfTheCommandLine() throws Exception {
    Properties commandLine =
        properties("lambdaLayer.mappings", "g:agent=agent.jar, g:tool = unpack:bin/,g:x=/");

    assertThat(read(commandLine, "${lambdaLayer.mappings}"))
        .extracting(m -> m.pattern().text(), Mapping::to, Mapping::unpacking)
        .containsExactly(
            tuple("g:agent", "agent.jar", null),
            tuple("g:tool", "bin/", ALL),
            tuple("g:x", "", null));
  }

  @Test
  void theElementsOfThePomBeatTheCommandLine() throws Exception {
    Properties commandLine = properties("lambdaLayer.mappings", "g:b=b.jar");

    assertThat(read(commandLine, "${lambdaLayer.mappings}<mapping>g:a=a.jar</mapping>"))
        .extracting(Mapping::to)
        .containsExactly("a.jar");
  }

  @Test
  void thereAreNoneWhereNobodySaysSo() throws Exception {
    assertThat(read("${lambdaLayer.mappings}")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<map/> | <mappings> has <map>: it takes <mapping> only.",
        "<mapping><from>x</from></mapping> | number 1 has <from>, which says nothing: it takes"
            + " <artifact>, <to>, <unpack>, <stripComponents>, <includes>, <excludes>.",
        "<mapping><to>a</to><to>b</to></mapping> | number 1 has <to> twice",
        "<mapping><to>a</to></mapping> | number 1 has no <artifact>",
        "<mapping><artifact>g:a</artifact></mapping> | number 1 has no <to>",
        "<mapping><artifact>!g:a</artifact><to>a</to></mapping> | there is no negation",
        "<mapping><artifact>g:a</artifact><to>a</to><stripComponents>1</stripComponents></mapping> |"
            + " add <unpack>true</unpack>",
        "<mapping><artifact>g:a</artifact><to>a/</to><includes>x</includes></mapping> | add"
            + " <unpack>true</unpack>",
        "<mapping><artifact>g:a</artifact><to>a</to><unpack>yes</unpack></mapping> | write true or"
            + " false",
        "<mapping><artifact>g:a</artifact><to>a/</to><unpack>true</unpack>"
            + "<stripComponents>-1</stripComponents></mapping> | the <stripComponents> '-1'",
        "g:a | <mappings> has 'g:a': write PATTERN=FILE",
        "g:a= | <mappings> has 'g:a='",
        "g:a=unpack: | <mappings> has 'g:a=unpack:'",
        "g:a=unpack:bin | unpacks to 'bin', which is a file: write 'bin/' for a folder",
        "g:a=/etc/x | the <to> '/etc/x', which has an absolute name",
        "g:a=../x | which has '..' in its name",
        "g:a=a\\b | which has a backslash",
        "g:a=C:x | which has a drive letter",
        "g:a=./x | which has an empty part or '.'",
        "g:a=a//b | which has an empty part or '.'",
        "g:a=META-INF/lambda-layer/x.json | which is where the documents about layers are"
      })
  void refusesAnythingElse(String content, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read(content))
        .withMessageContaining(message);
  }
}
