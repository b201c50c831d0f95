package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.Target;
import io.github.lambdalayer.publish.Workers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out all there is to know of live versions. */
public final class Overviews {

  /** Two calls for each of so many versions take more than a moment. */
  private static final int MANY = 20;

  private final VersionSet versions;
  private final @Nullable String project;
  private final @Nullable Insides insides;
  private final Consumer<String> progress;

  private Overviews(
      VersionSet versions,
      @Nullable String project,
      @Nullable Insides insides,
      Consumer<String> progress) {
    this.versions = versions;
    this.project = project;
    this.insides = insides;
    this.progress = progress;
  }

  /**
   * Of some versions.
   *
   * @param project the project that builds the layers, as {@code groupId:artifactId}; null where there is none
   * @param progress is told what takes its time, by several threads
   */
  public static Overviews of(
      VersionSet versions, @Nullable String project, Consumer<String> progress) {
    return new Overviews(versions, project, null, progress);
  }

  /** The same, and what is in their zips. */
  public Overviews withInside() {
    return new Overviews(versions, project, new Insides(project), progress);
  }

  /**
   * Reads; a place that cannot be read does not keep the others from it.
   *
   * @param threads how many places are read at a time
   */
  public List<LayerOverview> read(
      List<OperatedLayer> layers, Destinations destinations, int threads) {
    try (var workers = new Workers(threads)) {
      var survey = new Survey(workers);
      return survey
          .of(layers, destinations, (layer, target) -> read(survey, layer, target))
          .stream()
          .map(Overviews::overview)
          .toList();
    }
  }

  private static LayerOverview overview(Survey.Examined<LayerOverview> one) {
    return one.found() != null
        ? one.found()
        : new LayerOverview(
            one.layer(), one.place(), List.of(), List.of(), null, String.valueOf(one.problem()));
  }

  private LayerOverview read(Survey survey, OperatedLayer layer, Target target) {
    Usage usage = survey.usage(target);
    List<VersionFacts> live = survey.versions(layer, target, usage);
    List<VersionFacts> meant = versions == VersionSet.ALL ? live : versions.of(live);
    if (meant.size() > MANY) {
      progress.accept(
          Messages.format("Reading %d versions of %s in %s", meant.size(), layer.name(), target));
    }
    return new LayerOverview(
        layer,
        target.place(),
        live.stream().map(VersionFacts::number).toList(),
        meant.stream().flatMap(facts -> details(layer.name(), target, facts)).toList(),
        usage.unknown().orElse(null),
        null);
  }

  /** Nothing of a version that is deleted in this moment. */
  private Stream<VersionDetails> details(LayerName name, Target target, VersionFacts facts) {
    return target.layers().find(name, facts.number()).stream()
        .map(live -> details(name, target, facts, live));
  }

  private VersionDetails details(
      LayerName name, Target target, VersionFacts facts, LiveVersion live) {
    Inside inside = insides == null ? Inside.UNREAD : insides.of(target, name, live);
    List<String> grants = target.layers().policy(name, facts.number()).said();
    String release =
        Optional.ofNullable(inside.release())
            .or(() -> new Releases(project).of(name, live.description()))
            .orElse(null);
    return new VersionDetails(facts.withGrants(grants), live, inside, release);
  }
}
