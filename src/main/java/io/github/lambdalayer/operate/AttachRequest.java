package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.LayerName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which functions are to have which version of which layers.
 *
 * @param layers the layers
 * @param functions the functions
 * @param version the version, of the only layer where it is a number
 * @param owner the account that has the layers; null where it is each function's own
 * @param isAdded whether functions that do not use a layer get it too
 * @param allowsDeleted whether functions pass that cannot be put back, for the version that they have
 *     was deleted
 * @param event the event as JSON that each function is invoked with once it has the version; null for
 *     none
 * @param timeout how long the update of a function may take
 * @param published what was published last, as far as that is known here
 * @param state the folder for what must outlive a run that dies half-way
 * @param threads how many functions are worked on at a time
 */
public record AttachRequest(
    List<LayerName> layers,
    FunctionChoice functions,
    VersionChoice version,
    @Nullable String owner,
    boolean isAdded,
    boolean allowsDeleted,
    @Nullable String event,
    Duration timeout,
    Published published,
    Path state,
    int threads) {

  public AttachRequest {
    layers = List.copyOf(layers);
  }

  /** The numbers that were published last. */
  @FunctionalInterface
  public interface Published {

    /** The number of a layer in a region of the account that has it, where it is known. */
    OptionalLong version(LayerName layer, String owner, String region);
  }
}
