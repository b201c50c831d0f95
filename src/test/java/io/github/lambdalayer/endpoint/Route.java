package io.github.lambdalayer.endpoint;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operation that a method and a path stand for, with what the path says beside it. */
record Route(String operation, Map<String, String> parameters, Map<String, String> query) {
  static final String UNKNOWN = "Unknown";
  static final String DOWNLOAD = "GetObject";
  static final String INVOKE = "Invoke";

  private static final String LAYERS = "/2018-10-31/layers";
  private static final String VERSION = LAYERS + "/{layer}/versions/{version}";
  private static final String FUNCTIONS = "/2015-03-31/functions";
  private static final String FUNCTION = FUNCTIONS + "/{function}";
  private static final List<Template> TEMPLATES =
      List.of(
          new Template("ListLayers", "GET", LAYERS),
          new Template("ListLayerVersions", "GET", LAYERS + "/{layer}/versions"),
          new Template("PublishLayerVersion", "POST", LAYERS + "/{layer}/versions"),
          new Template("GetLayerVersion", "GET", VERSION),
          new Template("DeleteLayerVersion", "DELETE", VERSION),
          new Template("GetLayerVersionPolicy", "GET", VERSION + "/policy"),
          new Template("AddLayerVersionPermission", "POST", VERSION + "/policy"),
          new Template("RemoveLayerVersionPermission", "DELETE", VERSION + "/policy/{statement}"),
          new Template("GetAccountSettings", "GET", "/2016-08-19/account-settings"),
          new Template("ListFunctions", "GET", FUNCTIONS),
          new Template("GetFunctionConfiguration", "GET", FUNCTION + "/configuration"),
          new Template("UpdateFunctionConfiguration", "PUT", FUNCTION + "/configuration"),
          new Template("ListVersionsByFunction", "GET", FUNCTION + "/versions"),
          new Template(INVOKE, "POST", FUNCTION + "/invocations"),
          new Template("ListTags", "GET", "/2017-03-31/tags/{arn}"),
          new Template(
              "GetFunctionCodeSigningConfig",
              "GET",
              "/2020-06-30/functions/{function}/code-signing-config"),
          new Template("GetCodeSigningConfig", "GET", "/2020-04-22/code-signing-configs/{arn}"),
          new Template(DOWNLOAD, "GET", "/content/{account}/{region}/{layer}/{version}"));

  private record Template(String operation, String method, String path) {
    @Nullable Map<String, String> match(List<String> actual) {
      List<String> wanted = segments(path);
      if (wanted.size() != actual.size()) {
        return null;
      }
      Map<String, String> parameters = new HashMap<>();
      for (int i = 0; i < wanted.size(); i++) {
        String segment = wanted.get(i);
        if (segment.startsWith("{")) {
          parameters.put(segment.substring(1, segment.length() - 1), actual.get(i));
        } else if (!segment.equals(actual.get(i))) {
          return null;
        }
      }
      return parameters;
    }
  }

  static Route of(String method, URI uri) {
    List<String> actual = segments(uri.getRawPath());
    Map<String, String> query = query(uri.getRawQuery());
    for (Template template : TEMPLATES) {
      Map<String, String> parameters =
          template.method.equals(method) ? template.match(actual) : null;
      if (parameters != null) {
        return new Route(byQuery(template.operation, query), parameters, query);
      }
    }
    return new Route(UNKNOWN, Map.of(), query);
  }

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** One path stands for two operations, which only the query tells apart. */
  private static String byQuery(String operation, Map<String, String> query) {
    String find = query.get("find");
    if (!operation.equals("ListLayers") || find == null) {
      return operation;
    }
    return find.equals("LayerVersion") ? "GetLayerVersionByArn" : UNKNOWN;
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      segments.add(decode(segment.replace("+", "%2B")));
    }
    if (segments.get(segments.size() - 1).isEmpty()) {
      segments.remove(segments.size() - 1);
    }
    return segments;
  }

  /** The fields of a query, or of a form that is written like one. */
  static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
