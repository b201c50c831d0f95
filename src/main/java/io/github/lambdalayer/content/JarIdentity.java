package io.github.lambdalayer.content;

import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What Maven writes into a JAR of what it is.
 *
 * @param groupId the group
 * @param artifactId the artifact
 * @param version its version
 */
public record JarIdentity(String groupId, String artifactId, String version) {

  /** What {@code pom.properties} says; nothing where that is not all of it. */
  static Optional<JarIdentity> of(Properties properties) {
    String groupId = properties.getProperty("groupId", "").trim();
    String artifactId = properties.getProperty("artifactId", "").trim();
    String version = properties.getProperty("version", "").trim();
    return Stream.of(groupId, artifactId, version).anyMatch(String::isEmpty)
        ? Optional.empty()
        : Optional.of(new JarIdentity(groupId, artifactId, version));
  }
}
