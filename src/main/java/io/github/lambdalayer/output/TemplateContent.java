package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.LayerVersionArn;
import java.util.List;

/** Where what a template deploys comes from. */
public sealed interface TemplateContent {

  /** The zip on disk. */
  record File() implements TemplateContent {}

  /**
   * An object in a bucket.
   *
   * @param bucket the bucket, with {@code {region}} and {@code {account}} in it where there are several
   * @param key the object's key, which changes with its content
   */
  record Stored(String bucket, String key) implements TemplateContent {

    /** How a comment on commands begins that bring the zip there. */
    static final String WHERE =
        "Its zip must be in the bucket, where publish leaves it with <keepObject>; or put it there, ";
  }

  /**
   * Versions that are there already: the template tells where.
   *
   * @param arns at least one, each account and region at most once
   */
  record Published(List<LayerVersionArn> arns) implements TemplateContent {

    public Published {
      arns = List.copyOf(arns);
    }
  }
}
