package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template that brings a layer to every account of organizational units: a stack set of the
 * service-managed kind, with the layer's own template in it.
 */
final class StackSetTemplate {

  private static final String UNITS = "OrganizationalUnits";
  private static final String REGIONS = "Regions";
  private static final String CALL_AS = "CallAs";

  private final TemplateLayer layer;
  private final CloudFormation parts;
  private final List<String> units;
  private final List<String> regions;

  /**
   * A template.
   *
   * @param units the ids of organizational units that are the default; none asks for them
   * @param regions the regions that are the default; none asks for them
   */
  StackSetTemplate(TemplateLayer layer, List<String> units, List<String> regions) {
    this.layer = layer;
    this.parts = new CloudFormation(layer);
    this.units = List.copyOf(units);
    this.regions = List.copyOf(regions);
  }

  String text() {
    var inner = new CloudFormationTemplates(layer, regions);
    Map<String, Object> document =
        parts.document(
            Messages.format(
                "The Lambda layer %s in the accounts of organizational units",
                layer.definition().name()));
    document.put("Parameters", parameters());
    document.put("Resources", Map.of(layer.names().camel() + "StackSet", stackSet(inner)));
    return inner.comment(usage()) + Yaml.of(document);
  }

  private List<String> usage() {
    var stored = (TemplateContent.Stored) layer.content();
    var commands = new DeploymentCommands(layer, regions);
    var lines = new ArrayList<String>();
    lines.addAll(
        DeploymentCommands.comment(
            units.isEmpty() || regions.isEmpty()
                ? "For your regions, and your organizational units or the root:"
                : "For these regions and organizational units:",
            List.of(
                "regions=" + listed(regions, "eu-west-1,us-east-1"),
                "units=" + listed(units, "ou-abcd-11111111,ou-abcd-22222222"))));
    lines.addAll(
        DeploymentCommands.comment(
            stored.bucket().contains("{account}")
                ? "The buckets of each account must have its zip; with the credentials of each, in this folder:"
                : "The bucket of each region must have its zip, and let the accounts of the organization"
                    + " read it:",
            commands.uploadedTo("regions", stored)));
    lines.addAll(
        DeploymentCommands.comment(
            "In the management account, or with CallAs=DELEGATED_ADMIN in that of a delegated administrator:",
            List.of(
                commands.deploy(TemplateFormat.STACKSETS) + " \\",
                "    --parameter-overrides OrganizationalUnits=$units Regions=$regions")));
    return lines;
  }

  private static String listed(List<String> values, String example) {
    return values.isEmpty() ? example : String.join(",", values);
  }

  private Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put(UNITS, list(units, "The ids of organizational units, or of the root"));
    parameters.put(REGIONS, list(regions, "The regions that get the layer"));
    var callAs = new LinkedHashMap<String, Object>();
    callAs.put("Type", "String");
    callAs.put("Default", "SELF");
    callAs.put("AllowedValues", List.of("SELF", "DELEGATED_ADMIN"));
    parameters.put(CALL_AS, callAs);
    parameters.putAll(parts.parameters());
    return parameters;
  }

  private static Map<String, Object> list(List<String> values, String description) {
    var parameter = new LinkedHashMap<String, Object>();
    parameter.put("Type", CloudFormation.LIST);
    if (!values.isEmpty()) {
      parameter.put("Default", String.join(",", values));
    }
    parameter.put("Description", description);
    return parameter;
  }

  private Map<String, Object> stackSet(CloudFormationTemplates inner) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("StackSetName", Yaml.ref("AWS::StackName"));
    properties.put("PermissionModel", "SERVICE_MANAGED");
    properties.put(CALL_AS, Yaml.ref(CALL_AS));
    var deployment = new LinkedHashMap<String, Object>();
    deployment.put("Enabled", true);
    deployment.put("RetainStacksOnAccountRemoval", true);
    properties.put("AutoDeployment", deployment);
    properties.put("ManagedExecution", Map.of("Active", true));
    properties.put("OperationPreferences", Map.of("RegionConcurrencyType", "PARALLEL"));
    List<Object> passed = passed();
    if (!passed.isEmpty()) {
      properties.put("Parameters", passed);
    }
    var group = new LinkedHashMap<String, Object>();
    group.put("DeploymentTargets", Map.of("OrganizationalUnitIds", Yaml.ref(UNITS)));
    group.put(REGIONS, Yaml.ref(REGIONS));
    properties.put("StackInstancesGroup", List.of(group));
    properties.put("TemplateBody", new Yaml.Block(inner.versionInSet()));
    var stackSet = new LinkedHashMap<String, Object>();
    stackSet.put("Type", "AWS::CloudFormation::StackSet");
    stackSet.put("Properties", properties);
    return stackSet;
  }

  /** What this stack remembers, for the stacks of the set. */
  private List<Object> passed() {
    var passed = new ArrayList<Object>();
    parts
        .parameters()
        .forEach(
            (name, parameter) -> {
              boolean isList = CloudFormation.LIST.equals(parameter.get("Type"));
              var item = new LinkedHashMap<String, Object>();
              item.put("ParameterKey", name);
              item.put(
                  "ParameterValue",
                  isList ? new Yaml.Tag("Join", List.of(",", Yaml.ref(name))) : Yaml.ref(name));
              passed.add(item);
            });
    return passed;
  }
}
