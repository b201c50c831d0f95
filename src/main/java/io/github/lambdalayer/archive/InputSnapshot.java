package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.ContentRequest;
import io.github.lambdalayer.content.FilteredText;
import io.github.lambdalayer.content.InputFiles;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a layer is built from, at one moment, without a look into the files.
 *
 * @param taken that moment, by this machine's clock; no file was looked at before
 * @param fingerprint of all that is no file: what was asked for, and the tools
 * @param files each file and what the file system said of it
 */
record InputSnapshot(Instant taken, String fingerprint, Map<Path, FileStat> files) {

  /**
   * Looks at the input of a layer.
   *
   * @param now the present moment
   * @param tools what builds the layer
   * @return nothing where a file is missing or unreadable: building tells what is wrong with it
   */
  static Optional<InputSnapshot> of(PackageRequest request, Instant now, List<String> tools) {
    try {
      InputFiles input = InputFiles.of(request.content());
      var files = new LinkedHashMap<Path, FileStat>();
      for (Path file : input.files()) {
        files.put(file, FileStat.of(file));
      }
      String fingerprint =
          new Fingerprint()
              .with(tools)
              .with(request)
              .with(input.leftOut())
              .with(filtered(request.content(), input.filtered()))
              .hex();
      return Optional.of(new InputSnapshot(now, fingerprint, files));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Nobody knows which values a file asks for, so each is filtered and the outcome counts. */
  private static List<String> filtered(ContentRequest request, Map<String, Path> files)
      throws IOException {
    var outcomes = new ArrayList<String>();
    for (var file : files.entrySet()) {
      outcomes.add(file.getKey());
      outcomes.add(Sha256.of(FilteredText.of(file.getValue(), request.filtering())).hex());
    }
    return outcomes;
  }

  /** Whether everything is at another moment as it was at this one, by what the file system says. */
  boolean isLike(InputSnapshot other) {
    return fingerprint.equals(other.fingerprint) && files.equals(other.files);
  }
}
