package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tools that templates are written for. */
public enum TemplateFormat {
  /** AWS SAM: {@code <layerName>.sam.yaml}. */
  SAM,
  /** CloudFormation: {@code <layerName>.cloudformation.yaml}. */
  CLOUDFORMATION,
  /** CloudFormation StackSets, for the accounts of an organization: {@code <layerName>.stacksets.yaml}. */
  STACKSETS,
  /** Terraform: {@code <layerName>.tf}. */
  TERRAFORM,
  /** CDK in Java: {@code cdk/<package>/<LayerName>Layer.java}. */
  CDK;

  /** As users write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what users write.
   *
   * @throws InvalidInputException if it is none of them
   */
  public static TemplateFormat parse(String text) {
    return Arrays.stream(values())
        .filter(format -> format.id().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format(
                        "<templateFormats> has '%s': write some of %s, with commas between them.",
                        text,
                        Arrays.stream(values())
                            .map(TemplateFormat::id)
                            .collect(Collectors.joining(", ")))));
  }

  /** The file for a layer, in the folder of templates. */
  List<String> path(TemplateNames names, String cdkPackage) {
    return switch (this) {
      case SAM, CLOUDFORMATION, STACKSETS -> List.of(names.layer() + "." + id() + ".yaml");
      case TERRAFORM -> List.of(names.layer() + ".tf");
      case CDK -> cdkPath(names, cdkPackage);
    };
  }

  private static List<String> cdkPath(TemplateNames names, String cdkPackage) {
    String path = "cdk." + cdkPackage + "." + names.className();
    List<String> parts = Arrays.asList(path.split("\\.", -1));
    return Arrays.asList((String.join("/", parts) + ".java").split("/", -1));
  }
}
