package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.PublishBody;

/**
 * Whether a zip is deflated where nobody says so. To deflate takes ten times as long as all else that is
 * done with a layer, and JARs become 6 to 8 % smaller by it, so it is tried only where it can help.
 */
final class CompressionChoice {

  /** What is deflated once hardly shrinks when it is deflated again. */
  private static final double STILL = 0.95;

  private CompressionChoice() {}

  /**
   * Whether to try it.
   *
   * @param survey what is known of the JARs
   * @param storedSize the length of the zip without it
   */
  static boolean isWorthATry(
      LayerDefinition definition, LayerContent content, Survey survey, long storedSize) {
    PublishBody body = PublishBody.of(definition);
    return !body.fits(storedSize) && body.fits((long) (STILL * deflatedAlready(content, survey)));
  }

  private static long deflatedAlready(LayerContent content, Survey survey) {
    return content.entries().stream().mapToLong(entry -> deflated(entry, survey)).sum();
  }

  /** Of a JAR without its foreign native code less may be left than was counted. */
  private static long deflated(LayerEntry entry, Survey survey) {
    JarContents jar = survey.jars().get(entry.path());
    return jar == null || jar.deflated() > entry.size() ? 0 : jar.deflated();
  }
}
