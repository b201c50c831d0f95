package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Templates for CloudFormation and for AWS SAM. */
final class CloudFormationTemplates {

  private final TemplateLayer layer;
  private final CloudFormation parts;
  private final String name;

  CloudFormationTemplates(TemplateLayer layer) {
    this.layer = layer;
    this.parts = new CloudFormation(layer);
    this.name = layer.definition().name().value();
  }

  /** For {@code aws cloudformation deploy}. */
  String cloudFormation() {
    if (layer.content() instanceof TemplateContent.Published published) {
      Map<String, Object> document = parts.document(description());
      putPublished(document, published);
      return comment(
              List.of(
                  "Its versions are there already: copy the mapping, or deploy the template for its output.",
                  deploy("cloudformation deploy", TemplateFormat.CLOUDFORMATION)))
          + Yaml.of(document);
    }
    return comment(usage()) + version(parts.parameters());
  }

  private List<String> usage() {
    String file = name + "." + TemplateFormat.CLOUDFORMATION.id() + ".yaml";
    return layer.content() instanceof TemplateContent.Stored stored
        ? List.of(
            "Its zip must be in the bucket, in each region:",
            Messages.format(
                "  aws s3 cp %s s3://%s/%s", layer.zip(), stored.bucket(), stored.key()),
            deploy("cloudformation deploy", TemplateFormat.CLOUDFORMATION))
        : List.of(
            "It takes the zip from disk, so it is packaged first, in this folder:",
            Messages.format(
                "  aws cloudformation package --template-file %s --s3-bucket BUCKET"
                    + " --output-template-file packaged.yaml",
                file),
            Messages.format(
                "  aws cloudformation deploy --stack-name %s --template-file packaged.yaml",
                stackName()));
  }

  /** A layer's name may have underscores, a stack's may not, and a letter comes first in it. */
  private String stackName() {
    return "layer-" + name.replace('_', '-');
  }

  private String deploy(String command, TemplateFormat format) {
    return Messages.format(
        "  aws %s --stack-name %s --template-file %s.%s.yaml",
        command, stackName(), name, format.id());
  }

  /**
   * The template of a version, without comments, for a stack set, which gives the parameters: it does not
   * change when their values do.
   */
  String versionInSet() {
    var parameters = new LinkedHashMap<String, Object>();
    parts
        .parameters()
        .forEach((name, parameter) -> parameters.put(name, Map.of("Type", parameter.get("Type"))));
    return version(parameters);
  }

  private String version(Map<String, ?> parameters) {
    Map<String, Object> document = parts.document(description());
    put(document, "Parameters", parameters);
    var resources = new LinkedHashMap<String, Object>();
    resources.put(parts.versionName(), parts.version());
    resources.putAll(parts.permissions(parts.versionName()));
    document.put("Resources", resources);
    document.put("Outputs", parts.outputs(Yaml.ref(parts.versionName())));
    return Yaml.of(document);
  }

  /** For {@code sam deploy}. */
  String sam() {
    Map<String, Object> document = parts.document(description());
    document.put("Transform", "AWS::Serverless-2016-10-31");
    if (layer.content() instanceof TemplateContent.Published published) {
      document.put("Globals", Map.of("Function", Map.of("Layers", List.of(parts.find(published)))));
      putPublished(document, published);
    } else {
      put(document, "Parameters", parts.parameters());
      document.put("Resources", samResources());
      document.put("Outputs", parts.outputs(Yaml.ref(layer.names().camel())));
    }
    return comment(
            List.of(
                "To deploy it as it is, in this folder:",
                Messages.format(
                    "  sam deploy --resolve-s3 --stack-name %s --template-file %s.sam.yaml",
                    stackName(), name)))
        + Yaml.of(document);
  }

  /** SAM itself makes another logical id of another content. */
  private Map<String, Object> samResources() {
    Object content =
        layer.content() instanceof TemplateContent.Stored stored
            ? CloudFormation.object(stored, "Bucket", "Key")
            : layer.zip();
    Map<String, Object> properties = parts.properties("ContentUri", content);
    properties.put("RetentionPolicy", "Retain");
    var version = new LinkedHashMap<String, Object>();
    version.put("Type", "AWS::Serverless::LayerVersion");
    version.put("UpdateReplacePolicy", "Retain");
    version.put("Properties", properties);
    var resources = new LinkedHashMap<String, Object>();
    resources.put(layer.names().camel(), version);
    resources.putAll(parts.permissions(layer.names().camel()));
    return resources;
  }

  private void putPublished(Map<String, Object> document, TemplateContent.Published published) {
    document.put("Mappings", parts.mappings(published));
    document.put("Resources", CloudFormation.nothing());
    document.put("Outputs", parts.outputs(parts.find(published)));
  }

  private static void put(Map<String, Object> document, String key, Map<String, ?> section) {
    if (!section.isEmpty()) {
      document.put(key, section);
    }
  }

  private String description() {
    return "The Lambda layer " + name;
  }

  /** The head of a file: what it is, and what to do with it. */
  String comment(List<String> usage) {
    var comment = new StringBuilder();
    comment.append(
        Messages.format("# The Lambda layer %s. Written by lambda-layer:template.%n", name)
            .replace(System.lineSeparator(), "\n"));
    usage.forEach(line -> comment.append("# ").append(line).append('\n'));
    return comment.toString();
  }
}
