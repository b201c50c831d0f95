package io.github.lambdalayer.mojo;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.endpoint.Zips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two functions that use version 1 of a layer, of which there is a second. */
abstract class TwoFunctions {

  static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  static final String REGION = Attaching.REGION;
  private static final Gson JSON = new Gson();

  @TempDir Path folder;
  final RecordingLog log = new RecordingLog();
  List<String> version = List.of();
  StrictLambdaEndpoint aws;

  @BeforeEach
  void start() {
    aws = StrictLambdaEndpoint.start();
    for (int i = 1; i <= 2; i++) {
      aws.publishByHand(ACCOUNT, REGION, Attaching.LAYER, Zips.of("text", "libs " + i), "");
    }
    for (String name : List.of("orders", "users")) {
      aws.functions().put(ACCOUNT, REGION, FunctionSpec.of(name).layers(arn(1)));
    }
  }

  @AfterEach
  void stop() {
    aws.close();
    SystemCredentials.clear();
  }

  static String arn(int version) {
    return "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":layer:" + Attaching.LAYER + ":" + version;
  }

  void run(String functions, @Nullable String event, boolean isWanted) throws Exception {
    var attaching = new Attaching(aws.uri(), folder, log);
    attaching.functions = functions;
    attaching.event = event;
    attaching.version = version;
    attaching.run(isWanted);
  }

  /** Of a run that was stopped, which was to move these functions. */
  final void leave(List<String> functions, List<String> before, List<String> after) {
    var entries = new JsonArray();
    for (String function : functions) {
      var entry = new JsonObject();
      entry.addProperty(
          "function", "arn:aws:lambda:eu-west-1:" + ACCOUNT + ":function:" + function);
      entry.add("before", JSON.toJsonTree(before));
      entry.add("after", JSON.toJsonTree(List.of(after)));
      entries.add(entry);
    }
    var journal = new JsonObject();
    journal.add("functions", entries);
    write(journal(), journal.toString());
  }

  final Path journal() {
    return folder.resolve("attaching.json");
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
