package io.github.lambdalayer.output;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerInventory;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.content.SampleNatives;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Place;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.lint.SampleJars;
import io.github.lambdalayer.output.FindingsFiles.Source;
import io.github.lambdalayer.output.FindingsFiles.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A built layer with something of everything, as {@code package} leaves it in a folder. */
final class SampleReport {

  /** A name that would run as a script if it were read as HTML, and one that turns the text round. */
  static final String HOSTILE = "data/</script><script>window.hacked=1</script>.txt";

  static final String TURNED = "data/a\u202Etxt.exe\u2028b";

  private final Path folder;
  private final Map<String, byte[]> files = new TreeMap<>();

  SampleReport(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    byte[] one = SampleJars.classFile(61);
    byte[] other = SampleJars.classFile(52);
    jar("a-1.0.jar", Map.of("org/a/One.class", one, "org/a/sub/Two.class", one));
    jar("b-2.0.jar", Map.of("org/a/One.class", other, "org/b/Three.class", one));
    jar(
        "driver-1.0.jar",
        Map.of(
            "driver/Driver.class", one,
            "native/linux.so", SampleNatives.linuxX86(),
            "native/windows.dll", SampleNatives.windows()));
    file("java/lib/broken.jar", "no zip at all");
    file(HOSTILE, "x");
    file(TURNED, "x");
    file(
        "META-INF/lambda-layer/sample.json",
        """
        {"schemaVersion": 1, "layerName": "sample", "artifacts": [
          {"path": "java/lib/a-1.0.jar", "groupId": "org.a", "artifactId": "a", "version": "1.0",
           "sha256": "00", "licenses": ["Apache-2.0"]},
          {"path": "java/lib/b-2.0.jar", "groupId": "software.amazon.awssdk",
           "artifactId": "annotations", "version": "2.0",
           "sha256": "00", "licenses": []}]}
        """);
  }

  SampleReport file(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private void jar(String name, Map<String, byte[]> members) throws IOException {
    Path jar = SampleJars.jar(folder.resolve("sample.tmp"), members);
    files.put("java/lib/" + name, Files.readAllBytes(jar));
    Files.delete(jar);
  }

  /** Writes the zip, its files stored as they are. */
  LayerDescriptor build() throws IOException {
    Path zip = folder.resolve("sample-layer.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        var stored = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        stored.putNextEntry(entry(file.getKey(), file.getValue()));
        stored.write(file.getValue());
        stored.closeEntry();
      }
    }
    long unzipped = files.values().stream().mapToLong(bytes -> bytes.length).sum();
    return new LayerDescriptor(
        new LayerDefinition(
            new LayerName("sample"),
            "A sample",
            "Apache-2.0",
            List.of(new LambdaRuntime("java17"), new LambdaRuntime("java21")),
            true,
            List.of(Architecture.X86_64),
            List.of(Permission.parse("account:111122223333"))),
        "1.0",
        false,
        new LayerZip(zip, Sha256.of(zip).base64(), Files.size(zip), unzipped, files.size()));
  }

  private static ZipEntry entry(String path, byte[] bytes) {
    var entry = new ZipEntry(path);
    entry.setTimeLocal(SampleJars.TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    var crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    return entry;
  }

  /** Leaves a finding of each severity, one with a folder of this machine in it. */
  SampleReport findings() throws IOException {
    List<Finding> findings =
        List.of(
            Rule.DUPLICATE_CLASSES.found(
                new Place("java/lib/a-library-whose-file-name-is-long-1.0.jar", ""),
                "A note about java/lib/a-1.0.jar, which has much to say, as the findings of this"
                    + " plugin have, so that all of the columns want more room than there is.",
                "Leave it."),
            Rule.UNREADABLE_JAR.found(
                new Place("java/lib/broken.jar", "file " + folder.resolve("src/broken.jar")),
                "java/lib/broken.jar is no JAR.\nLambda skips it.",
                "Delete " + folder.resolve("src/broken.jar") + "."),
            Rule.SCRIPT_MODE.found(
                new Place("bin/tool", ""), "bin/tool <b>is</b> not executable.", "Set it."));
    new FindingsFiles(folder)
        .merge(
            Subject.of(
                "package",
                "sample",
                findings,
                finding -> new Source("pom.xml", 1),
                new PortablePaths(Map.of())),
            other -> false,
            "",
            "1.2.3");
    return this;
  }

  /** The page, with the folder of this sample as that of the project. */
  Path page() throws IOException {
    return new LayerReport(folder, new PortablePaths(Map.of(folder, ""))).write(List.of(build()));
  }

  /** A document about a layer of 250 MiB: 2,000 JARs with 100,000 classes. */
  static ReportDocument large() {
    var files = new ArrayList<LayerInventory.StoredFile>();
    var jars = new ArrayList<LayerInventory.Jar>();
    var artifacts = new ArrayList<ContentDocument.Item>();
    long size = 130_000;
    for (int i = 0; i < 2000; i++) {
      String path = "java/lib/library-" + i + "-1.0.jar";
      files.add(new LayerInventory.StoredFile(path, size + i, size + i, 0644));
      jars.add(new LayerInventory.Jar(path, true, folders(i), null));
      artifacts.add(
          new ContentDocument.Item(
              path,
              "com.example.group" + i % 100,
              "library-" + i,
              "1.0",
              null,
              null,
              "00",
              null,
              List.of("Apache-2.0")));
    }
    return new ReportDocument(
        List.of(
            new ReportDocument.Layer(
                "large",
                "As large as a layer can be",
                null,
                "1.0",
                new ReportDocument.Zip(
                    "large-layer.zip", 262_100_000, 262_000_000, 262_144_000, "abc=", 2000),
                List.of("java21"),
                List.of(),
                List.of(),
                files,
                jars,
                List.of(),
                List.of(),
                artifacts,
                List.of(),
                null)),
        List.of());
  }

  private static List<LayerInventory.Folder> folders(int jar) {
    var folders = new ArrayList<LayerInventory.Folder>();
    for (int i = 0; i < 10; i++) {
      String name = "com/example/library" + jar + (i == 0 ? "" : "/part" + i);
      folders.add(new LayerInventory.Folder(name, 12_000 + i * 100, 30_000, 5, 5));
    }
    return folders;
  }
}
