package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.LayerName;

/**
 * Why a layer cannot be published in a target.
 *
 * @param layer the layer
 * @param place the target
 * @param message what is wrong, and the fix
 */
public record Problem(LayerName layer, Place place, String message) {}
