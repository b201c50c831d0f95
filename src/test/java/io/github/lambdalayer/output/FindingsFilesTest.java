package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Place;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.output.FindingsFiles.Source;
import io.github.lambdalayer.output.FindingsFiles.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingsFilesTest {

  private static final Finding EMPTY =
      Rule.EMPTY_JAR.found(
          new Place("java/lib/a-1.0.jar", "g:app:jar:1 -> g:a:jar:1.0"), "Empty.", "Leave it out.");

  private static final PortablePaths PATHS = new PortablePaths(Map.of(Path.of("/work/app"), ""));

  private final Path folder;
  private final FindingsFiles files;

  FindingsFilesTest(@TempDir Path folder) {
    this.folder = folder;
    this.files = new FindingsFiles(folder);
  }

  private static Subject subject(String goal, String name, Finding... findings) {
    return Subject.of(
        goal, name, List.of(findings), finding -> new Source("my app/pöm#1%.xml", 12), PATHS);
  }

  private void merge(Subject subject, Predicate<Subject> outdated) throws IOException {
    files.merge(subject, outdated, "layers/shared", "1.2.3");
  }

  private JsonObject sarif() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("findings.sarif")))
        .getAsJsonObject();
  }

  private JsonArray results() throws IOException {
    return sarif().getAsJsonArray("runs").get(0).getAsJsonObject().getAsJsonArray("results");
  }

  @Test
  void tellsAllOfAFinding() throws IOException {
    merge(subject("package", "shared", EMPTY), other -> false);

    assertThat(files.read())
        .singleElement()
        .satisfies(
            subject -> {
              assertThat(subject.goal()).isEqualTo("package");
              assertThat(subject.name()).isEqualTo("shared");
              assertThat(subject.findings())
                  .containsExactly(
                      new FindingsFiles.Item(
                          "empty-jar",
                          "note",
                          "java/lib/a-1.0.jar",
                          "g:app:jar:1 -> g:a:jar:1.0",
                          "Empty.",
                          "Leave it out.",
                          "my app/pöm#1%.xml",
                          12));
            });
  }

  @Test
  void eachReplacesWhatIsItsOwn() throws IOException {
    merge(subject("package", "a", EMPTY), other -> false);
    merge(subject("check", "a", EMPTY), other -> false);
    merge(subject("package", "b", EMPTY), other -> false);
    merge(subject("package", "a"), other -> other.name().equals("b"));

    assertThat(files.read())
        .extracting(
            subject -> subject.goal() + " " + subject.name() + " " + subject.findings().size())
        .containsExactly("package a 0", "check a 1");
    assertThat(results()).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsWrittenAnew() throws IOException {
    Files.writeString(
        folder.resolve("findings.json"), "{\"schemaVersion\": 1, \"subjects\": [{}, ");
    merge(subject("package", "a", EMPTY), other -> false);

    assertThat(files.read()).hasSize(1);
  }

  @Test
  void whatAnotherReleaseHasFoundIsLeftOut() throws IOException {
    merge(subject("package", "a", EMPTY), other -> false);
    Path json = folder.resolve("findings.json");
    Files.writeString(json, Files.readString(json).replace("empty-jar", "of-the-future"));

    assertThat(files.read()).isEmpty();
  }

  @Test
  void codeHostsFindTheLine() throws IOException {
    merge(subject("package", "shared", EMPTY), other -> false);

    assertThat(sarif().get("version").getAsString()).isEqualTo("2.1.0");
    JsonObject result = results().get(0).getAsJsonObject();
    assertThat(result.get("ruleId").getAsString()).isEqualTo("empty-jar");
    assertThat(result.get("level").getAsString()).isEqualTo("note");
    assertThat(result.getAsJsonObject("message").get("text").getAsString())
        .isEqualTo("Empty.\nLeave it out.");
    JsonObject location = result.getAsJsonArray("locations").get(0).getAsJsonObject();
    JsonObject physical = location.getAsJsonObject("physicalLocation");
    assertThat(physical.getAsJsonObject("artifactLocation").get("uri").getAsString())
        .isEqualTo("my%20app/p%C3%B6m%231%25.xml");
    assertThat(physical.getAsJsonObject("region").get("startLine").getAsInt()).isEqualTo(12);
  }

  @Test
  void aRuleIsDescribedAtItsIndex() throws IOException {
    merge(subject("package", "shared", EMPTY), other -> false);

    JsonObject run = sarif().getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    int index = results().get(0).getAsJsonObject().get("ruleIndex").getAsInt();
    assertThat(rules).hasSize(Rule.values().length);
    JsonObject rule = rules.get(index).getAsJsonObject();
    assertThat(rule.get("id").getAsString()).isEqualTo("empty-jar");
    assertThat(rule.get("name").getAsString()).isEqualTo("EmptyJar");
    assertThat(rule.getAsJsonObject("fullDescription").get("text").getAsString())
        .isEqualTo("A JAR with nothing to load.");
    assertThat(rule.getAsJsonObject("help").get("text").getAsString())
        .contains("docs/findings/empty-jar.md");
  }

  private String runId() throws IOException {
    return sarif()
        .getAsJsonArray("runs")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("automationDetails")
        .get("id")
        .getAsString();
  }

  @Test
  void aModuleDoesNotTakeThePlaceOfAnother() throws IOException {
    merge(subject("package", "shared", EMPTY), other -> false);
    assertThat(runId()).isEqualTo("lambda-layer/layers/shared/");

    files.merge(subject("package", "shared", EMPTY), other -> false, "", "1.2.3");
    assertThat(runId()).isEqualTo("lambda-layer/");
  }

  @Test
  void twoOfAKindAreTwoFindings() throws IOException {
    merge(subject("package", "shared", EMPTY, EMPTY), other -> false);

    assertThat(results())
        .extracting(result -> result.getAsJsonObject().get("partialFingerprints").toString())
        .doesNotHaveDuplicates();
  }

  @Test
  void isTheSameFindingInAnotherFolder() throws IOException {
    Finding here =
        Rule.SCRIPT_MODE.found(new Place("a", "file /work/app/src/a"), "/work/app/src/a!", "b");
    Finding relative = Rule.SCRIPT_MODE.found(new Place("a", "file src/a"), "src/a!", "b");
    String fingerprint = fingerprint(here);

    assertThat(files.read().get(0).findings().get(0).message()).isEqualTo("src/a!");
    assertThat(fingerprint).isEqualTo(fingerprint(relative));
  }

  @Test
  void whatIsSoNoMoreIsTakenOut() throws IOException {
    merge(subject("package", "a", EMPTY), other -> false);
    merge(subject("check", "a", EMPTY), other -> false);
    files.remove(other -> other.goal().equals("package"), "", "1.2.3");

    assertThat(files.read()).extracting(Subject::goal).containsExactly("check");
    assertThat(results()).hasSize(1);
  }

  private String fingerprint(Finding finding) throws IOException {
    merge(subject("package", "shared", finding), other -> false);
    return results()
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("partialFingerprints")
        .get("finding/v1")
        .getAsString();
  }

  @Test
  void isTheSameFindingInAnotherVersion() throws IOException {
    Finding later =
        Rule.EMPTY_JAR.found(
            new Place("java/lib/a-1.1.jar", "g:app:jar:2 -> g:a:jar:1.1"), "Empty!", "Drop it.");
    Finding other =
        Rule.EMPTY_JAR.found(
            new Place("java/lib/b-1.0.jar", "g:app:jar:1 -> g:b:jar:1.0"),
            "Empty.",
            "Leave it out.");

    assertThat(fingerprint(later)).isEqualTo(fingerprint(EMPTY));
    assertThat(fingerprint(other)).isNotEqualTo(fingerprint(EMPTY));
  }
}
