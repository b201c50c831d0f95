package io.github.lambdalayer.mojo;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.AttachRequest;
import io.github.lambdalayer.output.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the parameters of attach mean. */
final class AttachSetup {

  private final AttachMojo mojo;

  AttachSetup(AttachMojo mojo) {
    this.mojo = mojo;
  }

  @Nullable String owner() {
    String owner = Parameters.text(mojo.owner);
    if (owner != null && !owner.matches("\\d{12}")) {
      throw new InvalidInputException(
          Messages.format(
              "<owner> is '%s': write the 12 digits of the account that has the layer.", owner));
    }
    return owner;
  }

  Duration timeout() {
    return AwsSetup.seconds("updateTimeout", mojo.updateTimeout, 3_600);
  }

  /** What this project has published, as far as its folder tells. */
  AttachRequest.Published published() {
    var files = new ResultFiles(mojo.layerDirectory());
    return (layer, owner, region) -> {
      try {
        return files.version(layer, owner, region);
      } catch (IOException e) {
        throw new InvalidInputException(String.valueOf(e.getMessage()), e);
      }
    };
  }

  /** A file's text, or the text itself, which must be JSON. */
  @Nullable String event() throws IOException {
    String event = Parameters.text(mojo.testEvent);
    if (event == null) {
      return null;
    }
    Path file = file(event);
    String json = file == null ? event : Files.readString(file);
    try {
      JsonElement parsed = JsonParser.parseString(json);
      // The reader takes a path without quotation marks for a text.
      if (file == null && !parsed.isJsonObject() && !parsed.isJsonArray()) {
        throw new JsonSyntaxException("there is no such file");
      }
      return json;
    } catch (JsonParseException e) {
      throw new InvalidInputException(
          Messages.format(
              "<testEvent> is '%s', which is no JSON (%s): name a file, or write JSON such as"
                  + " {\"ping\":true}.",
              event, e.getMessage()),
          e);
    }
  }

  private @Nullable Path file(String event) {
    try {
      Path named = Path.of(event);
      Path file =
          named.isAbsolute() || mojo.project.getBasedir() == null
              ? named
              : mojo.project.getBasedir().toPath().resolve(event);
      return Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
