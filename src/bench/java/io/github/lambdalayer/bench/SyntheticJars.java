package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The JARs of input XL: 2,000 of them, 250 MB in all, with about as many classes per megabyte as input
 * L has. The same every time: only the JDK's zlib can make a difference, of some bytes.
 */
final class SyntheticJars {

  static final int COUNT = 2000;

  private static final String GROUP = "io.github.lambdalayer.bench.xl";

  private static final int MEAN_BYTES = 124_500;

  /** How much of a JAR its classes are; what follows is data that cannot be made smaller. */
  private static final double CLASSES = 0.4;

  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private SyntheticJars() {}

  static String coordinates(int number) {
    return GROUP + ":" + artifact(number) + ":1";
  }

  private static String artifact(int number) {
    return Messages.format("library-%04d", number);
  }

  /** Puts those that are not there yet into a local repository. */
  static void install(Path repository) throws IOException {
    Path group = repository.resolve(GROUP.replace('.', '/'));
    for (int number = 0; number < COUNT; number++) {
      Path folder = group.resolve(artifact(number)).resolve("1");
      Path pom = folder.resolve(artifact(number) + "-1.pom");
      if (!Files.exists(pom)) {
        Files.createDirectories(folder);
        Files.write(folder.resolve(artifact(number) + "-1.jar"), jar(number));
        Files.writeString(pom, Pom.library(GROUP, artifact(number)));
      }
    }
  }

  private static byte[] jar(int number) throws IOException {
    var random = new SplittableRandom(number);
    // From half to one and a half of the mean, all lengths equally often.
    int length = MEAN_BYTES / 2 + number * 997 % COUNT * (MEAN_BYTES / COUNT);
    String folder = Messages.format("bench/xl/library%04d/", number);
    var bytes = new ByteArrayOutputStream(length + 1000);
    try (var zip = new ZipOutputStream(bytes)) {
      add(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n");
      add(
          zip,
          "META-INF/maven/" + GROUP + "/" + artifact(number) + "/pom.properties",
          Messages.format("groupId=%s\nartifactId=%s\nversion=1\n", GROUP, artifact(number)));
      List<String> written = new ArrayList<>();
      while (bytes.size() < length * CLASSES) {
        var type = new SyntheticClass(folder + "Type" + written.size(), random, written);
        add(zip, type.name() + ".class", type.bytes());
        written.add(type.name());
      }
      var data = new byte[Math.max(1, length - bytes.size() - directory(written.size()))];
      random.nextBytes(data);
      add(zip, folder + "data.bin", data);
    }
    return bytes.toByteArray();
  }

  /** About what the directory at the end of a zip with so many classes takes. */
  private static int directory(int classes) {
    return 400 + classes * 75;
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    add(zip, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
