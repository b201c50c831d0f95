package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.AwsConnection;
import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.aws.LayerSource;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** The layers of an account as somebody with a console sees and changes them. */
final class Console {

  private final Supplier<AwsConnection> connect;
  private final Path folder;

  Console(Supplier<AwsConnection> connect, Path folder) {
    this.connect = connect;
    this.folder = folder;
  }

  private <T> T in(String region, Function<LambdaLayers, T> work) {
    try (AwsConnection connection = connect.get()) {
      return work.apply(connection.in(region));
    }
  }

  /** The live versions, oldest first. */
  List<Long> numbers(String layer, String region) {
    return in(
        region,
        layers ->
            layers.above(new LayerName(layer), 0).stream()
                .map(LambdaLayers.Listed::number)
                .sorted()
                .toList());
  }

  String codeSha256(String layer, String region, long version) {
    return in(region, layers -> layers.find(new LayerName(layer), version))
        .orElseThrow()
        .codeSha256();
  }

  /** Who a version lets in, such as {@code account:111122223333}, in no order. */
  List<String> grants(String layer, String region, long version) {
    return in(
        region,
        layers ->
            layers.policy(new LayerName(layer), version).others(List.of()).stream()
                .map(LayerPolicy.Other::said)
                .toList());
  }

  void grant(String layer, String region, long version, String permission) {
    var name = new LayerName(layer);
    in(
        region,
        layers ->
            layers.grant(
                name,
                version,
                Permission.parse(permission),
                layers.policy(name, version).revision()));
  }

  void delete(String layer, String region, long version) {
    in(
        region,
        layers -> {
          layers.delete(new LayerName(layer), version);
          return version;
        });
  }

  /** Padding as a run that died has left it. */
  void pad(String layer, String region) {
    var name = new LayerName(layer);
    try {
      Files.createDirectories(folder);
      var zip = new LayerSource.Inline(Padding.write(folder), Padding.size());
      in(region, layers -> layers.publish(Padding.of(name), zip));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A version of somebody else's making. */
  void publish(LayerDefinition definition, Path zip, String region) {
    long size = zip.toFile().length();
    in(region, layers -> layers.publish(definition, new LayerSource.Inline(zip, size)));
  }

  /** The text of a parameter of Systems Manager. */
  String parameter(String region, String parameter) {
    try (AwsConnection connection = connect.get()) {
      return Objects.requireNonNull(
              connection.parameters(region).find(List.of(parameter)).get(parameter), parameter)
          .value();
    }
  }

  /** Whether a bucket has the zip. */
  boolean holds(String bucket, String region, String key, long size, String sha256Hex) {
    try (AwsConnection connection = connect.get()) {
      return connection.bucket(bucket, region).find(key, size, sha256Hex).isPresent();
    }
  }
}
