package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.jar;
import static io.github.lambdalayer.lint.SampleJars.manifest;
import static io.github.lambdalayer.lint.SampleJars.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.Survey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order that lint says is the order of AWS's own class loader. */
final class LambdaClassPathTest {

  private static final String SHARED = "x/X.class";

  private final Path opt;
  private final List<LayerEntry> entries = new ArrayList<>();

  LambdaClassPathTest(@TempDir Path opt) {
    this.opt = opt;
  }

  private Path add(String path, Map<String, byte[]> members) throws IOException {
    Path file = opt.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    jar(file, members);
    entries.add(new LayerEntry(path, new LayerEntry.FileSource(file), 1, false, "file"));
    return file;
  }

  private void add(String path, String classPath) throws IOException {
    var members = new TreeMap<String, byte[]>(Map.of(SHARED, classFile(52)));
    if (!classPath.isEmpty()) {
      members.put("META-INF/MANIFEST.MF", manifest("Class-Path: " + classPath));
    }
    add(path, members);
  }

  /** What the runtime makes of {@code /var/task} and {@code /opt/java}, with other folders. */
  private URLClassLoader lambdas() throws ReflectiveOperationException {
    Class<?> type =
        Class.forName("com.amazonaws.services.lambda.runtime.api.client.CustomerClassLoader");
    var constructor = type.getDeclaredConstructor(String.class, String.class, ClassLoader.class);
    constructor.setAccessible(true);
    return (URLClassLoader)
        constructor.newInstance(
            opt.resolve("task").toString(),
            opt.resolve("java").toString(),
            ClassLoader.getPlatformClassLoader());
  }

  private LambdaClassPath ours() throws IOException {
    return LambdaClassPath.of(Survey.of(new LayerContent(entries)));
  }

  private static String jarOf(URL resource) {
    String url = resource.toString();
    String path = url.substring("jar:".length(), url.indexOf("!/"));
    return path.replace("%20", " ");
  }

  /** Paths in the layer, with the folders that a Class-Path did not tidy. */
  private String inLayer(String jar) {
    return Path.of(jar.substring("file:".length()))
        .normalize()
        .toString()
        .substring(opt.toString().length() + 1)
        .replace('\\', '/');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b.jar; a.jar; c.jar",
        "a-2.0.jar; a-1.12.jar; a-1.2.jar; a.jar; a_1.jar; a1.jar",
        "b.jar; A.jar; Z.jar; a.jar",
        "a.jar>z.jar; b.jar; z.jar",
        "a.jar>z.jar y.jar; b.jar; y.jar; z.jar>m.jar; m.jar>a.jar",
        "b.jar>a.jar; a.jar; c.jar>b.jar",
        "a.jar>sub/x.jar ../other.jar ./c.jar; b.jar; c.jar; sub/x.jar; ../other.jar",
        "a.jar>gone.jar http://localhost/b.jar c.jar; b.jar; c.jar",
        "a.jar>y%20z.jar; b.jar; y z.jar",
        "a.JAR; a%20b.jar; a#b.jar; c.jar; c.zip; a b.jar; a+b.jar",
        "a.jar>b%23.jar; b#.jar; c.jar"
      })
  void isThatOfAwssClassLoader(String jars) throws Exception {
    for (String one : jars.split("; ", -1)) {
      int at = one.indexOf('>');
      String name = at < 0 ? one : one.substring(0, at);
      String path = name.startsWith("../") ? "java/" + name.substring(3) : "java/lib/" + name;
      add(path, at < 0 ? "" : one.substring(at + 1));
    }

    List<String> theirs = new ArrayList<>();
    try (URLClassLoader loader = lambdas()) {
      for (URL resource : Collections.list(loader.getResources(SHARED))) {
        theirs.add(inLayer(jarOf(resource).replace("%23", "#")));
      }
    }

    // One file under two URLs ('%20' and ' ') is opened twice, and the second time says nothing
    // new.
    theirs = theirs.stream().distinct().toList();
    assertThat(theirs).isNotEmpty();
    assertThat(ours().jars()).extracting(LambdaClassPath.Jar::path).isEqualTo(theirs);
  }

  @Test
  void passesOverAJarThatIsNone() throws Exception {
    Path broken = add("java/lib/a.jar", Map.of(SHARED, classFile(52)));
    Files.writeString(broken, "no JAR");
    add("java/lib/b.jar", "");

    try (URLClassLoader loader = lambdas()) {
      assertThat(String.valueOf(loader.getResource(SHARED))).contains("/b.jar!/");
    }
    assertThat(ours().jars())
        .extracting(LambdaClassPath.Jar::path)
        .containsExactly("java/lib/b.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "false", ""})
  void theClassForARunningReleaseIsThatOfAwssClassLoader(String multiRelease) throws Exception {
    int running = Runtime.version().feature();
    var members = new TreeMap<String, byte[]>();
    members.put("META-INF/MANIFEST.MF", manifest("Multi-Release: " + multiRelease));
    for (String in :
        List.of(
            "",
            "META-INF/versions/8/",
            "META-INF/versions/9/",
            "META-INF/versions/" + running + "/",
            "META-INF/versions/" + (running + 1) + "/")) {
      members.put(in + SHARED, classFile(52));
    }
    add("java/lib/a.jar", members);

    String theirs;
    try (URLClassLoader loader = lambdas()) {
      theirs = String.valueOf(loader.getResource(SHARED));
    }

    assertThat(ClassFileVersions.loaded(ours().jars().get(0).contents(), running))
        .singleElement()
        .satisfies(one -> assertThat(theirs).endsWith("!/" + one.path()));
  }

  @Test
  void noClassIsLoadedFromAJarWhoseManifestCannotBeRead() throws Exception {
    String name = SampleJars.class.getName().replace('.', '/') + ".class";
    try (InputStream in =
        Objects.requireNonNull(SampleJars.class.getClassLoader().getResourceAsStream(name))) {
      add(
          "java/lib/a.jar",
          Map.of(name, in.readAllBytes(), "META-INF/MANIFEST.MF", text("no manifest\n")));
    }

    try (URLClassLoader loader = lambdas()) {
      assertThatExceptionOfType(ClassNotFoundException.class)
          .isThrownBy(() -> loader.loadClass(SampleJars.class.getName()));
    }
    assertThat(ours().jars()).isEmpty();
  }
}
