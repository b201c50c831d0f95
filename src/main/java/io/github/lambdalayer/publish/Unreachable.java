package io.github.lambdalayer.publish;

/**
 * Where something was to be published, and cannot even be examined.
 *
 * @param place the place
 * @param message what is wrong, and the fix
 */
public record Unreachable(Place place, String message) {}
