package io.github.lambdalayer.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files that a layer is made of, found without a look into any of them.
 *
 * @param files the artifacts and the files of the content directory, each once
 * @param filtered those of the content directory that are filtered, by their place in the layer
 * @param leftOut files of the content directory that stay out by Maven's default excludes
 */
public record InputFiles(SortedSet<Path> files, Map<String, Path> filtered, List<String> leftOut) {

  /** Finds them. */
  public static InputFiles of(ContentRequest request) throws IOException {
    var files = new TreeSet<Path>();
    request.artifacts().forEach(artifact -> files.add(artifact.file()));
    request.placed().forEach(placed -> files.add(placed.artifact().file()));
    var filtered = new LinkedHashMap<String, Path>();
    var leftOut = new ArrayList<String>();
    new ContentDirectory(request.directory())
        .list(
            (path, file) -> {
              files.add(file);
              if (!request.filtering().matching(path).isEmpty()) {
                filtered.put(path, file);
              }
            },
            leftOut::add);
    return new InputFiles(files, filtered, leftOut);
  }
}
