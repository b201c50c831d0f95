package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.SampleRequests;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How many bytes are read and written for each byte of the JARs, which does not depend on how fast a
 * machine is. Linux counts them for each process.
 */
@Isolated("counts what the whole process reads")
final class FileTrafficTest {

  private static final Path COUNTS = Path.of("/proc/self/io");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int JARS = 12;
  private static final int JAR_BYTES = 2 << 20;

  private final Path folder;
  private final List<LayerArtifact> artifacts = new ArrayList<>();

  FileTrafficTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Traffic(long read, long written) {

    static Traffic now() throws IOException {
      return new Traffic(count("rchar"), count("wchar"));
    }

    private static long count(String name) throws IOException {
      return Files.readAllLines(COUNTS).stream()
          .filter(line -> line.startsWith(name + ":"))
          .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).trim()))
          .sum();
    }

    Traffic since(Traffic before) {
      return new Traffic(read - before.read, written - before.written);
    }
  }

  @BeforeEach
  void jars() throws IOException {
    assumeThat(COUNTS).isReadable();
    for (int i = 0; i < JARS; i++) {
      jar("lib" + i, JAR_BYTES);
    }
  }

  private void jar(String name, int bytes) throws IOException {
    var noise = new byte[bytes];
    new Random(name.hashCode()).nextBytes(noise);
    Path file = folder.resolve(name + ".jar");
    try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("com/example/" + name + ".properties"));
      out.write(noise);
      // To open each of these would read its header and data once more.
      for (int i = 0; i < 2000; i++) {
        out.putNextEntry(new ZipEntry("com/example/" + name + "/C" + i + ".class"));
        out.write(noise, i, 200);
      }
    }
    // What was modified just now is read again by the next build.
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    artifacts.add(
        new LayerArtifact(
            "g", name, "1", "", "jar", file, List.of("g:" + name), List.of("MIT"), false));
  }

  private LayerPackager.Packaged pack() throws IOException {
    return new LayerPackager()
        .pack(
            new PackageRequest(
                SampleRequests.content(artifacts, folder.resolve("none"), List.of()),
                new LayerDefinition(
                    new LayerName("my-layer"), "", null, List.of(), false, List.of(), List.of()),
                "1.0",
                false,
                11,
                Optional.empty(),
                folder.resolve("target/layer.zip"),
                folder.resolve("target/lambda-layer/layer.json")));
  }

  private double perByte(long bytes) throws IOException {
    long all = 0;
    for (LayerArtifact artifact : artifacts) {
      all += Files.size(artifact.file());
    }
    return (double) bytes / all;
  }

  /** Examined once, moved once, and the zip once for its digest; directories twice more. */
  @Test
  void everyByteIsReadThreeTimesAndWrittenOnce() throws IOException {
    // Classes are loaded, too.
    pack();
    Files.delete(folder.resolve("target/layer.zip"));
    Traffic before = Traffic.now();

    assertThat(pack().isUnchanged()).isFalse();

    Traffic traffic = Traffic.now().since(before);
    assertThat(perByte(traffic.read())).isBetween(2.9, 3.25);
    assertThat(perByte(traffic.written())).isBetween(0.99, 1.02);
  }

  @Test
  void ofWhatHasNotChangedNothingIsReadOrWritten() throws IOException {
    pack();
    Traffic before = Traffic.now();

    assertThat(pack().isUnchanged()).isTrue();

    Traffic traffic = Traffic.now().since(before);
    assertThat(perByte(traffic.read())).isLessThan(0.02);
    assertThat(perByte(traffic.written())).isLessThan(0.01);
  }

  @Test
  void memoryDoesNotGrowWithAJarThatIsExamined() throws IOException {
    jar("large", 40 << 20);
    Path large = artifacts.get(JARS).file();
    LayerEntry entry = new LayerEntry("a", new LayerEntry.FileSource(large), 0, false, "");
    new Digests().crc(entry);
    long before = THREADS.getCurrentThreadAllocatedBytes();

    new Digests().crc(entry);

    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
  }

  @Test
  void memoryDoesNotGrowWithAJarThatIsMoved() throws IOException {
    jar("large", 40 << 20);
    Path large = artifacts.get(JARS).file();
    var content =
        new LayerContent(
            List.of(
                new LayerEntry(
                    "a", new LayerEntry.FileSource(large), Files.size(large), false, "")));
    Path zip = folder.resolve("moved.zip");
    LayerZipWriter.write(content, EntryTime.DEFAULT, zip);
    var digests = new Digests();
    digests.of(large);
    var writer = new LayerZipWriter(content, digests, EntryTime.DEFAULT, size -> {});
    long before = THREADS.getCurrentThreadAllocatedBytes();

    writer.store(zip);

    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
  }
}
