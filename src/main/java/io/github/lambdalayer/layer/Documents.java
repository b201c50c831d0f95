package io.github.lambdalayer.layer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import org.jspecify.annotations.Nullable;

/** How every JSON document of this plugin is written: readable, and the same on every machine. */
public final class Documents {

  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** Hardly anybody needs it, and everybody would wait for it. */
  private static final class Script {

    /** On one line, with {@code <}, {@code >} and {@code &} escaped. */
    private static final Gson GSON = new Gson();

    private Script() {}
  }

  private Documents() {}

  /** The document's text: members in the order of the record's components, absent ones left out. */
  public static String toJson(Object document) {
    return PRETTY.toJson(document) + "\n";
  }

  /**
   * The document as it can stand in a {@code <script>} of an HTML page: no text in it can end that
   * script, and U+2028 and U+2029, which end a line of JavaScript, are escaped too.
   */
  public static String toScript(Object document) {
    return Script.GSON.toJson(document);
  }

  /**
   * Reads a document.
   *
   * @return null where the text is empty
   * @throws JsonParseException if the text is no JSON, or not of the document's form
   */
  public static <T> @Nullable T fromJson(String json, Class<T> type) {
    return PRETTY.fromJson(json, type);
  }
}
