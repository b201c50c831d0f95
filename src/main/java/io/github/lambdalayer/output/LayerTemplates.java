package io.github.lambdalayer.output;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Writes infrastructure templates for layers: the same bytes for the same layer. */
public final class LayerTemplates {

  /**
   * An organizational unit, or the root of an organization.
   *
   * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html">
   *     OrganizationalUnit</a>
   */
  private static final Pattern UNIT =
      Pattern.compile("ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|r-[0-9a-z]{4,32}");

  /**
   * What is said to single templates.
   *
   * @param formats which templates, at least one
   * @param regions the regions of stack sets and of commands; none leaves them to the deployment
   * @param organizationalUnits the units of stack sets; none leaves them to the deployment
   * @param cdkPackage the package of CDK's classes
   */
  public record Options(
      List<TemplateFormat> formats,
      List<String> regions,
      List<String> organizationalUnits,
      String cdkPackage) {

    public Options {
      formats = List.copyOf(formats);
      regions = List.copyOf(regions);
      organizationalUnits = List.copyOf(organizationalUnits);
      for (String unit : organizationalUnits) {
        if (!UNIT.matcher(unit).matches()) {
          throw new InvalidInputException(
              Messages.format(
                  "<organizationalUnits> has '%s', which is neither an organizational unit (for"
                      + " example ou-abcd-11111111) nor an organization's root (r-abcd).",
                  unit));
        }
      }
      if (!SourceVersion.isName(cdkPackage)) {
        throw new InvalidInputException(
            Messages.format(
                "<cdkPackage> is '%s', which is no package of Java: write one such as"
                    + " com.example.layers.",
                cdkPackage));
      }
    }
  }

  private final Path folder;
  private final Options options;
  private final Map<Path, String> files = new LinkedHashMap<>();
  private final Map<String, String> owners = new HashMap<>();

  /** Templates in a folder. */
  public LayerTemplates(Path folder, Options options) {
    this.folder = folder;
    this.options = options;
  }

  /** A legal package for what belongs to a group of Maven's. */
  public static String packageOf(String groupId) {
    return JavaText.packageOf(groupId);
  }

  /**
   * Makes the templates of a layer; none is written yet.
   *
   * @throws InvalidInputException if there can be no such template, or another layer has its name
   */
  public void add(LayerDescriptor descriptor, TemplateContent content) {
    var layer = new TemplateLayer(descriptor, content, folder);
    var stacks = new TreeSet<String>();
    for (TemplateFormat format : options.formats()) {
      Path file = folder;
      for (String part : format.path(layer.names(), options.cdkPackage())) {
        file = file.resolve(part);
      }
      claim("the file " + file, layer);
      switch (format) {
        case SAM, CLOUDFORMATION, STACKSETS ->
            stacks.add(new DeploymentCommands(layer, options.regions()).stackName(format));
        case TERRAFORM -> claim("the name " + layer.names().snake() + " in Terraform", layer);
        case CDK -> {}
      }
      files.put(file, text(format, layer));
    }
    // SAM and CloudFormation are two ways to the same stack.
    stacks.forEach(stack -> claim("the stack " + stack, layer));
  }

  private void claim(String what, TemplateLayer layer) {
    String name = layer.definition().name().value();
    String other = owners.put(what.toLowerCase(Locale.ROOT), name);
    if (other != null) {
      throw new InvalidInputException(
          Messages.format(
              "<layerName> is '%s' and '%s': both would have %s. Give the layers names that differ in"
                  + " more than capitals, '-', '_' and '-stackset' at the end.",
              other, name, what));
    }
  }

  private String text(TemplateFormat format, TemplateLayer layer) {
    return switch (format) {
      case SAM -> new CloudFormationTemplates(layer, options.regions()).sam();
      case CLOUDFORMATION -> new CloudFormationTemplates(layer, options.regions()).cloudFormation();
      case STACKSETS ->
          new StackSetTemplate(layer, options.organizationalUnits(), options.regions()).text();
      case TERRAFORM -> new TerraformTemplate(layer, options.regions()).text();
      case CDK -> new CdkTemplate(layer, options.regions(), options.cdkPackage()).text();
    };
  }

  /**
   * Writes them all, each in place of an earlier one, and removes those of earlier builds.
   *
   * @param run the execution that writes them
   */
  public TemplateFolder.Outcome write(TemplateRun run) throws IOException {
    return new TemplateFolder(folder).write(files, run);
  }
}
