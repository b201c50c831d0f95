package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the CDK's classes, and runs them, on stand-ins for the CDK: that weighs 140 MB and needs
 * Node.js. They have its signatures.
 */
final class CdkTemplateTest {

  private final Path folder;

  CdkTemplateTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Makes the construct of a layer: what was made in it, and the ARN it ends with. */
  private List<String> made(SampleTemplates layer, TemplateContent content)
      throws IOException, ReflectiveOperationException, URISyntaxException {
    LayerTemplates templates = SampleTemplates.templates(folder, TemplateFormat.CDK);
    templates.add(layer.in(folder), content);
    Path source = templates.write(SampleTemplates.RUN).written().get(0);
    assertThat(source)
        .isEqualTo(folder.resolve("cdk/com/example/layers/SharedLibrariesLayer.java"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(source, classes);
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      return run(loader, content instanceof TemplateContent.File);
    }
  }

  private static void compile(Path source, Path classes) throws IOException, URISyntaxException {
    var arguments =
        new ArrayList<>(List.of("--release", "8", "-Xlint:all,-options", "-Werror", "-proc:none"));
    arguments.addAll(List.of("-classpath", classes.toString(), "-d", classes.toString()));
    arguments.add(source.toString());
    URL standIns = Objects.requireNonNull(CdkTemplateTest.class.getResource("/cdk-stand-ins"));
    try (Stream<Path> files = Files.walk(Path.of(standIns.toURI()))) {
      files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
  }

  private static List<String> run(ClassLoader loader, boolean isFile)
      throws ReflectiveOperationException {
    Class<?> construct = loader.loadClass("software.constructs.Construct");
    Class<?> type = loader.loadClass("com.example.layers.SharedLibrariesLayer");
    Object layer =
        isFile
            ? type.getConstructor(construct, String.class, String.class)
                .newInstance(null, "Layer", "target/x.zip")
            : type.getConstructor(construct, String.class).newInstance(null, "Layer");
    Object version = type.getMethod("layer").invoke(layer);
    Object recorded = loader.loadClass("software.amazon.awscdk.Recorded").getField("ALL").get(null);
    var made = new ArrayList<String>();
    ((List<?>) recorded).forEach(line -> made.add(line.toString()));
    var arn =
        loader
            .loadClass("software.amazon.awscdk.services.lambda.ILayerVersion")
            .getMethod("getLayerVersionArn");
    made.add(arn.invoke(version).toString());
    return made;
  }

  @Test
  void makesAVersionAndItsGrantsThatStay() throws Exception {
    String id =
        new TemplateLayer(SampleTemplates.layer().in(folder), SampleTemplates.stored(), folder)
            .versionId();
    String ref = "ref(Version" + id + ")";

    assertThat(made(SampleTemplates.layer(), SampleTemplates.stored()))
        .containsExactly(
            "RETAIN Version"
                + id
                + " {compatibleArchitectures=[CompatibleArchitectures"
                + id
                + "=arm64, x86_64], compatibleRuntimes=[CompatibleRuntimes"
                + id
                + "=java21, java17],"
                + " content=sub(my-layers-${AWS::Region}-${AWS::AccountId})/"
                + SampleTemplates.KEY
                + ", description=Description"
                + id
                + "=shared-libraries 1.0.0, layerName=shared-libraries, licenseInfo=Apache-2.0}",
            "RETAIN Permission {action=lambda:GetLayerVersion, layerVersionArn="
                + ref
                + ", principal=111122223333}",
            "RETAIN Permission {action=lambda:GetLayerVersion, layerVersionArn="
                + ref
                + ", organizationId=o-a1b2c3d4e5, principal=*}",
            "RETAIN Permission {action=lambda:GetLayerVersion, layerVersionArn="
                + ref
                + ", principal=*}",
            ref);
  }

  @Test
  void whatMeansSomethingToJavaIsATextAllTheSame() throws Exception {
    String text = SampleTemplates.NASTY + "\u00037\u007f \\u000a \\\\u0022 ${AWS::Region} !Sub";
    SampleTemplates layer =
        SampleTemplates.layer().configured().described(text).licensed(text).sharedWith();

    assertThat(made(layer, new TemplateContent.File()).get(0))
        .contains("=" + text + ", layerName=")
        .contains("licenseInfo=" + text + "}")
        .contains("compatibleRuntimes=[java21, java17]")
        .contains("content=assets/key of target/x.zip");
  }

  @Test
  void publishedVersionsAreFoundByTheirRegions() throws Exception {
    assertThat(made(SampleTemplates.layer(), SampleTemplates.inTwoRegions()))
        .containsExactly(
            "eu-west-1/Arn=arn:aws:lambda:eu-west-1:111122223333:layer:shared-libraries:12",
            "us-east-1/Arn=arn:aws:lambda:us-east-1:111122223333:layer:shared-libraries:3",
            "find(<region>/Arn)");
  }

  @Test
  void thoseOfSeveralAccountsByTheirAccountsToo() throws Exception {
    assertThat(made(SampleTemplates.layer(), SampleTemplates.inTwoAccounts()))
        .contains(
            "us-east-1/444455556666=arn:aws:lambda:us-east-1:444455556666:layer:shared-libraries:1")
        .endsWith("find(<region>/<account>)");
  }

  /** Where Java reads Unicode escapes in comments too, and ends their line at some. */
  @Test
  void whatMeansSomethingToJavaIsACommentAllTheSame() throws Exception {
    var stored = new TemplateContent.Stored("my-layers", "a\\user\\\\u000a'\\uu000ab/c.zip");

    assertThat(made(SampleTemplates.layer(), stored).get(0)).contains("/" + stored.key());
    assertThat(
            Programs.run(
                folder,
                Map.of(),
                List.of(
                    "sh",
                    "-c",
                    "aws() { printf '%s\\n' \"$4\"; }\n" + TemplateCommands.script(text(stored)))))
        .isEqualTo(new Programs.Outcome(0, "s3://my-layers/" + stored.key() + "\n"));
  }

  private String text(TemplateContent content) {
    return new CdkTemplate(
            new TemplateLayer(SampleTemplates.layer().in(folder), content, folder),
            List.of(),
            "com.example.layers")
        .text();
  }
}
