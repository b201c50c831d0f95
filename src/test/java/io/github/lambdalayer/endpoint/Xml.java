package io.github.lambdalayer.endpoint;

import java.util.List;
import java.util.UUID;

/** Writes the documents of the services that speak XML. */
final class Xml {
  private Xml() {}

  static Answer answer(int status, String document) {
    return Answer.text(
        status, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document);
  }

  static String element(String name, Object text) {
    return "<" + name + ">" + escape(String.valueOf(text)) + "</" + name + ">";
  }

  static String parent(String name, String... children) {
    return "<" + name + ">" + String.join("", children) + "</" + name + ">";
  }

  /** A child of its own for each value. */
  static String children(String name, List<String> values) {
    return values.stream().map(value -> element(name, value)).reduce("", String::concat);
  }

  static String requestId() {
    return element("RequestId", UUID.randomUUID());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
