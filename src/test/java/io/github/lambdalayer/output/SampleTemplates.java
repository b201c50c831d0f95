package io.github.lambdalayer.output;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Layers for tests of templates. */
record SampleTemplates(
    String name,
    String description,
    @Nullable String license,
    boolean isConfigured,
    String content,
    List<Permission> permissions,
    List<LambdaRuntime> runtimes) {

  /** All that means something to YAML, to CloudFormation, to Terraform or to Java. */
  static final String NASTY =
      "a \"quoted\": ${user} $${x} %{if} %%{y} \\u0041 \\ 'b' # c\n\tümlaut \u2028 😀 - {{d}} */ null";

  static final List<Permission> PERMISSIONS =
      List.of(
          Permission.parse("account:111122223333"),
          Permission.parse("organization:o-a1b2c3d4e5"),
          Permission.parse("public"));

  static final String KEY = "lambda-layers/shared-libraries/0a1b2c.zip";

  /** By hand. */
  static final TemplateRun RUN = new TemplateRun("default-cli", Set.of(), Set.of());

  static SampleTemplates layer() {
    return new SampleTemplates(
        "shared-libraries",
        "shared-libraries 1.0.0",
        "Apache-2.0",
        false,
        "one",
        PERMISSIONS,
        List.of(new LambdaRuntime("java21"), new LambdaRuntime("java17")));
  }

  SampleTemplates named(String other) {
    return new SampleTemplates(
        other, description, license, isConfigured, content, permissions, runtimes);
  }

  SampleTemplates described(String other) {
    return new SampleTemplates(name, other, license, isConfigured, content, permissions, runtimes);
  }

  SampleTemplates licensed(@Nullable String other) {
    return new SampleTemplates(
        name, description, other, isConfigured, content, permissions, runtimes);
  }

  SampleTemplates configured() {
    return new SampleTemplates(name, description, license, true, content, permissions, runtimes);
  }

  SampleTemplates holding(String other) {
    return new SampleTemplates(
        name, description, license, isConfigured, other, permissions, runtimes);
  }

  SampleTemplates sharedWith(Permission... others) {
    return new SampleTemplates(
        name, description, license, isConfigured, content, List.of(others), runtimes);
  }

  SampleTemplates runBy(List<LambdaRuntime> others) {
    return new SampleTemplates(
        name, description, license, isConfigured, content, permissions, others);
  }

  /** The descriptor of a zip beside the folder of templates. */
  LayerDescriptor in(Path folder) {
    return descriptor(folder.resolve("../../" + name + "-1.0.0-layer.zip"));
  }

  LayerDescriptor descriptor(Path zip) {
    return new LayerDescriptor(
        new LayerDefinition(
            new LayerName(name),
            description,
            license,
            runtimes,
            isConfigured,
            List.of(Architecture.ARM64, Architecture.X86_64),
            isConfigured,
            permissions),
        "1.0.0",
        false,
        new LayerZip(zip, Sha256.of(content).base64(), 3, 3, 1));
  }

  static TemplateContent.Stored stored() {
    return new TemplateContent.Stored("my-layers-{region}-{account}", KEY);
  }

  static TemplateContent.Published published(String... arns) {
    return new TemplateContent.Published(Arrays.stream(arns).map(LayerVersionArn::parse).toList());
  }

  static TemplateContent.Published inTwoRegions() {
    return published(
        "arn:aws:lambda:us-east-1:111122223333:layer:shared-libraries:3",
        "arn:aws:lambda:eu-west-1:111122223333:layer:shared-libraries:12");
  }

  static TemplateContent.Published inTwoAccounts() {
    return published(
        "arn:aws:lambda:us-east-1:444455556666:layer:shared-libraries:1",
        "arn:aws:lambda:us-east-1:111122223333:layer:shared-libraries:3",
        "arn:aws:lambda:eu-west-1:111122223333:layer:shared-libraries:12");
  }

  /** Templates with the ids of organizational units, regions and a package. */
  static LayerTemplates templates(Path folder, TemplateFormat... formats) {
    return new LayerTemplates(
        folder,
        new LayerTemplates.Options(
            List.of(formats),
            List.of("eu-west-1", "us-east-1"),
            List.of("ou-abcd-11111111"),
            "com.example.layers"));
  }
}
