package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A function and its layers, compiled from a few lines of Java. */
final class SampleCode {

  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) (\\w+)");

  private final Path folder;
  private final List<FunctionCode.CodeSource> function = new ArrayList<>();
  private final List<FunctionCode.CodeSource> layers = new ArrayList<>();
  private final Set<String> own = new LinkedHashSet<>();
  private int release = Runtime.version().feature();

  SampleCode(Path folder) {
    this.folder = folder;
  }

  /**
   * Compiles source files.
   *
   * @param libraries folders of classes that were compiled before
   * @return the classes by their entries' names
   */
  Map<String, byte[]> compile(
      int forRelease, List<Map<String, byte[]>> libraries, String... sources) throws IOException {
    Path output = Files.createTempDirectory(folder, "classes");
    Path path = Files.createTempDirectory(folder, "libraries");
    for (Map<String, byte[]> library : libraries) {
      write(path, library);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "--release",
            "" + forRelease,
            "-d",
            output.toString(),
            "-cp",
            path.toString(),
            "-nowarn");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      List<JavaFileObject> units = Arrays.stream(sources).map(SampleCode::unit).toList();
      assertThat(compiler.getTask(null, files, null, options, null, units).call()).isTrue();
    }
    return read(output);
  }

  /** The same for the Java that runs the tests. */
  Map<String, byte[]> compile(List<Map<String, byte[]>> libraries, String... sources)
      throws IOException {
    return compile(Runtime.version().feature(), libraries, sources);
  }

  private static JavaFileObject unit(String source) {
    Matcher inPackage = PACKAGE.matcher(source);
    Matcher type = TYPE.matcher(source);
    assertThat(type.find()).isTrue();
    String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
    URI uri = URI.create("string:///" + folder + type.group(1) + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static void write(Path folder, Map<String, byte[]> classes) throws IOException {
    for (var entry : classes.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    var classes = new HashMap<String, byte[]>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        classes.put(name, Files.readAllBytes(file));
      }
    }
    return classes;
  }

  /** Without those classes; a name ends in {@code .class}. */
  static Map<String, byte[]> without(Map<String, byte[]> classes, String... names) {
    var others = new HashMap<>(classes);
    for (String name : names) {
      assertThat(others.remove(name)).as(name).isNotNull();
    }
    return others;
  }

  /** Only that class. */
  static Map<String, byte[]> only(Map<String, byte[]> classes, String name) {
    return Map.of(name, classes.getOrDefault(name, new byte[0]));
  }

  /** The function's own classes. */
  SampleCode own(Map<String, byte[]> classes) throws IOException {
    for (String name : classes.keySet()) {
      if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
        own.add(name.substring(0, name.length() - ".class".length()));
      }
    }
    function.add(new FunctionCode.CodeSource("", "app.jar", jar(classes)));
    return this;
  }

  /** A JAR in the function's lib. */
  SampleCode bundled(String name, Map<String, byte[]> entries) throws IOException {
    function.add(new FunctionCode.CodeSource("lib/" + name, "app.jar", jar(entries)));
    return this;
  }

  /** A JAR in a layer. */
  SampleCode layer(String name, Map<String, byte[]> entries) throws IOException {
    layers.add(new FunctionCode.CodeSource("java/lib/" + name, "libraries", jar(entries)));
    return this;
  }

  /** A file in a layer that is no JAR. */
  SampleCode brokenLayer(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "no JAR");
    layers.add(new FunctionCode.CodeSource("java/lib/" + name, "libraries", file));
    return this;
  }

  SampleCode release(int javaRelease) {
    release = javaRelease;
    return this;
  }

  private Path jar(Map<String, byte[]> entries) throws IOException {
    int number = function.size() + layers.size();
    return SampleJars.jar(folder.resolve("code" + number + ".jar"), entries);
  }

  List<Finding> findings() throws IOException {
    return FunctionLint.of(new FunctionCode("app", function, own, layers, release));
  }
}
