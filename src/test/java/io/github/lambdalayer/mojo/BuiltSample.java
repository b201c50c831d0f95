package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerPackager;
import io.github.lambdalayer.archive.PackageRequest;
import io.github.lambdalayer.content.SampleRequests;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the goal package leaves. */
final class BuiltSample {

  private BuiltSample() {}

  /** The layer {@code my-layer}. */
  static LayerDefinition definition(Permission... permissions) {
    return new LayerDefinition(
        new LayerName("my-layer"),
        "my-layer 1.0",
        null,
        List.of(),
        false,
        List.of(),
        List.of(permissions));
  }

  /** Builds the layer {@code my-layer} of one file in the build folder of a project. */
  static void in(Path target, Permission... permissions) throws IOException {
    Path files = Files.createDirectories(target.resolve("files"));
    Files.writeString(files.resolve("a.txt"), "text");
    LayerDefinition definition = definition(permissions);
    new LayerPackager()
        .pack(
            new PackageRequest(
                SampleRequests.content(List.of(), files, List.of()),
                definition,
                "1.0",
                false,
                17,
                Optional.empty(),
                target.resolve("app-1.0-layer.zip"),
                target.resolve("lambda-layer/layer.json")));
  }
}
