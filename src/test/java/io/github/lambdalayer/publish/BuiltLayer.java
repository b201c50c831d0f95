package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerPackager;
import io.github.lambdalayer.archive.PackageRequest;
import io.github.lambdalayer.content.SampleRequests;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A layer for tests, really built: each change of it gives what a changed pom would give. */
final class BuiltLayer {

  private final Path folder;
  private final String name;
  private String version = "1.0.0";
  private String content = "one";
  private String description = "a layer";
  private @Nullable String licenseInfo;
  private List<String> runtimes = List.of();
  private List<Architecture> architectures = List.of();
  private List<Permission> permissions = List.of();

  BuiltLayer(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  BuiltLayer version(String value) {
    version = value;
    return this;
  }

  BuiltLayer content(String value) {
    content = value;
    return this;
  }

  BuiltLayer description(String value) {
    description = value;
    return this;
  }

  BuiltLayer licenseInfo(String value) {
    licenseInfo = value;
    return this;
  }

  BuiltLayer runtimes(String... values) {
    runtimes = List.of(values);
    return this;
  }

  BuiltLayer architectures(Architecture... values) {
    architectures = List.of(values);
    return this;
  }

  BuiltLayer permissions(String... values) {
    permissions = List.of(values).stream().map(Permission::parse).toList();
    return this;
  }

  LayerDescriptor build() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(files.resolve("content.txt"), content);
    var definition =
        new LayerDefinition(
            new LayerName(name),
            description,
            licenseInfo,
            runtimes.stream().map(LambdaRuntime::new).toList(),
            !runtimes.isEmpty(),
            architectures,
            permissions);
    return new LayerPackager()
        .pack(
            new PackageRequest(
                SampleRequests.content(List.of(), files, List.of()),
                definition,
                version,
                version.endsWith("-SNAPSHOT"),
                17,
                Optional.empty(),
                folder.resolve("layer.zip"),
                folder.resolve("lambda-layer/layer.json")))
        .descriptor();
  }
}
