package io.github.lambdalayer.aws;

import java.util.List;
import java.util.Set;

/**
 * A function as it can be changed, or one of its published versions, which stay as they are.
 *
 * @param arn the function's ARN, without a version
 * @param name the function's name
 * @param version {@link #LATEST}, or the number of a published version
 * @param runtime the identifier of its runtime, empty where its image has its own
 * @param architectures the identifiers of its architectures
 * @param codeSize the length of its zip in bytes, without its layers; 0 where it is an image
 * @param isImage whether it is a container image, which takes no layers
 * @param layers its layers in their order
 * @param revision changes with every change of the function
 * @param status whether it can be used and changed
 */
public record FunctionVersion(
    String arn,
    String name,
    String version,
    String runtime,
    Set<String> architectures,
    long codeSize,
    boolean isImage,
    List<UsedLayer> layers,
    String revision,
    FunctionStatus status) {

  /** The version that can be changed. */
  public static final String LATEST = "$LATEST";

  public FunctionVersion {
    architectures = Set.copyOf(architectures);
    layers = List.copyOf(layers);
  }

  /**
   * One of a function's layers.
   *
   * @param arn the layer version as Lambda names it; it may be deleted, and the function has it all the
   *     same. Most are a {@link io.github.lambdalayer.layer.LayerVersionArn}; AWS's own have another form,
   *     such as {@code arn:aws:lambda:::awslayer:AmazonLinux1803}
   * @param codeSize the length of its zip in bytes
   */
  public record UsedLayer(String arn, long codeSize) {}

  /** Whether this is no published version. */
  public boolean isLatest() {
    return version.equals(LATEST);
  }

  /** The partition that it is in, for example {@code aws}. */
  public String partition() {
    return part(1);
  }

  /** The account that has it. */
  public String account() {
    return part(4);
  }

  /** A part of {@code arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME}. */
  private String part(int number) {
    return arn.split(":", -1)[number];
  }

  /** The ARNs of its layers in their order. */
  public List<String> layerArns() {
    return layers.stream().map(UsedLayer::arn).toList();
  }

  /** What it is called, with the number where it is a published version. */
  @Override
  public String toString() {
    return isLatest() ? name : name + ":" + version;
  }
}
