package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Placeholders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A layer for Terraform, with the arguments of the AWS provider; several may stand in one folder. */
final class TerraformTemplate {

  private final TemplateLayer layer;
  private final List<String> regions;
  private final String name;
  private final List<String> lines = new ArrayList<>();

  /**
   * A template.
   *
   * @param regions those that its zip is brought to; none stands for the one that the AWS CLI would take
   */
  TerraformTemplate(TemplateLayer layer, List<String> regions) {
    this.layer = layer;
    this.regions = List.copyOf(regions);
    this.name = layer.names().snake();
  }

  String text() {
    lines.add(
        Messages.format(
            "# The Lambda layer %s. Written by lambda-layer:template, for Terraform 1.2 or newer.",
            layer.definition().name()));
    if (layer.content() instanceof TemplateContent.Stored stored) {
      DeploymentCommands.comment(
              TemplateContent.Stored.WHERE + "in this folder:",
              new DeploymentCommands(layer, regions).uploaded(stored))
          .forEach(line -> lines.add("# " + line));
    }
    if (layer.content() instanceof TemplateContent.Published published) {
      published(published);
    } else {
      version();
    }
    return String.join("\n", lines) + "\n";
  }

  private void add(List<String> block) {
    lines.add("");
    lines.addAll(block);
  }

  private void version() {
    if (layer.content() instanceof TemplateContent.Stored stored) {
      addData(stored.bucket().contains("{region}"), stored.bucket().contains("{account}"));
    }
    lines.add("");
    lines.add(
        "# One instance for each content: the same content makes no new version, whatever its release.");
    var body = new ArrayList<String>();
    body.add("for_each = toset([" + key() + "])");
    body.add("");
    body.addAll(Hcl.arguments(arguments()));
    body.add("");
    body.addAll(Hcl.block("lifecycle", lifecycle()));
    lines.addAll(Hcl.block(head("resource", "aws_lambda_layer_version"), body));
    if (!layer.definition().permissions().isEmpty()) {
      add(Hcl.block(head("resource", "aws_lambda_layer_version_permission"), permissions()));
    }
    addOutput(instance() + ".arn");
  }

  /** What only the provider knows. */
  private void addData(boolean region, boolean account) {
    if (region) {
      lines.add("");
      lines.add(head("data", "aws_region") + " {}");
    }
    if (account) {
      lines.add("");
      lines.add(head("data", "aws_caller_identity") + " {}");
    }
  }

  private String head(String kind, String type) {
    return Messages.format("%s \"%s\" \"%s\"", kind, type, name);
  }

  private String key() {
    return Hcl.text(layer.versionId());
  }

  private String instance() {
    return "aws_lambda_layer_version." + name + "[" + key() + "]";
  }

  private Map<String, String> arguments() {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("layer_name", Hcl.text(layer.definition().name().value()));
    if (!layer.definition().description().isEmpty()) {
      arguments.put("description", Hcl.text(layer.definition().description()));
    }
    String license = layer.definition().licenseInfo();
    if (license != null && !license.isEmpty()) {
      arguments.put("license_info", Hcl.text(license));
    }
    if (!layer.runtimes().isEmpty()) {
      arguments.put("compatible_runtimes", Hcl.list(layer.runtimes()));
    }
    if (!layer.architectures().isEmpty()) {
      arguments.put("compatible_architectures", Hcl.list(layer.architectures()));
    }
    if (layer.content() instanceof TemplateContent.Stored stored) {
      arguments.put("s3_bucket", bucket(stored));
      arguments.put("s3_key", Hcl.text(stored.key()));
    } else {
      arguments.put("filename", zip());
    }
    arguments.put("source_code_hash", digest());
    arguments.put("skip_destroy", "true");
    return arguments;
  }

  /** Bucket names have no character that means anything in a text. */
  private String bucket(TemplateContent.Stored stored) {
    return '"'
        + Placeholders.pattern(
            stored.bucket(),
            "${data.aws_region." + name + ".id}",
            "${data.aws_caller_identity." + name + ".account_id}")
        + '"';
  }

