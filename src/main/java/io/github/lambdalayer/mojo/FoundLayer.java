package io.github.lambdalayer.mojo;

import io.github.lambdalayer.lint.UsedLayer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a function, and where its code can be had.
 *
 * @param layer the layer
 * @param reference the module that builds it; null for what is named by its zip or its ARN
 * @param zip its zip; null where it is still to be looked for
 */
record FoundLayer(UsedLayer layer, @Nullable LayerReference reference, @Nullable Path zip) {}
