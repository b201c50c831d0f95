package io.github.lambdalayer.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassHeadsTest {

  private final Path jar;
  private final Random random = new Random(11);

  ClassHeadsTest(@TempDir Path folder) {
    jar = folder.resolve("some.jar");
  }

  /** Looks like a class of some release, and is as hard to deflate as one. */
  private byte[] classFile(int length) {
    var bytes = new byte[Math.max(length, ClassHeads.LENGTH)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : "java/lang".charAt(i % 9));
    }
    ByteBuffer.wrap(bytes).putInt(0xCAFEBABE).putInt(52 + random.nextInt(14));
    return bytes;
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes, boolean isStored)
      throws IOException {
    var entry = new ZipEntry(name);
    if (isStored) {
      var crc = new CRC32();
      crc.update(bytes);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(crc.getValue());
    }
    out.putNextEntry(entry);
    out.write(bytes);
  }

  private byte[] many() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 600; i++) {
        String name = "com/example/".repeat(1 + random.nextInt(8)) + "C" + i;
        put(out, name + ".class", classFile(random.nextInt(6000)), random.nextInt(5) == 0);
        if (random.nextInt(20) == 0) {
          put(out, name + ".bin", classFile(100_000 + random.nextInt(300_000)), false);
        }
      }
    }
    return bytes.toByteArray();
  }

  private byte[][] heads(Digests digests) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      List<ZipEntry> entries = new ArrayList<>();
      zip.entries().asIterator().forEachRemaining(entries::add);
      return ClassHeads.read(jar, entries, digests);
    }
  }

  private int compareWithWhatEntriesSay() throws IOException {
    byte[][] heads = heads(new Digests());
    int classes = 0;
    try (var zip = new ZipFile(jar.toFile())) {
      int number = 0;
      for (var all = zip.entries().asIterator(); all.hasNext(); number++) {
        ZipEntry entry = all.next();
        if (entry.getName().endsWith(".class")) {
          classes++;
          try (InputStream in = zip.getInputStream(entry)) {
            assertThat(heads[number]).as(entry.getName()).isEqualTo(in.readNBytes(8));
          }
        } else {
          assertThat(heads[number]).as(entry.getName()).isNull();
        }
      }
    }
    return classes;
  }

  @Test
  void areTheFirstBytesOfEveryClass() throws IOException {
    Files.write(jar, many());

    assertThat(compareWithWhatEntriesSay()).isEqualTo(600);
  }

  @Test
  void areFoundBehindAProgramThatStartsTheJar() throws IOException {
    Files.writeString(jar, "#!/bin/sh\nexec java -jar \"$0\" \"$@\"\n");
    Files.write(jar, many(), java.nio.file.StandardOpenOption.APPEND);

    assertThat(compareWithWhatEntriesSay()).isEqualTo(600);
  }

  @ParameterizedTest
  @ValueSource(ints = {Deflater.NO_COMPRESSION, Deflater.BEST_SPEED, Deflater.BEST_COMPRESSION})
  void areFoundWhateverTheLevelOfCompression(int level) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(level);
      for (int i = 0; i < 100; i++) {
        put(out, "C" + i + ".class", classFile(random.nextInt(60_000)), false);
      }
    }

    assertThat(compareWithWhatEntriesSay()).isEqualTo(100);
  }

  /** The extra field of a local header need not be that of the directory. */
  @Test
  void ofAStoredClassThatIsCutOffNothingIsSaid() throws IOException {
    for (int before = 261_000; before < 262_300; before++) {
      try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
        out.setLevel(Deflater.NO_COMPRESSION);
        put(out, "before", new byte[before], true);
        var entry = new ZipEntry("C.class");
        entry.setExtra(extra());
        byte[] bytes = classFile(2000);
        var crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
      }

      byte[] head = heads(new Digests())[1];
      if (head != null) {
        assertThat(head).as("behind " + before).hasSize(ClassHeads.LENGTH);
      }
    }
  }

  private static byte[] extra() {
    return ByteBuffer.allocate(904)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0xCAFE)
        .putShort((short) 900)
        .array();
  }

  @Test
  void theDigestOfTheJarIsLearntByTheWay() throws IOException {
    Files.write(jar, many());
    var digests = new Digests();
    heads(digests);
    Sha256 before = Sha256.of(jar);
    Files.writeString(jar, "something else");

    assertThat(digests.of(jar).hex()).isEqualTo(before.hex());
  }

  @Test
  void ofAZipThatIsNotPlainNothingIsSaid() throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; i < 70_000; i++) {
        put(out, "C" + i + ".class", new byte[0], false);
      }
    }

    assertThat(heads(new Digests())).isEmpty();
  }

  @Test
  void aClassThatCannotBeInflatedIsLeftToWhoeverOpensIt() throws IOException {
    byte[] bytes = many();
    // The first entry's data begins behind its header and name.
    int data = 30 + ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getShort(26);
    bytes[data] = (byte) 0xFF;
    Files.write(jar, bytes);

    assertThat(heads(new Digests())[0]).isNull();
  }
}
