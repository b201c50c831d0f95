package io.github.lambdalayer.archive;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.codehaus.plexus.archiver.AbstractArchiver;

/**
 * What builds layers here: this plugin and the libraries that a POM can give it in other versions, each
 * by its JAR, for a snapshot of the same version may be another one; and Java.
 */
final class BuildTools {

  private BuildTools() {}

  /** All of them. */
  static List<String> present() {
    var tools = new ArrayList<String>();
    tools.add(Runtime.version().toString());
    for (Class<?> member :
        List.of(BuildTools.class, AbstractArchiver.class, ZipArchiveOutputStream.class)) {
      tools.add(describe(member.getProtectionDomain().getCodeSource()));
    }
    return tools;
  }

  private static String describe(CodeSource source) {
    if (source == null || source.getLocation() == null) {
      return "unknown";
    }
    try {
      URI location = source.getLocation().toURI();
      return location + " " + FileStat.of(Path.of(location));
    } catch (URISyntaxException
        | IOException
        | IllegalArgumentException
        | FileSystemNotFoundException e) {
      return source.getLocation().toString();
    }
  }
}
