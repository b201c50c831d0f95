package io.github.lambdalayer.content;

/**
 * A class in a JAR, as the JAR's directory and the first bytes of the class tell of it.
 *
 * @param name its name as in class files, {@code com/example/Handler}
 * @param versions the release of the folder {@code META-INF/versions} that it is in; 0 outside of it
 * @param release the Java feature release that it needs; 0 where it is no class file
 * @param checksum the CRC-32 of its bytes
 * @param size the number of its bytes
 */
public record JarClass(String name, int versions, int release, long checksum, long size) {

  private static final String VERSIONS = "META-INF/versions/";

  /** The path in the JAR. */
  public String path() {
    return (versions == 0 ? "" : VERSIONS + versions + "/") + name + ".class";
  }

  /** Whether it only describes a package. */
  public boolean isPackageInfo() {
    return name.equals("package-info") || name.endsWith("/package-info");
  }
}
