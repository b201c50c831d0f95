package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.ContentCollector;
import io.github.lambdalayer.content.SampleRequests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program that archives the folder {@code layer} and prints the digest of the zip. */
final class ZipOfFolder {

  private ZipOfFolder() {}

  /** Runs in the folder that holds the other; it takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    System.out.print(digest(Path.of("")));
  }

  static String digest(Path folder) throws IOException {
    var request = SampleRequests.content(List.of(), folder.resolve("layer"), List.of());
    return LayerZipWriter.write(
            new ContentCollector().collect(request).content(),
            EntryTime.DEFAULT,
            folder.resolve("layer.zip"))
        .codeSha256();
  }
}
