package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Placeholders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of CloudFormation's templates for a layer. */
final class CloudFormation {

  static final String REGION = "AWS::Region";
  static final String ACCOUNT = "AWS::AccountId";

  private static final String KEPT =
      "Later deployments of the same content keep it, for CloudFormation makes a new version whenever it"
          + " changes";

  /** The type of a parameter of several values. */
  static final String LIST = "CommaDelimitedList";

  /** Runtimes appear faster than tools that list them, and this plugin has looked at them already. */
  private static final String LIST_OF_RUNTIMES = "its list of runtimes may be older than Lambda's";

  private static final String PACKAGED_FIRST =
      "aws cloudformation package comes first, as is said above";

  private final TemplateLayer layer;

  CloudFormation(TemplateLayer layer) {
    this.layer = layer;
  }

  /** The head of every template. */
  Map<String, Object> document(String description) {
    var document = new LinkedHashMap<String, Object>();
    document.put("AWSTemplateFormatVersion", "2010-09-09");
    document.put("Description", description);
    return document;
  }

  /** The logical id of the version: another content, another id. */
  String versionName() {
    return layer.names().camel() + layer.versionId();
  }

  /**
   * Parameters for what must not make a new version when it alone changes. Their names go with the
   * content, so that new content gets what the template says.
   */
  Map<String, Map<String, Object>> parameters() {
    var parameters = new LinkedHashMap<String, Map<String, Object>>();
    String description = layer.definition().description();
    if (!description.isEmpty()) {
      parameters.put(
          lasting("Description"),
          parameter("String", description, Map.of("MaxLength", Limits.DESCRIPTION_LENGTH)));
    }
    if (layer.hasDerivedRuntimes()) {
      parameters.put(lasting("CompatibleRuntimes"), list(layer.runtimes()));
    }
    if (layer.hasDerivedArchitectures()) {
      parameters.put(lasting("CompatibleArchitectures"), list(layer.architectures()));
    }
    return parameters;
  }

  /** The version's name comes first, for a layer may be called description, and has no other's name then. */
  private String lasting(String property) {
    return versionName() + property;
  }

  private static Map<String, Object> list(List<String> values) {
    return parameter(LIST, String.join(",", values), Map.of());
  }

  private static Map<String, Object> parameter(
      String type, String value, Map<String, Object> constraints) {
    var parameter = new LinkedHashMap<String, Object>();
    parameter.put("Type", type);
    parameter.put("Default", value);
    parameter.putAll(constraints);
    parameter.put("Description", KEPT);
    return parameter;
  }

  /**
   * What is said to cfn-lint of the whole template: it compares what parameters have by default with its
   * own list of runtimes, and says of parameters, not of the resource, what it does not find there.
   */
  Map<String, Object> metadata() {
    return ignored(layer.hasDerivedRuntimes() ? Map.of("W1030", LIST_OF_RUNTIMES) : Map.of());
  }

  /** What is said to cfn-lint of a version of SAM's. Of a runtime that is not known here it may tell. */
  Map<String, Object> samMetadata() {
    return ignored(runtimeChecks());
  }

  private Map<String, Object> versionMetadata() {
    var checks = new LinkedHashMap<String, String>(runtimeChecks());
    if (layer.content() instanceof TemplateContent.File) {
      checks.put("W3002", PACKAGED_FIRST);
    }
    return ignored(checks);
  }

  private Map<String, String> runtimeChecks() {
    return layer.hasConfiguredRuntimes() && layer.knowsRuntimes()
        ? Map.of("E3030", LIST_OF_RUNTIMES)
        : Map.of();
  }

  /** Checks of cfn-lint's, with the reason why they do not apply. */
  private static Map<String, Object> ignored(Map<String, String> checks) {
    List<Yaml.Remarked> remarked =
        checks.entrySet().stream()
            .map(check -> new Yaml.Remarked(check.getKey(), check.getValue()))
            .toList();
    return checks.isEmpty()
        ? Map.of()
        : Map.of("cfn-lint", Map.of("config", Map.of("ignore_checks", remarked)));
  }

  /** The version. */
  Map<String, Object> version() {
    return retained(
        "AWS::Lambda::LayerVersion", versionMetadata(), properties("Content", content()));
  }

