package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Templates for CloudFormation and for AWS SAM. */
final class CloudFormationTemplates {

  private final TemplateLayer layer;
  private final CloudFormation parts;
  private final DeploymentCommands commands;
  private final String name;

  CloudFormationTemplates(TemplateLayer layer, List<String> regions) {
    this.layer = layer;
    this.parts = new CloudFormation(layer);
    this.commands = new DeploymentCommands(layer, regions);
    this.name = layer.definition().name().value();
  }

  /** For {@code aws cloudformation deploy}. */
  String cloudFormation() {
    if (layer.content() instanceof TemplateContent.Published published) {
      Map<String, Object> document = parts.document(description());
      putPublished(document, published);
      return comment(
              DeploymentCommands.comment(
                  "Its versions are there already: copy the mapping, or deploy the template for its output.",
                  commands.deployed(TemplateFormat.CLOUDFORMATION)))
          + Yaml.of(document);
    }
    Map<String, Object> document = parts.document(description());
    put(document, "Metadata", parts.metadata());
    return comment(usage()) + version(document, parts.parameters());
  }

  private List<String> usage() {
    return layer.content() instanceof TemplateContent.Stored stored
        ? stored(stored, TemplateFormat.CLOUDFORMATION)
        : DeploymentCommands.comment(
            "It takes the zip from disk, so it is packaged first, in this folder, into a bucket of the"
                + " region:",
            commands.packaged());
  }

  private List<String> stored(TemplateContent.Stored stored, TemplateFormat format) {
    return DeploymentCommands.comment(
        TemplateContent.Stored.WHERE + "in this folder:",
        commands.uploaded(stored, commands.deploy(format)));
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
    return version(parts.document(description()), parameters);
  }

  private String version(Map<String, Object> document, Map<String, ?> parameters) {
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
      put(document, "Metadata", parts.metadata());
      put(document, "Parameters", parts.parameters());
      document.put("Resources", samResources());
      document.put("Outputs", parts.outputs(Yaml.ref(layer.names().camel())));
    }
    return comment(samUsage()) + Yaml.of(document);
  }

  private List<String> samUsage() {
    return layer.content() instanceof TemplateContent.Stored stored
        ? stored(stored, TemplateFormat.SAM)
        : DeploymentCommands.comment(
            "To deploy it as it is, in this folder:", commands.deployed(TemplateFormat.SAM));
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
    put(version, "Metadata", parts.samMetadata());
    version.put("Properties", properties);
    var resources = new LinkedHashMap<String, Object>();
    resources.put(layer.names().camel(), version);
    resources.putAll(parts.permissions(layer.names().camel()));
    return resources;
  }

  private void putPublished(Map<String, Object> document, TemplateContent.Published published) {
    document.put("Mappings", parts.mappings(published));
    document.put("Resources", parts.nothing());
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
