package io.github.lambdalayer.bytecode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of the Java that runs this, from its {@code jrt:/} file system.
 *
 * @see <a href="https://openjdk.org/jeps/220">JEP 220: Modular Run-Time Images</a>
 */
final class RunningPlatform implements Platform {

  private final FileSystem image;
  private final Map<String, List<Path>> modules = new HashMap<>();

  private RunningPlatform(FileSystem image) {
    this.image = image;
  }

  /** An image that was linked for one program lacks modules that Lambda has: nothing is known then. */
  static Platform open() {
    FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
    return Files.exists(image.getPath("/modules/java.se"))
        ? new RunningPlatform(image)
        : new UnknownPlatform();
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    if (name.indexOf('\0') >= 0) {
      return Optional.empty(); // Not even a path.
    }
    String folder = Names.packageOf(name);
    List<Path> holders = modules.get(folder);
    if (holders == null) {
      holders = holders(folder);
      modules.put(folder, holders);
    }
    for (Path module : holders) {
      Path file = module.resolve(name + ".class");
      if (Files.exists(file)) {
        return Optional.of(Files.readAllBytes(file));
      }
    }
    return Optional.empty();
  }

  /** The modules with classes of a package; each package has a folder with a link to each of them. */
  private List<Path> holders(String folder) throws IOException {
    if (folder.isEmpty()) {
      return List.of();
    }
    String packageName = Names.readable(folder.substring(0, folder.length() - 1));
    Path links = image.getPath("/packages/" + packageName);
    var holders = new ArrayList<Path>();
    if (Files.isDirectory(links)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(links)) {
        found.forEach(link -> holders.add(image.getPath("/modules/" + link.getFileName())));
      }
    }
    return holders;
  }

  @Override
  public boolean isKnown() {
    return true;
  }

  /** The file system is the Java's own and stays open. */
  @Override
  public void close() {}
}
