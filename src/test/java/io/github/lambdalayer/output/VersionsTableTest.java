package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.output.VersionsDocument.Layer;
import io.github.lambdalayer.output.VersionsDocument.Target;
import io.github.lambdalayer.output.VersionsDocument.Version;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people and programs see of live versions. */
final class VersionsTableTest {

  private static final int WIDTH = 80;

  private static Version version(
      long number, String description, List<String> permissions, @Nullable List<String> users) {
    return new Version(
        number,
        "arn:aws:lambda:eu-west-1:123456789012:layer:libraries:" + number,
        "2026-11-20T10:15:30.123Z",
        "1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r9S0t1U2=",
        12_345_678,
        description,
        "",
        List.of("java17", "java21"),
        List.of("x86_64"),
        false,
        permissions,
        users,
        null,
        null,
        null);
  }

  private static VersionsDocument document(String layer, Target... targets) {
    return new VersionsDocument(1, List.of(new Layer(layer, List.of(targets))));
  }

  private static Target target(Version... versions) {
    return new Target("123456789012", null, "eu-west-1", null, null, List.of(versions));
  }

  private static List<String> lines(VersionsDocument document) {
    return VersionsTable.lines(document, WIDTH);
  }

  @Test
  void aVersionIsARowAndWhatBelongsToIt() {
    assertThat(
            lines(
                document(
                    "libraries",
                    target(
                        version(
                            12,
                            "libraries 1.4.0",
                            List.of("account:111122223333", "public"),
                            List.of("orders", "orders:3")),
                        version(3, "libraries 1.3.0", List.of(), List.of())))))
        .containsExactly(
            "libraries in eu-west-1 of 123456789012: 2 versions",
            "  no  date             size  sha256        description",
            "  12  2026-11-20    12.3 MB  1A2b3C4d5E6f  libraries 1.4.0",
            "      for java17, java21 on x86_64",
            "      granted to account:111122223333, public",
            "      used by orders, orders:3",
            "   3  2026-11-20    12.3 MB  1A2b3C4d5E6f  libraries 1.3.0",
            "      for java17, java21 on x86_64");
  }

  @Test
  void nothingIsWiderThanATerminal() {
    String name = "a".repeat(140);
    List<String> accounts =
        IntStream.range(0, 30).mapToObj(i -> "account:" + (111122223300L + i)).toList();
    List<String> users =
        IntStream.range(0, 40).mapToObj(i -> "f".repeat(i * 2 + 1) + ":" + i).toList();
    var refused =
        new Target(
            null, "profile staging", "ap-southeast-2", "because ".repeat(40), null, List.of());

    List<String> lines =
        lines(
            document(
                name,
                target(
                    version(123456, "d".repeat(256), accounts, users),
                    version(7, "words ".repeat(40), List.of(), null)),
                refused));

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .contains("and 22 more")
        .contains("used by: not known");
    assertThat(VersionsTable.lines(document(name, refused), 73))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(73));
  }

  @Test
  void noVersionAndAProblemAreSaid() {
    assertThat(
            lines(
                document(
                    "libraries",
                    target(),
                    new Target(null, null, "us-east-1", "it is denied", null, List.of()))))
        .containsExactly(
            "libraries in eu-west-1 of 123456789012: no versions",
            "libraries in us-east-1: not known: it is denied");
  }

  @Test
  void whatIsNotKnownOfUsersIsSaidOnce() {
    var target =
        new Target(
            null,
            null,
            "eu-west-1",
            null,
            "ListFunctions is denied",
            List.of(version(2, "two", List.of(), null), version(1, "one", List.of(), null)));

    assertThat(lines(document("libraries", target)))
        .filteredOn(line -> line.contains("known"))
        .containsExactly("  Which functions use them is not known: ListFunctions is denied");
  }

  @Test
  void theDocumentHasAllOfIt() {
    List<String> accounts =
        IntStream.range(0, 30).mapToObj(i -> "account:" + (111122223300L + i)).toList();
    VersionsDocument document = document("libraries", target(version(1, "one", accounts, null)));

    String json = document.toJson();

    assertThat(json)
        .startsWith("{\n  \"schemaVersion\": 1,\n  \"layers\": [")
        .contains("\"codeSha256\": \"1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r9S0t1U2=\"")
        .contains("account:111122223329")
        .doesNotContain("\"users\"");
    assertThat(Documents.fromJson(json, VersionsDocument.class)).isEqualTo(document);
  }

  @Test
  void markdownHasARowForEachVersionThatNothingBreaks() {
    String text =
        VersionsMarkdown.of(
            document("libraries", target(version(1, "a | b\n<c>", List.of(), List.of("orders")))));

    assertThat(text.lines().toList())
        .hasSize(5)
        .startsWith("## libraries")
        .contains(
            "| account | region | version | date | size | sha256 | description | release | runtimes"
                + " | architectures | granted to | used by |")
        .endsWith(
            "| 123456789012 | eu-west-1 | 1 | 2026-11-20 | 12.3 MB | 1A2b3C4d5E6f | a \\| b &lt;c>"
                + " | - | java17, java21 | x86_64 | - | orders |");
  }
}
