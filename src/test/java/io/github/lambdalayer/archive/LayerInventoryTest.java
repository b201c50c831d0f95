package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.archive.LayerInventory.Folder;
import io.github.lambdalayer.archive.LayerInventory.Jar;
import io.github.lambdalayer.archive.LayerInventory.Overlap;
import io.github.lambdalayer.content.SampleNatives;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.lint.SampleJars;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerInventoryTest {

  private static final byte[] OLD = SampleJars.classFile(52);
  private static final byte[] NEW = SampleJars.classFile(61);

  private final Path folder;
  private final Map<String, byte[]> files = new TreeMap<>();

  LayerInventoryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private LayerInventoryTest jar(String path, Map<String, byte[]> members) throws IOException {
    files.put(path, Files.readAllBytes(SampleJars.jar(folder.resolve("a.jar"), members)));
    return this;
  }

  private LayerInventory stored() throws IOException {
    Path zip = folder.resolve("stored.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        var stored = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        var crc = new CRC32();
        crc.update(file.getValue());
        var entry = new ZipEntry(file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        stored.putNextEntry(entry);
        stored.write(file.getValue());
      }
    }
    return LayerInventory.of(new LayerName("base"), zip);
  }

  private LayerInventory deflated() throws IOException {
    var zip = new SampleZips();
    files.forEach(zip::with);
    return LayerInventory.of(new LayerName("base"), zip.write(folder.resolve("deflated.zip")));
  }

  @Test
  void sumsUpThePackagesOfAJar() throws IOException {
    jar(
        "java/lib/a.jar",
        Map.of("org/a/A.class", OLD, "org/a/a.txt", new byte[500], "top.txt", OLD));

    Jar jar = stored().jars().get(0);
    assertThat(jar.packages())
        .extracting(Folder::name, Folder::size, Folder::files, Folder::classes)
        .containsExactly(tuple("", 10L, 1, 0), tuple("org/a", 510L, 2, 1));
    assertThat(jar.packages().get(1).zipped()).isBetween(10L, 100L);
  }

  @Test
  void tellsTheSameOfStoredAndDeflatedJars() throws IOException {
    var members = new TreeMap<String, byte[]>();
    // A directory of several windows of the reader, and data behind them.
    for (int i = 0; i < 3000; i++) {
      members.put("org/example/some/package" + i % 7 + "/Class" + i + ".class", NEW);
    }
    members.put("lib/native.so", SampleNatives.linuxArm());
    jar("java/lib/big.jar", members);
    jar("java/lib/small.jar", Map.of("org/example/some/package0/Class0.class", OLD));

    LayerInventory stored = stored();
    LayerInventory deflated = deflated();
    assertThat(stored.jars()).isEqualTo(deflated.jars());
    assertThat(stored.natives()).isEqualTo(deflated.natives()).hasSize(1);
    assertThat(stored.overlaps()).isEqualTo(deflated.overlaps()).hasSize(1);
    assertThat(stored.jars().get(0).packages()).extracting(Folder::classes).contains(428, 429);
  }

  @Test
  void findsNativeCodeInJarsAndBesideThem() throws IOException {
    files.put("lib/liba.so", SampleNatives.linuxX86());
    files.put(
        "lib/readme.so", "no native code, whatever its name".getBytes(StandardCharsets.UTF_8));
    jar("java/lib/a.jar", Map.of("b.dll", SampleNatives.windows()));

    assertThat(stored().natives())
        .extracting(LayerInventory.Native::jar, one -> one.name() + " " + one.code())
        .containsExactly(
            tuple("", "lib/liba.so Linux x86_64"), tuple("java/lib/a.jar", "b.dll Windows x86_64"));
  }

  @Test
  void namesTheJarThatWinsFirstByTheOrderOfNamesNotOfNumbers() throws IOException {
    jar("java/lib/a-2.jar", Map.of("p/A.class", OLD, "p/B.class", OLD));
    jar("java/lib/a-10.jar", Map.of("p/A.class", NEW, "p/B.class", OLD, "p/C.class", OLD));

    assertThat(stored().overlaps())
        .extracting(one -> one.jars().get(0), Overlap::folder, Overlap::classes, Overlap::different)
        .containsExactly(tuple("java/lib/a-10.jar", "p", java.util.List.of("A", "B"), 1));
  }

  @Test
  void countsNoClassTwiceThatIsOnTheClassPathOnce() throws IOException {
    Map<String, byte[]> same =
        Map.of(
            "p/A.class", OLD,
            "module-info.class", OLD,
            "p/package-info.class", OLD,
            "META-INF/versions/11/p/B.class", OLD);
    jar("java/lib/a.jar", same);
    jar("java/lib/b%1.jar", same);
    jar("java/lib/below/c.jar", same);
    jar("agent.jar", same);
    jar("java/lib/d.jar", Map.of("module-info.class", OLD, "p/package-info.class", OLD));

    LayerInventory inventory = stored();
    assertThat(inventory.overlaps()).isEmpty();
    assertThat(inventory.jars().stream().filter(Jar::isLoaded).map(Jar::path))
        .containsExactly("java/lib/a.jar", "java/lib/d.jar");
  }

  @Test
  void saysWhichJarCannotBeLookedInto() throws IOException {
    files.put("java/lib/broken.jar", "no zip".getBytes(StandardCharsets.UTF_8));
    jar("java/lib/whole.jar", Map.of("p/A.class", OLD));

    LayerInventory stored = stored();
    assertThat(stored.jars()).extracting(Jar::path).hasSize(2);
    assertThat(stored.jars().get(0).problem()).contains("ZIP").doesNotContain("/");
    assertThat(stored.jars().get(1).problem()).isNull();
    assertThat(deflated().jars()).isEqualTo(stored.jars());
  }
}
