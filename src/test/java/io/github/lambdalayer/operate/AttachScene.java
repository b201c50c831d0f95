package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.Destination;
import io.github.lambdalayer.publish.FastPace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Attaches layers on an endpoint as the goal does. */
final class AttachScene {

  private final URI endpoint;
  private final Path state;
  final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  List<String> regions = List.of("eu-west-1", "us-east-1");
  List<String> layers = List.of("my-layer");
  String functions = "*";
  String version = "";
  @Nullable String owner;
  @Nullable String event;
  boolean isAdded;
  boolean allowsDeleted;
  int threads = 8;
  Identity identity = Identity.DEFAULT;

  /** Who else has functions. */
  List<Identity> others = List.of();

  AttachRequest.Published published = (layer, account, region) -> OptionalLong.empty();

  AttachScene(URI endpoint, Path state) {
    this.endpoint = endpoint;
    this.state = state;
    SystemCredentials.set();
  }

  /** The journal of this scene's runs. */
  AttachJournal journal() {
    return new AttachJournal(state);
  }

  Path journalFile() {
    return state.resolve("attaching.json");
  }

  private AttachRequest request() {
    return new AttachRequest(
        layers.stream().map(LayerName::new).toList(),
        FunctionChoice.parse(Arrays.asList(functions.split(",", -1))),
        VersionChoice.parse(version.isEmpty() ? List.of() : Arrays.asList(version.split(",", -1))),
        owner,
        isAdded,
        allowsDeleted,
        event,
        Duration.ofSeconds(60),
        published,
        state,
        threads);
  }

  /** What is done between looking and changing. */
  interface Meanwhile {

    void happens(AttachPlan plan) throws IOException;
  }

  /** What would be done. */
  AttachPlan plan() {
    return with((attacher, plan) -> plan);
  }

  /** Looks, and changes. */
  List<MoveResult> run() {
    return run(plan -> {});
  }

  List<MoveResult> run(Meanwhile meanwhile) {
    return with(
        (attacher, plan) -> {
          assertThat(plan.problems()).as("with which the goal does nothing").isEmpty();
          meanwhile.happens(plan);
          List<MoveResult> results = attacher.run(plan);
          attacher.close(results);
          return results;
        });
  }

  private List<Destination> destinations() {
    return Stream.concat(Stream.of(identity), others.stream())
        .map(one -> new Destination(one, new RegionChoice(regions, List.of(), false)))
        .toList();
  }

  private interface Work<T> {

    T of(Attacher attacher, AttachPlan plan) throws IOException;
  }

  private <T> T with(Work<T> work) {
    var timing = new Timing(Duration.ofSeconds(30), Duration.ofSeconds(15), FastPace.TIMES_50);
    try (var open = Reach.open(endpoint, destinations(), timing, progress::add)) {
      var attacher = new Attacher(request(), progress::add);
      return work.of(attacher, attacher.plan(open));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
