package io.github.lambdalayer.aws;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A service's answer. What lacks a member that the service always sends is no answer of that service:
 * {@link IllegalArgumentException}.
 */
record JsonAnswer(JsonObject document) {

  /** A text, a number in its digits. */
  String text(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /** A text that need not be there. */
  Optional<String> find(String name) {
    JsonElement member = document.get(name);
    return member != null && member.isJsonPrimitive()
        ? Optional.of(member.getAsString())
        : Optional.empty();
  }

  JsonAnswer child(String name) {
    return of(name, document.get(name));
  }

  /** The objects of a list. */
  List<JsonAnswer> children(String name) {
    if (document.get(name) instanceof Iterable<?> list) {
      return StreamSupport.stream(list.spliterator(), false)
          .map(item -> of(name, item instanceof JsonElement element ? element : null))
          .toList();
    }
    throw missing(name);
  }

  private static JsonAnswer of(String name, @Nullable JsonElement element) {
    if (element != null && element.isJsonObject()) {
      return new JsonAnswer(element.getAsJsonObject());
    }
    throw missing(name);
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(Messages.format("There is no '%s'.", name));
  }
}
