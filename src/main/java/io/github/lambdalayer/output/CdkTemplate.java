package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A layer as a construct of the CDK, version 2, in Java 8 or newer: one class. */
final class CdkTemplate {

  private static final String LAMBDA = "software.amazon.awscdk.services.lambda.";

  private final TemplateLayer layer;
  private final List<String> regions;
  private final String packageName;
  private final String className;
  private final TreeSet<String> imports = new TreeSet<>();
  private final List<String> body = new ArrayList<>();

  /**
   * A class.
   *
   * @param regions those that its zip is brought to; none stands for the one that the AWS CLI would take
   */
  CdkTemplate(TemplateLayer layer, List<String> regions, String packageName) {
    this.layer = layer;
    this.regions = List.copyOf(regions);
    this.packageName = packageName;
    this.className = layer.names().className();
  }

  String text() {
    use(LAMBDA + "ILayerVersion");
    use(LAMBDA + "LayerVersion");
    use("software.constructs.Construct");
    if (layer.content() instanceof TemplateContent.Published published) {
      published(published);
    } else {
      version();
    }
    var lines = new ArrayList<String>(head());
    lines.addAll(constructor());
    lines.addAll(
        List.of(
            "",
            "  /** The version, for a function's layers. */",
            "  public ILayerVersion layer() {",
            "    return layer;",
            "  }",
            "}"));
    return String.join("\n", lines) + "\n";
  }

  private List<String> head() {
    var lines = new ArrayList<String>();
    if (layer.content() instanceof TemplateContent.Stored stored) {
      DeploymentCommands.comment(
              TemplateContent.Stored.WHERE + "in the folder of templates:",
              new DeploymentCommands(layer, regions).uploaded(stored))
          .forEach(line -> lines.add("// " + JavaText.command(line)));
    }
    lines.addAll(List.of("package " + packageName + ";", ""));
    imports.forEach(type -> lines.add("import " + type + ";"));
    lines.add("");
    lines.add(
        Messages.format(
            "/** The Lambda layer %s. Written by lambda-layer:template. */",
            layer.definition().name()));
    lines.add("public final class " + className + " extends Construct {");
    lines.add("");
    lines.add("  private final ILayerVersion layer;");
    lines.add("");
    return lines;
  }

  private List<String> constructor() {
    boolean isFile = layer.content() instanceof TemplateContent.File;
    var lines = new ArrayList<>(constructorComment(isFile));
    lines.add(
        Messages.format(
            "  public %s(Construct scope, String id%s) {",
            className, isFile ? ", String zip" : ""));
    lines.add("    super(scope, id);");
    body.forEach(line -> lines.add("    " + line));
    lines.add("  }");
    return lines;
  }

  private List<String> constructorComment(boolean isFile) {
    if (!isFile) {
      return List.of("  /** The layer. */");
    }
    return List.of(
        "  /**",
        "   * The layer.",
        "   *",
        "   * @param zip the layer's zip, as the CDK sees it from its working directory",
        "   */");
  }

  private void use(String type) {
    imports.add(type);
  }

  private void version() {
    use(LAMBDA + "CfnLayerVersion");
    use("software.amazon.awscdk.RemovalPolicy");
    content();
    parameters();
    body.add("// Another content, another id: so old versions stay.");
    body.add(
        Messages.format(
            "CfnLayerVersion version = CfnLayerVersion.Builder.create(this, \"Version%s\")",
            layer.versionId()));
    properties().forEach(property -> body.add("    " + property));
    body.add("    .build();");
    body.add("version.applyRemovalPolicy(RemovalPolicy.RETAIN);");
    layer.definition().permissions().forEach(this::permission);
    body.add("this.layer = LayerVersion.fromLayerVersionArn(this, \"Layer\", version.getRef());");
  }

  private void content() {
    if (layer.content() instanceof TemplateContent.Stored stored) {
      body.add("String bucket = " + bucket(stored) + ";");
      body.add("String key = " + JavaText.literal(stored.key()) + ";");
    } else {
      use("software.amazon.awscdk.services.s3.assets.Asset");
      body.add("Asset asset = Asset.Builder.create(this, \"Zip\").path(zip).build();");
      body.add("String bucket = asset.getS3BucketName();");
      body.add("String key = asset.getS3ObjectKey();");
    }
  }