  /** What both kinds of versions have, with the content as each has it. */
  Map<String, Object> properties(String contentName, Object content) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("LayerName", layer.definition().name().value());
    if (!layer.definition().description().isEmpty()) {
      properties.put("Description", Yaml.ref(lasting("Description")));
    }
    String license = layer.definition().licenseInfo();
    if (license != null && !license.isEmpty()) {
      properties.put("LicenseInfo", license);
    }
    putList(properties, "CompatibleRuntimes", layer.runtimes(), layer.hasDerivedRuntimes());
    putList(
        properties,
        "CompatibleArchitectures",
        layer.architectures(),
        layer.hasDerivedArchitectures());
    properties.put(contentName, content);
    return properties;
  }

  private void putList(
      Map<String, Object> properties, String name, List<String> values, boolean isDerived) {
    if (!values.isEmpty()) {
      properties.put(name, isDerived ? Yaml.ref(lasting(name)) : values);
    }
  }

  private Object content() {
    return layer.content() instanceof TemplateContent.Stored stored
        ? object(stored, "S3Bucket", "S3Key")
        : layer.zip();
  }

  /** An object in a bucket. */
  static Map<String, Object> object(TemplateContent.Stored stored, String bucket, String key) {
    String pattern =
        Placeholders.pattern(stored.bucket(), "${" + REGION + "}", "${" + ACCOUNT + "}");
    var object = new LinkedHashMap<String, Object>();
    object.put(bucket, pattern.contains("${") ? new Yaml.Tag("Sub", pattern) : pattern);
    object.put(key, stored.key());
    return object;
  }

  /** The permissions of a version, by their logical ids. */
  Map<String, Object> permissions(String version) {
    var permissions = new LinkedHashMap<String, Object>();
    for (Permission permission : layer.definition().permissions()) {
      var properties = new LinkedHashMap<String, Object>();
      properties.put("LayerVersionArn", Yaml.ref(version));
      properties.put("Action", "lambda:GetLayerVersion");
      properties.put("Principal", permission.principal());
      permission.organizationId().ifPresent(id -> properties.put("OrganizationId", id));
      permissions.put(
          layer.names().camel() + "Permission" + layer.permissionId(permission),
          retained("AWS::Lambda::LayerVersionPermission", Map.of(), properties));
    }
    return permissions;
  }

  /** A resource that stays when the template has it no more. */
  private static Map<String, Object> retained(
      String type, Map<String, Object> metadata, Map<String, Object> properties) {
    var resource = new LinkedHashMap<String, Object>();
    resource.put("Type", type);
    resource.put("DeletionPolicy", "Retain");
    resource.put("UpdateReplacePolicy", "Retain");
    if (!metadata.isEmpty()) {
      resource.put("Metadata", metadata);
    }
    resource.put("Properties", properties);
    return resource;
  }

  /** The output of a version's ARN. */
  Map<String, Object> outputs(Object arn) {
    var output = new LinkedHashMap<String, Object>();
    output.put(
        "Description",
        Messages.format("The ARN of the version of the layer %s", layer.definition().name()));
    output.put("Value", arn);
    return Map.of("LayerVersionArn", output);
  }

  /** The ARNs of published versions by region, and where there are several accounts, by these then. */
  Map<String, Object> mappings(TemplateContent.Published published) {
    var mapping = new LinkedHashMap<String, Map<String, Object>>();
    boolean isOfOne = RegionMap.isOfOneAccount(published.arns());
    for (LayerVersionArn arn : RegionMap.sorted(published.arns())) {
      mapping
          .computeIfAbsent(arn.region(), key -> new LinkedHashMap<>())
          .put(isOfOne ? "Arn" : arn.account(), arn.toString());
    }
    return Map.of(layer.names().camel(), mapping);
  }

  /** Looks up the ARN for the region of the stack. */
  Yaml.Tag find(TemplateContent.Published published) {
    Object map = layer.names().camel();
    return new Yaml.Tag(
        "FindInMap",
        List.of(
            map,
            Yaml.ref(REGION),
            RegionMap.isOfOneAccount(published.arns()) ? "Arn" : Yaml.ref(ACCOUNT)));
  }

  /** A resource that is none: CloudFormation takes no stack without one. */
  Map<String, Object> nothing() {
    return Map.of(
        layer.names().camel() + "Nothing",
        Map.of("Type", "AWS::CloudFormation::WaitConditionHandle"));
  }
}
