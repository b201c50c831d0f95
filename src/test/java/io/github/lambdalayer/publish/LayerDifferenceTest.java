package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.LayerDifference.Artifact;
import io.github.lambdalayer.publish.LayerDifference.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LayerDifferenceTest {

  private static final LayerName BASE = new LayerName("base");
  private static final String DOCUMENT = "META-INF/lambda-layer/base.json";

  private static LayerContents.Entry file(String path, long crc) {
    return new LayerContents.Entry(path, 100, crc);
  }

  private static LayerContents plain(LayerContents.Entry... entries) {
    return new LayerContents("a zip", 1000, List.of(entries), Map.of());
  }

  /** A layer with these artifacts, as {@code g:a:version[:classifier]=digest}, and files. */
  private static LayerContents layer(List<String> artifacts, LayerContents.Entry... files) {
    var entries = new ArrayList<>(List.of(files));
    var items = new ArrayList<String>();
    for (String artifact : artifacts) {
      String digest = artifact.substring(artifact.indexOf('=') + 1);
      String[] gav = artifact.substring(0, artifact.indexOf('=')).split(":", -1);
      String path = "java/lib/" + String.join("-", List.of(gav).subList(1, gav.length)) + ".jar";
      entries.add(file(path, digest.hashCode()));
      String classifier = gav.length > 3 ? "\"classifier\": \"" + gav[3] + "\"," : "";
      items.add(
          """
          {"path": "%s", "groupId": "%s", "artifactId": "%s", "version": "%s", %s "sha256": "%s"}"""
              .formatted(path, gav[0], gav[1], gav[2], classifier, digest));
    }
    entries.add(file(DOCUMENT, items.hashCode()));
    String text = "{\"schemaVersion\": 1, \"layerName\": \"base\", \"artifacts\": " + items + "}";
    return new LayerContents("a zip", 1000, entries, Map.of("base", text));
  }

  private static LayerDifference between(LayerContents live, LayerContents built) {
    return LayerDifference.between(BASE, live, built);
  }

  @Test
  void ofTheSameLayerIsEmpty() {
    var layer = layer(List.of("g:a:1=00"), file("etc/app.conf", 1));

    assertThat(between(layer, layer).isEmpty()).isTrue();
    assertThat(between(layer, layer).lines()).containsExactly("1.0 kB -> 1.0 kB (the same size)");
  }

  @Test
  void tellsTheArtifactsThatCameWentAndChanged() {
    var live = layer(List.of("g:gone:1=00", "g:up:2.19.1=01", "g:same:1=02", "g:own:1=03"));
    var built = layer(List.of("g:new:1.2=10", "g:up:2.19.2=11", "g:same:1=02", "g:own:1=13"));

    LayerDifference difference = between(live, built);

    assertThat(difference.added()).containsExactly(new Artifact("g:new", "1.2"));
    assertThat(difference.removed()).containsExactly(new Artifact("g:gone", "1"));
    assertThat(difference.changed())
        .containsExactly(new Change("g:own", "1", "1"), new Change("g:up", "2.19.1", "2.19.2"));
    assertThat(difference.filesAdded()).isEmpty();
    assertThat(difference.filesRemoved()).isEmpty();
    assertThat(difference.filesChanged()).isEmpty();
    assertThat(difference.lines())
        .startsWith("+ g:new 1.2", "- g:gone 1", "~ g:own 1 rebuilt", "~ g:up 2.19.1 -> 2.19.2");
  }

  @Test
  void anotherGroupOrClassifierIsAnotherArtifact() {
    var live = layer(List.of("g:a:1=00", "g:b:1:linux=00"));
    var built = layer(List.of("h:a:2=00", "g:b:1:osx=00"));

    assertThat(between(live, built).lines())
        .startsWith("+ g:b:osx 1", "+ h:a 2", "- g:a 1", "- g:b:linux 1");
  }

  @Test
  void tellsOtherFilesByPathAndChecksum() {
    var live = layer(List.of(), file("gone", 1), file("etc/app.conf", 1), file("same", 1));
    var built = layer(List.of(), file("new", 1), file("etc/app.conf", 2), file("same", 1));

    assertThat(between(live, built).lines())
        .startsWith("+ files: new", "- files: gone", "~ files: etc/app.conf");
  }

  @Test
  void withoutADocumentJarsArePairedByTheirNames() {
    var live =
        plain(
            file("java/lib/up-2.19.1.jar", 1),
            file("java/lib/own-1.0-SNAPSHOT.jar", 1),
            file("java/lib/gone-1.jar", 1),
            file("java/lib/odd.jar", 1));
    var built =
        layer(
            List.of("g:up:2.19.2=00", "g:own:1.0-SNAPSHOT=01", "g:new:1=02"),
            file("java/lib/odd.jar", 2));

    LayerDifference difference = between(live, built);

    assertThat(difference.lines())
        .startsWith(
            "+ new 1",
            "- gone 1",
            "~ own 1.0-SNAPSHOT rebuilt",
            "~ up 2.19.1 -> 2.19.2",
            "~ files: java/lib/odd.jar");
    assertThat(difference.filesAdded()).isEmpty();
  }

  @Test
  void anUnreadableDocumentIsNoReasonToFail() {
    var live =
        new LayerContents(
            "a zip",
            1,
            List.of(file("java/lib/a-1.jar", 1), file(DOCUMENT, 1)),
            Map.of("base", "no JSON"));

    LayerDifference difference = between(live, layer(List.of("g:a:2=00")));

    assertThat(difference.changed()).containsExactly(new Change("a", "1", "2"));
    assertThat(difference.filesChanged()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "log4j-1.2-api-2.20.0.jar, log4j-1.2-api, 2.20.0",
    "guava-33.0.0-jre.jar, guava, 33.0.0-jre",
    "netty-4.1.100.Final-linux-x86_64.jar, netty, 4.1.100.Final-linux-x86_64",
    "aws-lambda-java-core-1.2.3.jar, aws-lambda-java-core, 1.2.3"
  })
  void namesOfJarsHaveNameAndVersion(String jar, String name, String version) {
    assertThat(between(plain(file("java/lib/" + jar, 1)), plain()).removed())
        .containsExactly(new Artifact(name, version));
  }

  @Test
  void severalVersionsOfOneArtifactArePairedInTheirOrder() {
    var live = plain(file("java/lib/a-1.jar", 1), file("java/lib/a-2.jar", 1));
    var built = plain(file("java/lib/a-2.jar", 1), file("java/lib/a-3.jar", 1));

    assertThat(between(live, built).changed()).containsExactly(new Change("a", "1", "3"));
    assertThat(between(live, built).added()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "6900000, 7100000, 6.9 MB -> 7.1 MB (+0.2 MB)",
    "7100000, 6900000, 7.1 MB -> 6.9 MB (-0.2 MB)",
    "7000000, 7001500, 7.0 MB -> 7.0 MB (+1.5 kB)",
    "500, 700, 500 bytes -> 700 bytes (+200 bytes)"
  })
  void tellsTheSizes(long before, long after, String line) {
    var difference =
        new LayerDifference(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), before, after);

    assertThat(difference.lines()).containsExactly(line);
  }

  @Test
  void longListsEndEarly() {
    var built = layer(IntStream.range(0, 100).mapToObj(i -> "g:a%02d:1=00".formatted(i)).toList());

    List<String> lines = between(layer(List.of()), built).lines();

    assertThat(lines).hasSize(42).contains("+ g:a39 1", "… and 60 more (see plan.json)");
    assertThat(lines).doesNotContain("+ g:a40 1");
  }

  @Test
  void longListsOfFilesEndEarly() {
    var files = IntStream.range(0, 12).mapToObj(i -> file("f%02d".formatted(i), 1)).toList();
    var built = plain(files.toArray(LayerContents.Entry[]::new));

    assertThat(between(plain(), built).lines().get(0))
        .isEqualTo(
            "+ files: f00, f01, f02, f03, f04, f05, f06, f07, f08, f09, … and 2 more (see"
                + " plan.json)");
    assertThat(between(plain(), built).filesAdded()).hasSize(12);
  }

  @Test
  void namesCannotSteerTheTerminal() {
    assertThat(between(plain(), plain(file("a\u001b[2Jb\n", 1))).lines().get(0))
        .isEqualTo("+ files: a?[2Jb?");
  }

  /** A layer with one artifact, by the rest of its item, and files. */
  private static LayerContents placed(String item, LayerContents.Entry... files) {
    String text =
        """
        {"schemaVersion": 1, "layerName": "base", "artifacts": [
          {"groupId": "g", "artifactId": "a", %s}]}"""
            .formatted(item);
    return new LayerContents("a zip", 1000, List.of(files), Map.of("base", text));
  }

  @Test
  void anUnpackedArtifactIsToldOfTogetherWithItsFiles() {
    String item =
        "\"path\": \"bin/\", \"type\": \"tar.gz\", \"version\": \"%s\", \"sha256\": \"0%s\"";

    assertThat(
            between(
                    placed(item.formatted(1, 1), file("bin/a", 1), file("bin/b", 1)),
                    placed(item.formatted(2, 2), file("bin/a", 2), file("bin/b", 1)))
                .lines())
        .startsWith("~ g:a:tar.gz 1 -> 2", "~ files: bin/a");
  }

  @Test
  void anArtifactThatOnlyMovedIsToldOfByItsFiles() {
    String item = "\"path\": \"%s\", \"version\": \"1\", \"sha256\": \"01\"";

    assertThat(
            between(
                    placed(item.formatted("agent.jar"), file("agent.jar", 1)),
                    placed(item.formatted("lib/agent.jar"), file("lib/agent.jar", 1)))
                .lines())
        .startsWith("+ files: lib/agent.jar", "- files: agent.jar");
  }
}
