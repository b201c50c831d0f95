package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.content.NativeCode;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a built zip holds, down to the packages of its JARs. The directories of the zip and of its JARs
 * tell nearly all of it; of files that can be native code the beginning is read.
 *
 * @param files its files, sorted by path
 * @param jars what is in those that are JARs, sorted by path
 * @param natives its native code, sorted by path and name
 * @param overlaps packages of which several JARs of the class path have the same classes
 * @param artifacts what came from Maven, sorted by path; none where the zip does not tell
 */
public record LayerInventory(
    List<StoredFile> files,
    List<Jar> jars,
    List<Native> natives,
    List<Overlap> overlaps,
    List<ContentDocument.Item> artifacts) {

  public LayerInventory {
    files = List.copyOf(files);
    jars = List.copyOf(jars);
    natives = List.copyOf(natives);
    overlaps = List.copyOf(overlaps);
    artifacts = List.copyOf(artifacts);
  }

  /**
   * Reads a zip.
   *
   * @throws InvalidInputException if it is none, or a damaged one
   */
  public static LayerInventory of(LayerName layer, Path zip) throws IOException {
    return new InventoryReader(layer).read(zip);
  }

  /**
   * A file of the layer.
   *
   * @param path its path
   * @param size its length in bytes on Lambda, of which function and layers can have 262,144,000
   * @param zipped the bytes that it takes in the zip
   * @param mode its permissions, of which {@code 0111} make it executable
   */
  public record StoredFile(String path, long size, long zipped, int mode) {}

  /**
   * A JAR of the layer.
   *
   * @param path its path in the layer
   * @param isLoaded whether Lambda's Java runtime puts it on the class path
   * @param packages its folders, sorted by name
   * @param problem why it cannot be looked into, if so
   */
  public record Jar(
      String path, boolean isLoaded, List<Folder> packages, @Nullable String problem) {

    public Jar {
      packages = List.copyOf(packages);
    }
  }

  /**
   * A folder of a JAR: a package, or one of resources.
   *
   * @param name its path with {@code /} between names; empty for the top of the JAR
   * @param zipped the bytes that its files take in the JAR, which stands in the layer as it is
   * @param size the length of its files in bytes when unzipped
   * @param files the number of its files
   * @param classes the number of class files among them
   */
  public record Folder(String name, long zipped, long size, int files, int classes) {}

  /**
   * A program or library.
   *
   * @param jar the path of the JAR that it is in; empty for a file of the layer
   * @param name its path in the JAR, or in the layer
   * @param size its length in bytes when unzipped
   * @param code what it is for
   */
  public record Native(String jar, String name, long size, NativeCode code) {}

  /**
   * Classes of one package that the same JARs have. Lambda takes them from the first JAR by the Unicode
   * order of file names.
   *
   * @param jars the paths of the JARs, the one that wins first
   * @param folder the package, with {@code /} between names
   * @param classes the names of the class files, sorted, without package and {@code .class}
   * @param different how many of them are not the same bytes in all the JARs
   */
  public record Overlap(List<String> jars, String folder, List<String> classes, int different) {

    public Overlap {
      jars = List.copyOf(jars);
      classes = List.copyOf(classes);
    }
  }
}
