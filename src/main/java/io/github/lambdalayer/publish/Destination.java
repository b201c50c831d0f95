package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.RegionChoice;

/**
 * An account, by who calls it, and its regions.
 *
 * @param identity who calls
 * @param regions which regions are meant
 */
public record Destination(Identity identity, RegionChoice regions) {}
