package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.publish.LayerDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerReportTest {

  private final Path folder;

  LayerReportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String data(String page) {
    Matcher data =
        Pattern.compile("<script type=\"application/json\" id=\"data\">(.*)</script>")
            .matcher(page);
    assertThat(data.find()).isTrue();
    return data.group(1);
  }

  private JsonObject layer() throws IOException {
    String page = Files.readString(new SampleReport(folder).page());
    return layer(page);
  }

  private static JsonObject layer(String page) {
    return JsonParser.parseString(data(page))
        .getAsJsonObject()
        .getAsJsonArray("layers")
        .get(0)
        .getAsJsonObject();
  }

  private static PlanDocument plan(String digest) {
    var difference =
        new LayerDifference(
            List.of(new LayerDifference.Artifact("g:new", "1")),
            List.of(),
            List.of(new LayerDifference.Change("g:up", "1", "2")),
            List.of(),
            List.of(),
            List.of(),
            10,
            20);
    var target =
        new PlanDocument.Target(
            "111122223333",
            null,
            "eu-west-1",
            PlanDocument.Action.PUBLISH,
            7L,
            null,
            "the content differs",
            List.of(),
            List.of(),
            null,
            difference,
            List.of(),
            List.of(),
            null);
    return PlanDocument.of(
        List.of(
            new PlanDocument.Layer("other", new PlanDocument.Zip("x=", 1), List.of()),
            new PlanDocument.Layer("sample", new PlanDocument.Zip(digest, 1), List.of(target))));
  }

  @Test
  void holdsWhatTheZipTells() throws IOException {
    JsonObject layer = layer();

    assertThat(layer.get("jars").toString())
        .contains("\"name\":\"org/a/sub\"")
        .contains("\"path\":\"java/lib/broken.jar\"")
        .contains("\"problem\":");
    assertThat(layer.get("artifacts").toString()).contains("\"licenses\":[\"Apache-2.0\"]");
    assertThat(layer.get("natives").toString())
        .contains("\"system\":\"Linux\",\"machine\":\"x86_64\",\"architecture\":\"x86_64\"")
        .contains("\"system\":\"Windows\",\"machine\":\"x86_64\"}");
    assertThat(layer.get("overlaps").toString())
        .isEqualTo(
            "[{\"jars\":[\"java/lib/a-1.0.jar\",\"java/lib/b-2.0.jar\"],\"folder\":\"org/a\","
                + "\"classes\":[\"One\"],\"count\":1,\"different\":1}]");
  }

  @Test
  void knowsNoFindingsAndNoPlanWhereNoneAreWritten() throws IOException {
    assertThat(layer().has("findings")).isFalse();
    assertThat(layer().has("plan")).isFalse();
  }

  @Test
  void tellsFindingsWithTheirTitlesAndWithoutFoldersOfTheMachine() throws IOException {
    String page = Files.readString(new SampleReport(folder).findings().page());

    assertThat(layer(page).get("findings").toString())
        .contains("\"title\":\"A JAR that cannot be read\"")
        .contains("\"origin\":\"file src/broken.jar\"", "Delete src/broken.jar.");
    assertThat(page).doesNotContain(folder.toString());
  }

  @Test
  void comparesWithWhatIsLive() throws IOException {
    var sample = new SampleReport(folder);
    plan(sample.build().zip().codeSha256()).write(folder);

    JsonObject plan = layer(Files.readString(sample.page())).getAsJsonObject("plan");
    assertThat(plan.get("outdated").getAsBoolean()).isFalse();
    assertThat(plan.toString()).contains("\"name\":\"g:new\"", "\"to\":\"2\"");
  }

  @Test
  void saysThatAPlanIsAboutAnotherZip() throws IOException {
    plan("another=").write(folder);

    assertThat(layer().getAsJsonObject("plan").get("outdated").getAsBoolean()).isTrue();
  }

  @Test
  void refusesAPlanThatIsNone() throws IOException {
    var sample = new SampleReport(folder);
    Files.writeString(folder.resolve("plan.json"), "[]");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(sample::page)
        .withMessageStartingWith(folder.resolve("plan.json") + " cannot be read: ")
        .withMessageEndingWith("plan again: mvn lambda-layer:plan.");
    assertThat(folder.resolve(LayerReport.FILE)).doesNotExist();
  }

  @Test
  void letsNoFileNameEndTheData() throws IOException {
    String page = Files.readString(new SampleReport(folder).page());

    assertThat(page).doesNotContain("</script><script>window", "\u2028");
    assertThat(layer(page).get("files").toString()).contains(SampleReport.TURNED.substring(0, 6));
    assertThat(JsonParser.parseString(data(page)).toString()).contains("window.hacked=1");
  }

  @Test
  void takesNothingOfTheDataForAPlaceOfTheTemplate() throws IOException {
    String page = Files.readString(new SampleReport(folder).file("data/{{style}}", "").page());

    assertThat(data(page)).contains("data/{{style}}").doesNotContain("--ground");
  }

  @Test
  void isTheSameForTheSameLayer() throws IOException {
    Path one = new SampleReport(folder.resolve("one")).findings().page();
    Path other = new SampleReport(folder.resolve("another/place")).findings().page();

    assertThat(other).hasSameBinaryContentAs(one);
  }

  @Test
  void letsTheBrowserRunItsOwnScriptsAlone() throws IOException {
    String page = Files.readString(new SampleReport(folder).page());

    Matcher scripts = Pattern.compile("(?s)<script>(.*?)</script>").matcher(page);
    List<String> sources =
        scripts.results().map(s -> "'sha256-" + Sha256.of(s.group(1)).base64() + "'").toList();
    assertThat(sources).hasSize(2);
    assertThat(page)
        .contains("default-src 'none'; ", "script-src " + String.join(" ", sources) + "\">")
        .contains("Permission to use, copy, modify, and/or distribute this software")
        .doesNotContain("unsafe-inline", "unsafe-eval")
        .doesNotContainPattern("(src|href)=\"?(https?:)?//");
  }

  @Test
  void putsANameInThePlaceOfTheDeepestFolder() {
    Path root = folder.toAbsolutePath();
    var paths = new PortablePaths(Map.of(root, "<root>/", root.resolve("module"), ""));

    assertThat(paths.portable(root.resolve("module/pom.xml") + " " + root.resolve("pom.xml")))
        .isEqualTo("pom.xml <root>/pom.xml");
    assertThat(paths.portable(root + "-other/pom.xml")).isEqualTo(root + "-other/pom.xml");
  }

  @Test
  void readsNothingOfTheDescriptorsThatItWasNotGiven() throws IOException {
    LayerDescriptor layer = new SampleReport(folder).build();
    var report = new LayerReport(folder, new PortablePaths(Map.of()));

    assertThat(report.write(List.of(layer))).isEqualTo(folder.resolve("report.html"));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("report.html", "sample-layer.zip");
  }
}
