package io.github.lambdalayer.output;

import static java.util.stream.Collectors.joining;

import com.google.gson.annotations.SerializedName;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.output.FindingsFiles.Item;
import io.github.lambdalayer.output.FindingsFiles.Subject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Findings in the format that code hosts show beside the sources.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
record SarifDocument(@SerializedName("$schema") String schema, String version, List<Run> runs) {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String VERSION = "2.1.0";
  private static final List<Rule> RULES = List.of(Rule.values());
  private static final String TOOL = "lambda-layer-maven-plugin";

  record Run(
      Tool tool, AutomationDetails automationDetails, String columnKind, List<Result> results) {}

  /** What code hosts know a run by: a later one of the same id takes its place. */
  record AutomationDetails(String id) {}

  record Tool(Driver driver) {}

  record Driver(String name, String semanticVersion, List<Descriptor> rules) {}

  record Descriptor(
      String id,
      String name,
      Text shortDescription,
      Text fullDescription,
      Text help,
      Configuration defaultConfiguration) {}

  record Configuration(String level) {}

  record Text(String text) {}

  record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Text message,
      List<Location> locations,
      Map<String, String> partialFingerprints) {}

  record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

  record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

  record ArtifactLocation(String uri, String uriBaseId) {}

  record Region(int startLine) {}

  record LogicalLocation(String fullyQualifiedName, String kind) {}

  /**
   * The document about all that was found.
   *
   * @param module the path of the module from the root of the sources, with {@code /}; empty for that root
   * @param toolVersion the version of this plugin
   */
  static String of(List<Subject> subjects, String module, String toolVersion) {
    var results = new ArrayList<Result>();
    var fingerprints = new HashMap<String, Integer>();
    for (Subject subject : subjects) {
      for (Item item : subject.findings()) {
        String fingerprint = fingerprint(subject, item);
        // Two of a kind in one place are told apart by their order.
        int number = fingerprints.merge(fingerprint, 1, Integer::sum);
        results.add(result(subject, item, fingerprint + ":" + number));
      }
    }
    var driver =
        new Driver(TOOL, toolVersion, RULES.stream().map(SarifDocument::descriptor).toList());
    var run =
        new Run(new Tool(driver), new AutomationDetails(runId(module)), "utf16CodeUnits", results);
    return Documents.toJson(new SarifDocument(SCHEMA, VERSION, List.of(run)));
  }

  /** A name with {@code /} behind it: what would follow tells one run of the same from the next. */
  private static String runId(String module) {
    return "lambda-layer/" + (module.isEmpty() ? "" : module + "/");
  }

  private static Descriptor descriptor(Rule rule) {
    return new Descriptor(
        rule.id(),
        name(rule),
        new Text(rule.title()),
        new Text(rule.title() + "."),
        new Text(rule.title() + ". See docs/findings/" + rule.id() + ".md of " + TOOL + "."),
        new Configuration(rule.severity().name().toLowerCase(Locale.ROOT)));
  }

  /** In the form that the standard asks for: {@code EmptyJar}. */
  private static String name(Rule rule) {
    return Arrays.stream(rule.name().split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(joining());
  }

  private static Result result(Subject subject, Item item, String fingerprint) {
    String text = item.fix().isEmpty() ? item.message() : item.message() + "\n" + item.fix();
    var logical =
        new LogicalLocation(
            item.path().isEmpty() ? subject.name() : subject.name() + "!/" + item.path(),
            "resource");
    var physical =
        new PhysicalLocation(
            new ArtifactLocation(uri(item.file()), "%SRCROOT%"), new Region(item.line()));
    return new Result(
        item.id(),
        RULES.indexOf(Rule.parse(item.id())),
        item.severity(),
        new Text(text),
        List.of(new Location(physical, List.of(logical))),
        Map.of("finding/v1", fingerprint));
  }

  /** A relative reference; a colon in its first segment would make it a scheme. */
  private static String uri(String file) {
    try {
      String uri = new URI(null, null, "/" + file, null).toASCIIString().substring(1);
      return uri.substring(0, (uri + "/").indexOf('/')).contains(":") ? "./" + uri : uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a path is always one: " + file, e);
    }
  }

  /** What stays the same while lines move and versions change: code hosts know a finding by it. */
  private static String fingerprint(Subject subject, Item item) {
    return Sha256.of(
            String.join(
                "\n",
                subject.goal(),
                subject.name(),
                item.id(),
                item.path().replaceAll("-\\d[^/]*\\.jar$", ".jar"),
                item.origin().replaceAll(":[^:>]*( ->|$)", "$1")))
        .hex();
  }
}
