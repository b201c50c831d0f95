package io.github.lambdalayer.endpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads request documents as strictly as the service does, and writes small ones. */
final class Json {
  private Json() {}

  static JsonObject object(String name, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }

  static JsonArray array(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  static JsonObject parse(byte[] document) {
    JsonReader reader =
        new JsonReader(new StringReader(new String(document, StandardCharsets.UTF_8)));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement root = JsonParser.parseReader(reader);
      if (!root.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
        throw unparsable("a single JSON object is expected");
      }
      return root.getAsJsonObject();
    } catch (JsonParseException | IOException e) {
      throw unparsable(String.valueOf(e.getMessage()));
    }
  }

  static void refuseUnknownFields(JsonObject object, String where, Set<String> known) {
    for (String name : object.keySet()) {
      if (!known.contains(name)) {
        throw ServiceError.invalid("Unknown field '" + name + "' in " + where);
      }
    }
  }

  /** The service takes an explicit null for an absent field. */
  static @Nullable String string(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? null : asString(value, name);
  }

  static List<String> strings(JsonObject object, String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      return List.of();
    }
    if (!value.isJsonArray()) {
      throw wrongType(name, "a list");
    }
    List<String> strings = new ArrayList<>();
    value.getAsJsonArray().forEach(item -> strings.add(asString(item, name)));
    return strings;
  }

  static @Nullable JsonObject child(JsonObject object, String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      return null;
    }
    if (!value.isJsonObject()) {
      throw wrongType(name, "an object");
    }
    return value.getAsJsonObject();
  }

  private static String asString(JsonElement value, String name) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw wrongType(name, "a String");
    }
    return value.getAsString();
  }

  private static ServiceError wrongType(String name, String wanted) {
    return ServiceError.user(
        400, "SerializationException", "Value of '" + name + "' can not be converted to " + wanted);
  }

  private static ServiceError unparsable(String why) {
    return ServiceError.user(
        400, "InvalidRequestContentException", "Could not parse request body into json: " + why);
  }
}
