package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Libraries for tests that came along in the run-time scope. */
final class TestLibraries {

  /** By {@code groupId:artifactId}; only what has no use but in tests. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "junit:.*|org\\.junit(\\..*)?:.*|org\\.opentest4j:.*|org\\.testng:.*"
              + "|org\\.mockito(\\..*)?:.*|org\\.easymock:.*|org\\.powermock:.*|org\\.jmockit:.*|io\\.mockk:.*"
              + "|org\\.hamcrest:.*|org\\.assertj:.*|com\\.google\\.truth(\\..*)?:.*|org\\.awaitility:.*"
              + "|org\\.testcontainers:.*|com\\.github\\.tomakehurst:wiremock.*|org\\.wiremock:.*"
              + "|com\\.squareup\\.okhttp3:mockwebserver.*|io\\.rest-assured:.*|org\\.skyscreamer:jsonassert"
              + "|net\\.javacrumbs\\.json-unit:.*|org\\.xmlunit:.*|nl\\.jqno\\.equalsverifier:.*"
              + "|com\\.tngtech\\.archunit:.*|com\\.approvaltests:.*|org\\.dbunit:.*|org\\.spockframework:.*"
              + "|io\\.kotest:.*|org\\.jetbrains\\.kotlin:kotlin-test.*|org\\.scalatest:.*"
              + "|org\\.springframework:spring-test|org\\.springframework\\.boot:spring-boot(-.*)?-test(-autoconfigure)?"
              + "|org\\.springframework\\..*:spring-.*-test|io\\.projectreactor:reactor-test"
              + "|io\\.micronaut\\.test:.*|io\\.quarkus:quarkus-(junit|test-).*"
              + "|com\\.amazonaws:aws-lambda-java-tests|org\\.apache\\.curator:curator-test");

  private static final Pattern CLASSIFIER = Pattern.compile("tests?|test-jar");

  private TestLibraries() {}

  /** A warning for each dependency that is or brings such libraries. */
  static List<Finding> check(LintedLayer layer) {
    Map<String, List<Located>> byDirect = new LinkedHashMap<>();
    for (Located located : layer.artifacts()) {
      LayerArtifact artifact = located.artifact();
      if (!artifact.ofBuild() && isForTests(artifact)) {
        byDirect.computeIfAbsent(direct(artifact), d -> new ArrayList<>()).add(located);
      }
    }
    return byDirect.entrySet().stream()
        .map(entry -> finding(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static boolean isForTests(LayerArtifact artifact) {
    return KNOWN.matcher(artifact.groupId() + ":" + artifact.artifactId()).matches()
        || CLASSIFIER.matcher(artifact.classifier()).matches();
  }

  /** The dependency of the project that brought it, which can be itself. */
  private static String direct(LayerArtifact artifact) {
    List<String> trail = artifact.trail();
    return trail.isEmpty() ? artifact.coordinates() : trail.get(Math.min(1, trail.size() - 1));
  }

  private static Finding finding(String direct, List<Located> found) {
    return Rule.TEST_LIBRARY.found(
        Place.of(found.get(0)),
        Messages.format(
            "The layer has libraries for tests:%s",
            Lists.onLines(found, located -> String.join(" -> ", located.artifact().trail()))),
        fix(direct, found));
  }

  private static String fix(String direct, List<Located> found) {
    if (found.stream().anyMatch(located -> located.artifact().trail().size() <= 2)) {
      return Messages.format("Give the dependency %s <scope>test</scope>.", direct);
    }
    return Messages.format(
        "Add to the dependency %s <exclusions>%s</exclusions>.", direct, exclusions(found));
  }

  /** Only the first on each path: what is behind goes with it. */
  private static String exclusions(List<Located> found) {
    var coordinates =
        found.stream()
            .map(located -> located.artifact().trail())
            .map(trail -> trail.subList(2, trail.size()))
            .map(
                trail ->
                    trail.stream().filter(TestLibraries::isKnown).findFirst().orElse(last(trail)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return coordinates.stream()
        .map(text -> text.split(":", -1))
        .map(
            parts ->
                Messages.format(
                    "<exclusion><groupId>%s</groupId><artifactId>%s</artifactId></exclusion>",
                    parts[0], parts[Math.min(1, parts.length - 1)]))
        .distinct()
        .collect(Collectors.joining());
  }

  private static boolean isKnown(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    return parts.length > 1 && KNOWN.matcher(parts[0] + ":" + parts[1]).matches();
  }

  private static String last(List<String> trail) {
    return trail.get(trail.size() - 1);
  }
}
