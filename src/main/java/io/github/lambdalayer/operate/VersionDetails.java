package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LiveVersion;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a live version.
 *
 * @param facts what lists, policy and functions tell
 * @param live the version itself
 * @param inside what its zip tells; {@link Inside#UNREAD} where nobody asked for it
 * @param release the release that it is of, as {@code [groupId:]artifactId:version}; null where neither the
 *     zip nor the description tells it
 */
public record VersionDetails(
    VersionFacts facts, LiveVersion live, Inside inside, @Nullable String release) {}
