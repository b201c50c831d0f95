package io.github.lambdalayer.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file in {@code META-INF/services}.
 *
 * @param type the service, {@code java.sql.Driver}
 * @param providers the classes that provide it, in the order of the file
 * @see java.util.ServiceLoader
 */
public record JarService(String type, List<String> providers) {

  static final String FOLDER = "META-INF/services/";

  private static final String PART = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+";

  /**
   * Kotlin and others have names with a hyphen; a lone word is a class without a package. It gives
   * nothing back, for else Java's matcher needs stack for each part.
   */
  private static final Pattern CLASS_NAME = Pattern.compile(PART + "(?:[.-]" + PART + ")*+");

  /** Far more than any service needs; what is inflated can be endless. */
  private static final int LONGEST = 1 << 20;

  public JarService {
    providers = List.copyOf(providers);
  }

  /**
   * Reads such a file.
   *
   * @return nothing where its name or one of its lines is no class: others keep files there, too
   */
  static Optional<JarService> read(String path, InputStream in) throws IOException {
    String type = path.substring(FOLDER.length());
    if (!CLASS_NAME.matcher(type).matches()) {
      return Optional.empty();
    }
    var providers = new ArrayList<String>();
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      return Optional.empty();
    }
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      String provider = withoutComment(line);
      if (!provider.isEmpty()) {
        if (!CLASS_NAME.matcher(provider).matches()) {
          return Optional.empty();
        }
        providers.add(provider);
      }
    }
    return Optional.of(new JarService(type, providers));
  }

  private static String withoutComment(String line) {
    int at = line.indexOf('#');
    return (at < 0 ? line : line.substring(0, at)).trim();
  }
}
