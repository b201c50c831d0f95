package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the page together: one file that asks for nothing else. Its policy lets the browser run these very
 * scripts and no other, whatever a file of a layer is called.
 */
final class ReportPage {

  private static final String LAYOUT = "META-INF/resources/webjars/d3-hierarchy/3.1.2/";
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern COMMENT_END = Pattern.compile("\\*/");

  /** In the order in which they need each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "format.js",
          "table.js",
          "tree.js",
          "treemap.js",
          "sections.js",
          "comparison.js",
          "page.js");

  private ReportPage() {}

  /** The page about a module's layers. */
  static String of(ReportDocument document) throws IOException {
    String style = resource("report/report.css");
    String layout = "/*\n" + comment(LAYOUT + "LICENSE") + "*/\n" + layout();
    var scripts = new StringBuilder("'use strict';\n");
    for (String script : SCRIPTS) {
      scripts.append(resource("report/" + script));
    }
    return filled(
        resource("report/page.html"),
        Map.of(
            "policy", policy(List.of(layout, scripts.toString()), style),
            "style", style,
            "layout", layout,
            "script", scripts.toString(),
            "data", Documents.toScript(document)));
  }

  /** In one pass over the template: what is put in may look like a place itself. */
  private static String filled(String template, Map<String, String> parts) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(part(parts, place.group(1))));
  }

  private static String part(Map<String, String> parts, String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException("the page has no part " + name);
    }
    return part;
  }

  /**
   * What the browser may do with the page.
   *
   * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
   */
  private static String policy(List<String> scripts, String style) {
    return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
        + source(style)
        + "; script-src "
        + scripts.stream().map(ReportPage::source).collect(Collectors.joining(" "));
  }

  private static String source(String text) {
    return "'sha256-" + Sha256.of(text).base64() + "'";
  }

  private static String comment(String resource) throws IOException {
    return COMMENT_END.matcher(read(ReportPage.class.getClassLoader(), resource)).replaceAll("* /");
  }

  private static String layout() throws IOException {
    return read(ReportPage.class.getClassLoader(), LAYOUT + "dist/d3-hierarchy.min.js");
  }

  private static String resource(String name) throws IOException {
    return read(ReportPage.class.getClassLoader(), "io/github/lambdalayer/output/" + name);
  }

  private static String read(@Nullable ClassLoader loader, String name) throws IOException {
    try (InputStream in = loader == null ? null : loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the plugin");
      }
      // The digests in the policy are of what the browser makes of line ends.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
