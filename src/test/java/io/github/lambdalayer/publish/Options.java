package io.github.lambdalayer.publish;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Options as the goal has them by default, and what a test changes of them. */
final class Options {

  private boolean force;
  private boolean allowPublicSnapshot;
  private boolean removeOtherGrants;
  private boolean alignVersions;
  private boolean failFast;
  private int threads = 32;
  private Upload.Route route = Upload.Route.AUTO;
  private @Nullable String bucket;
  private boolean keepObject;
  private @Nullable ParameterPath parameters;
  private @Nullable SigningProfile signing;

  Options force() {
    force = true;
    return this;
  }

  Options allowPublicSnapshot() {
    allowPublicSnapshot = true;
    return this;
  }

  Options removeOtherGrants() {
    removeOtherGrants = true;
    return this;
  }

  Options alignVersions() {
    alignVersions = true;
    return this;
  }

  Options failFast() {
    failFast = true;
    return this;
  }

  Options threads(int value) {
    threads = value;
    return this;
  }

  Options through(Upload.Route value, String name) {
    route = value;
    bucket = name;
    return this;
  }

  Options keepObject() {
    keepObject = true;
    return this;
  }

  Options signed(String profile) {
    signing = SigningProfile.parse(profile, Duration.ofSeconds(60));
    return this;
  }

  Options parameters(String path) {
    parameters = new ParameterPath(path);
    return this;
  }

  PublishOptions build(Path state) {
    return new PublishOptions(
        force,
        allowPublicSnapshot,
        removeOtherGrants,
        alignVersions,
        failFast,
        threads,
        new Upload(route, bucket, "lambda-layers/", keepObject),
        signing,
        parameters,
        state);
  }
}
