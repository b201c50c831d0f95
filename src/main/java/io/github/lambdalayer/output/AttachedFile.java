package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.operate.Move;
import io.github.lambdalayer.operate.MoveResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code attached.json}: what became of each function when layers were last attached. */
public final class AttachedFile {

  private static final int SCHEMA_VERSION = 1;

  private AttachedFile() {}

  private record Document(int schemaVersion, List<Function> functions) {}

  private record Function(
      String functionName,
      String functionArn,
      String region,
      String status,
      List<String> before,
      List<String> after,
      @Nullable String reason,
      @Nullable String leftover) {}

  /** Writes it, in place of what an earlier run has written. */
  public static void write(Path folder, List<MoveResult> results) throws IOException {
    AtomicFile.write(
        folder.resolve("attached.json"),
        Documents.toJson(
            new Document(SCHEMA_VERSION, results.stream().map(AttachedFile::function).toList())));
  }

  private static Function function(MoveResult result) {
    Move move = result.move();
    return new Function(
        move.name(),
        move.function().arn(),
        move.place().region(),
        result.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        move.before(),
        move.after(),
        result.reason().orElse(null),
        result.leftover());
  }
}