  private String zip() {
    return "\"${path.module}/" + Hcl.text(layer.zip()).substring(1);
  }

  private String digest() {
    return Hcl.text(layer.descriptor().zip().codeSha256());
  }

  private List<String> lifecycle() {
    var ignored = new ArrayList<>(List.of("description"));
    if (layer.hasDerivedRuntimes()) {
      ignored.add("compatible_runtimes");
    }
    if (layer.hasDerivedArchitectures()) {
      ignored.add("compatible_architectures");
    }
    boolean isFile = layer.content() instanceof TemplateContent.File;
    ignored.add(isFile ? "filename" : "s3_bucket");
    var lifecycle = new ArrayList<String>();
    lifecycle.add("ignore_changes = [" + String.join(", ", ignored) + "]");
    if (isFile) {
      var precondition = new LinkedHashMap<String, String>();
      precondition.put("condition", "filebase64sha256(" + zip() + ") == " + digest());
      precondition.put(
          "error_message",
          Hcl.text(
              "The zip is not the one that this file was written for: run mvn package again."));
      lifecycle.add("");
      lifecycle.addAll(Hcl.block("precondition", Hcl.arguments(precondition)));
    }
    return lifecycle;
  }

  private List<String> permissions() {
    var body = new ArrayList<String>();
    body.add("for_each = {");
    Hcl.arguments(
            layer.definition().permissions().stream()
                .collect(
                    Collectors.toMap(
                        permission -> Hcl.text(permission.statementId()),
                        TerraformTemplate::principal,
                        (first, second) -> first,
                        LinkedHashMap::new)))
        .forEach(line -> body.add("  " + line));
    body.add("}");
    body.add("");
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("layer_name", instance() + ".layer_name");
    arguments.put("version_number", instance() + ".version");
    arguments.put("statement_id", "each.key");
    arguments.put("action", Hcl.text("lambda:GetLayerVersion"));
    arguments.put("principal", "each.value.principal");
    arguments.put("organization_id", "each.value.organization");
    arguments.put("skip_destroy", "true");
    body.addAll(Hcl.arguments(arguments));
    return body;
  }

  private static String principal(Permission permission) {
    return Messages.format(
        "{ principal = %s, organization = %s }",
        Hcl.text(permission.principal()),
        permission.organizationId().map(Hcl::text).orElse("null"));
  }

  private void published(TemplateContent.Published published) {
    boolean isOfOne = RegionMap.isOfOneAccount(published.arns());
    addData(true, !isOfOne);
    var arns = new ArrayList<String>();
    arns.add(name + "_arns = {");
    (isOfOne ? texts(published.arns(), LayerVersionArn::region) : byRegion(published.arns()))
        .forEach(line -> arns.add("  " + line));
    arns.add("}");
    add(Hcl.block("locals", arns));
    String account = isOfOne ? "" : "[data.aws_caller_identity." + name + ".account_id]";
    addOutput("local." + name + "_arns[data.aws_region." + name + ".id]" + account);
  }

  private static List<String> texts(
      List<LayerVersionArn> arns, Function<LayerVersionArn, String> key) {
    var texts = new LinkedHashMap<String, String>();
    RegionMap.sorted(arns)
        .forEach(arn -> texts.put(Hcl.text(key.apply(arn)), Hcl.text(arn.toString())));
    return Hcl.arguments(texts);
  }

  private static List<String> byRegion(List<LayerVersionArn> arns) {
    var lines = new ArrayList<String>();
    RegionMap.sorted(arns).stream()
        .collect(
            Collectors.groupingBy(LayerVersionArn::region, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (region, in) ->
                lines.addAll(
                    Hcl.block(Hcl.text(region) + " =", texts(in, LayerVersionArn::account))));
    return lines;
  }

  private void addOutput(String value) {
    var output = new LinkedHashMap<String, String>();
    output.put(
        "description",
        Hcl.text(
            Messages.format("The ARN of the version of the layer %s", layer.definition().name())));
    output.put("value", value);
    add(Hcl.block("output \"" + name + "_arn\"", Hcl.arguments(output)));
  }
}
