package io.github.lambdalayer.archive;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What builds layers here: this plugin and its libraries, which a POM can give it in other versions, each
 * by its JAR, for a snapshot of the same version may be another one; and Java.
 */
final class BuildTools {

  private BuildTools() {}

  /** All of them. */
  static List<String> present() {
    var tools = new ArrayList<String>();
    tools.add(Runtime.version().toString());
    CodeSource own = BuildTools.class.getProtectionDomain().getCodeSource();
    tools.add(own == null ? "unknown" : describe(own.getLocation()));
    // Maven loads a plugin and its libraries by one of these.
    if (BuildTools.class.getClassLoader() instanceof URLClassLoader realm) {
      for (URL jar : realm.getURLs()) {
        tools.add(describe(jar));
      }
    }
    return tools;
  }

  private static String describe(URL jar) {
    try {
      FileStat file = FileStat.of(Path.of(jar.toURI()));
      return jar + " " + file.size() + " " + file.modified() + " " + file.key();
    } catch (URISyntaxException
        | IOException
        | IllegalArgumentException
        | FileSystemNotFoundException e) {
      return jar.toString();
    }
  }
}
