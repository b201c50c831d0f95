package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LiveVersion;

/**
 * All that is known of a live version.
 *
 * @param facts what lists, policy and functions tell
 * @param live the version itself
 * @param inside what its zip tells; {@link Inside#UNREAD} where nobody asked for it
 */
public record VersionDetails(VersionFacts facts, LiveVersion live, Inside inside) {}