  private String bucket(TemplateContent.Stored stored) {
    if (!stored.bucket().contains("{")) {
      return JavaText.literal(Placeholders.pattern(stored.bucket(), "", ""));
    }
    use("software.amazon.awscdk.Fn");
    String pattern =
        Placeholders.pattern(
            stored.bucket(),
            "${" + CloudFormation.REGION + "}",
            "${" + CloudFormation.ACCOUNT + "}");
    return "Fn.sub(" + JavaText.literal(pattern) + ")";
  }

  /** What must not make a new version when it alone changes: the CDK keeps earlier values of parameters. */
  private void parameters() {
    if (!layer.definition().description().isEmpty()) {
      parameter("description", "Description", "String", layer.definition().description());
    }
    if (layer.hasDerivedRuntimes()) {
      parameter(
          "runtimes",
          "CompatibleRuntimes",
          "CommaDelimitedList",
          String.join(",", layer.runtimes()));
    }
    if (layer.hasDerivedArchitectures()) {
      parameter(
          "architectures",
          "CompatibleArchitectures",
          "CommaDelimitedList",
          String.join(",", layer.architectures()));
    }
  }

  private void parameter(String name, String id, String type, String value) {
    use("software.amazon.awscdk.CfnParameter");
    body.add(
        "// Later deployments of the same content keep it: if it changed, a new version would be made.");
    body.add(
        Messages.format(
            "CfnParameter %s = CfnParameter.Builder.create(this, \"%s%s\")",
            name, id, layer.versionId()));
    body.add(Messages.format("    .type(\"%s\")", type));
    body.add("    .defaultValue(" + JavaText.literal(value) + ")");
    body.add("    .build();");
  }

  private List<String> properties() {
    var properties = new ArrayList<String>();
    properties.add(".layerName(" + JavaText.literal(layer.definition().name().value()) + ")");
    if (!layer.definition().description().isEmpty()) {
      properties.add(".description(description.getValueAsString())");
    }
    String license = layer.definition().licenseInfo();
    if (license != null && !license.isEmpty()) {
      properties.add(".licenseInfo(" + JavaText.literal(license) + ")");
    }
    if (!layer.runtimes().isEmpty()) {
      properties.add(
          ".compatibleRuntimes("
              + list(layer.hasDerivedRuntimes(), "runtimes", layer.runtimes())
              + ")");
    }
    if (!layer.architectures().isEmpty()) {
      properties.add(
          ".compatibleArchitectures("
              + list(layer.hasDerivedArchitectures(), "architectures", layer.architectures())
              + ")");
    }
    properties.add(
        ".content(CfnLayerVersion.ContentProperty.builder().s3Bucket(bucket).s3Key(key).build())");
    return properties;
  }

  private String list(boolean isDerived, String parameter, List<String> values) {
    if (isDerived) {
      return parameter + ".getValueAsList()";
    }
    use("java.util.Arrays");
    return "Arrays.asList(" + JavaText.literals(values) + ")";
  }

  private void permission(Permission permission) {
    use(LAMBDA + "CfnLayerVersionPermission");
    body.add(
        Messages.format(
            "CfnLayerVersionPermission.Builder.create(this, \"Permission%s\")",
            layer.permissionId(permission)));
    body.add("    .layerVersionArn(version.getRef())");
    body.add("    .action(\"lambda:GetLayerVersion\")");
    body.add("    .principal(" + JavaText.literal(permission.principal()) + ")");
    permission
        .organizationId()
        .ifPresent(id -> body.add("    .organizationId(" + JavaText.literal(id) + ")"));
    body.add("    .build()");
    body.add("    .applyRemovalPolicy(RemovalPolicy.RETAIN);");
  }

  private void published(TemplateContent.Published published) {
    use("software.amazon.awscdk.Aws");
    use("software.amazon.awscdk.CfnMapping");
    boolean isOfOne = RegionMap.isOfOneAccount(published.arns());
    body.add("CfnMapping arns = CfnMapping.Builder.create(this, \"Arns\").build();");
    for (LayerVersionArn arn : RegionMap.sorted(published.arns())) {
      body.add(
          Messages.format(
              "arns.setValue(\"%s\", \"%s\", \"%s\");",
              arn.region(), isOfOne ? "Arn" : arn.account(), arn));
    }
    body.add(
        Messages.format(
            "String arn = arns.findInMap(%s);",
            isOfOne ? "Aws.REGION, \"Arn\"" : "Aws.REGION, Aws.ACCOUNT_ID"));
    body.add("this.layer = LayerVersion.fromLayerVersionArn(this, \"Layer\", arn);");
  }
}
