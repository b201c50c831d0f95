package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.layer.Shell;
import io.github.lambdalayer.publish.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that deploy a template: lines for a POSIX shell in the folder of templates, which run as they
 * stand. What is not known is asked of the AWS CLI, or is a variable of the shell.
 */
final class DeploymentCommands {

  /** CloudFormation's limit for the name of a stack. */
  private static final int STACK_NAME_LENGTH = 128;

  private static final int DIGEST_LENGTH = 8;

  private static final String THIS_REGION =
      "region=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region)}}";

  private static final String THIS_ACCOUNT =
      "account=$(aws sts get-caller-identity --query Account --output text)";

  private final TemplateLayer layer;
  private final List<String> regions;

  /**
   * Commands for a layer.
   *
   * @param regions those that it is deployed to; none stands for the one that the AWS CLI would take
   */
  DeploymentCommands(TemplateLayer layer, List<String> regions) {
    this.layer = layer;
    this.regions = List.copyOf(regions);
  }

  /**
   * The name of a stack. A layer's name may have underscores and be longer, and a letter comes first in a
   * stack's. That of a stack set is another one: it must not take the place of the layer's own stack. What is
   * cut ends with a digest of the whole.
   */
  String stackName(TemplateFormat format) {
    String end = format == TemplateFormat.STACKSETS ? "-stackset" : "";
    String layerName = layer.definition().name().value();
    String name = "layer-" + layerName.replace('_', '-');
    if (name.length() + end.length() <= STACK_NAME_LENGTH) {
      return name + end;
    }
    String digest = "-" + Sha256.of(layerName).hex().substring(0, DIGEST_LENGTH) + end;
    return name.substring(0, STACK_NAME_LENGTH - digest.length()) + digest;
  }

  /** With its folder, for a layer's name may begin as an option does. */
  private String file(TemplateFormat format) {
    return "./" + layer.definition().name() + "." + format.id() + ".yaml";
  }

  /** What brings a template that needs nothing else to each region. */
  List<String> deployed(TemplateFormat format) {
    return inEachRegion(List.of(deploy(format)));
  }

  private List<String> inEachRegion(List<String> commands) {
    return regions.isEmpty() ? commands : forEach(String.join(" ", regions), commands);
  }

  /** What the AWS CLI or that of SAM does with a template, in one region. */
  String deploy(TemplateFormat format) {
    return deploy(format, file(format));
  }

  /** The same content again is no failure. */
  private String deploy(TemplateFormat format, String file) {
    return Messages.format(
        "%s deploy%s --no-fail-on-empty-changeset --stack-name %s --template-file %s",
        format == TemplateFormat.SAM ? "sam" : "aws cloudformation",
        format == TemplateFormat.SAM ? " --resolve-s3" : "",
        stackName(format),
        file);
  }

  /**
   * A zip on disk goes into a bucket of the region first, and a template that names it there is deployed. That
   * one is of one region and of this zip: it does not stay among the templates.
   */
  List<String> packaged() {
    String file = "../" + layer.definition().name() + ".packaged.yaml";
    List<String> commands =
        List.of(
            Messages.format(
                "aws cloudformation package --s3-bucket $bucket --template-file %s --output-template-file %s",
                file(TemplateFormat.CLOUDFORMATION), file),
            deploy(TemplateFormat.CLOUDFORMATION, file));
    var lines = new ArrayList<>(inEachRegion(commands));
    if (regions.size() > 1) {
      lines.add(1, "  bucket=my-bucket-$region");
    } else {
      lines.add(0, "bucket=my-bucket");
    }
    return lines;
  }

  /**
   * Brings the zip to where the templates look for it, and does more there, region by region.
   *
   * @param more commands that take a {@code --region}
   */
  List<String> uploaded(TemplateContent.Stored stored, String... more) {
    var lines = new ArrayList<String>();
    if (stored.bucket().contains("{account}")) {
      lines.add(THIS_ACCOUNT);
    }
    var commands = Stream.concat(Stream.of(upload(stored)), Stream.of(more)).toList();
    // A bucket is in one region, so one without a region in its name serves no others.
    boolean isOfRegion = stored.bucket().contains("{region}");
    if (isOfRegion && regions.isEmpty()) {
      lines.add(THIS_REGION);
      commands.forEach(command -> lines.add(inRegion(command)));
    } else if (isOfRegion || regions.size() == 1) {
      lines.addAll(forEach(String.join(" ", regions), commands));
    } else {
      lines.addAll(commands);
    }
    return lines;
  }

  /** Brings the zip to the regions that a variable of the shell lists, with commas between them. */
  List<String> uploadedTo(String variable, TemplateContent.Stored stored) {
    var lines = new ArrayList<String>();
    if (stored.bucket().contains("{account}")) {
      lines.add(THIS_ACCOUNT);
    }
    lines.addAll(forEach("$(echo $" + variable + " | tr , ' ')", List.of(upload(stored))));
    return lines;
  }

  private static List<String> forEach(String regions, List<String> commands) {
    var lines = new ArrayList<String>();
    lines.add(Messages.format("for region in %s; do", regions));
    commands.forEach(command -> lines.add("  " + inRegion(command)));
    lines.add("done");
    return lines;
  }

  private static String inRegion(String command) {
    return command + " --region $region";
  }

  private String upload(TemplateContent.Stored stored) {
    return Messages.format(
        "aws s3 cp %s s3://%s/%s",
        Shell.quoted(layer.zip()),
        Placeholders.pattern(stored.bucket(), "${region}", "${account}"),
        Shell.quoted(stored.key()));
  }

  /** Lines of a comment: what is said, and the commands a step to the right. */
  static List<String> comment(String what, List<String> commands) {
    return Stream.concat(Stream.of(what), commands.stream().map(command -> "  " + command))
        .toList();
  }
}
