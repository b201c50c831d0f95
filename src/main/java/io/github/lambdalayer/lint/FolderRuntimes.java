package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.LambdaRuntime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The runtimes other than Java that look into a layer's folders. Where a family has folders of single
 * versions, the layer is for those versions; without, for all that are current.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html">folders of
 *     layers</a>
 */
final class FolderRuntimes {

  private static final Pattern NODE = Pattern.compile("nodejs/node_modules/.*");
  private static final Pattern NODE_VERSION = Pattern.compile("nodejs/node(\\d+)/node_modules/.*");
  private static final Pattern PYTHON = Pattern.compile("python/.*");
  private static final Pattern PYTHON_VERSION =
      Pattern.compile("python/lib/python(\\d+\\.\\d+)/site-packages/.*");

  /** Compiled for one version of CPython; those for its stable interface are {@code .abi3.so}. */
  private static final Pattern CPYTHON =
      Pattern.compile("python/.*\\.cpython-(\\d)(\\d+)(-[^/]*)?\\.so");

  private static final Pattern RUBY = Pattern.compile("ruby/lib/.*");
  private static final Pattern RUBY_VERSION = Pattern.compile("ruby/gems/(\\d+\\.\\d+)\\.\\d+/.*");

  private FolderRuntimes() {}

  /** The runtimes for files with these paths. */
  static List<LambdaRuntime> of(List<String> paths) {
    var runtimes = new ArrayList<LambdaRuntime>();
    runtimes.addAll(family(paths, NODE, NODE_VERSION, "nodejs%s.x", LambdaRuntime.currentNode()));
    runtimes.addAll(python(paths));
    runtimes.addAll(family(paths, RUBY, RUBY_VERSION, "ruby%s", LambdaRuntime.currentRuby()));
    if (paths.contains("bootstrap")) {
      runtimes.addAll(LambdaRuntime.custom());
    }
    return runtimes;
  }

  private static List<LambdaRuntime> python(List<String> paths) {
    List<LambdaRuntime> compiled =
        ids(
            paths.stream()
                .filter(path -> !PYTHON_VERSION.matcher(path).matches())
                .map(CPYTHON::matcher)
                .filter(Matcher::matches)
                .map(match -> "python" + match.group(1) + "." + match.group(2)));
    return family(
        paths,
        PYTHON,
        PYTHON_VERSION,
        "python%s",
        compiled.isEmpty() ? LambdaRuntime.currentPython() : compiled);
  }

  private static List<LambdaRuntime> family(
      List<String> paths, Pattern any, Pattern version, String id, List<LambdaRuntime> all) {
    List<LambdaRuntime> versions =
        ids(
            paths.stream()
                .map(version::matcher)
                .filter(Matcher::matches)
                .map(match -> id.replace("%s", match.group(1))));
    if (!versions.isEmpty()) {
      return versions;
    }
    return paths.stream().anyMatch(path -> any.matcher(path).matches()) ? all : List.of();
  }

  /** In the order of their versions, so that 3.9 comes before 3.12. */
  private static List<LambdaRuntime> ids(Stream<String> ids) {
    var sorted =
        new TreeSet<String>(
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    ids.forEach(sorted::add);
    return sorted.stream().map(LambdaRuntime::new).toList();
  }
}
