package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * JARs whose manifest puts something from another folder on the class path. What is there is not looked
 * into, so that a class which cannot be found may be there.
 */
final class DistantClassPaths {

  private DistantClassPaths() {}

  /** A note for each such JAR. */
  static List<Finding> of(FunctionCode code) throws IOException {
    var findings = new ArrayList<Finding>();
    for (FunctionCode.CodeSource source :
        Stream.concat(code.function().stream(), code.layers().stream()).toList()) {
      // The root of a function's archive is a folder on Lambda, and its manifest says nothing.
      List<String> distant = source.path().isEmpty() ? List.of() : distant(source);
      if (!distant.isEmpty()) {
        findings.add(
            Rule.UNCHECKED.found(
                new Place(source.path(), source.owner()),
                Messages.format(
                    "The Class-Path of %s in %s leads to %s, which was not looked into: nothing is said"
                        + " of missing classes.",
                    source.path(), source.owner(), Lists.inLine(distant, name -> name)),
                "Put JARs into java/lib, or into the function's lib, where they need no Class-Path."));
      }
    }
    return findings;
  }

  private static List<String> distant(FunctionCode.CodeSource source) throws IOException {
    try (var jar = new JarFile(source.file().toFile(), false)) {
      Manifest manifest = jar.getManifest();
      String names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return names == null
          ? List.of()
          : Arrays.stream(names.trim().split("\\s+", -1))
              .filter(name -> name.contains("/") && !name.startsWith("./"))
              .toList();
    } catch (ZipException e) {
      return List.of();
    }
  }
}
