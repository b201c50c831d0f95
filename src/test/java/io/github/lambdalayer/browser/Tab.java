package io.github.lambdalayer.browser;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A tab of the browser. Keys are pressed as a person does, not by events that a script makes up.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>
 */
public final class Tab implements WebSocket.Listener, AutoCloseable {

  private static final long TIMEOUT_SECONDS = 60;
  private static final Gson GSON = new Gson();

  private static final Map<String, Integer> KEY_CODES =
      Map.of(
          "Enter",
          13,
          "Escape",
          27,
          "Backspace",
          8,
          "Tab",
          9,
          "ArrowLeft",
          37,
          "ArrowUp",
          38,
          "ArrowRight",
          39,
          "ArrowDown",
          40,
          "Home",
          36,
          "End",
          35);

  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger number = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private volatile CompletableFuture<Boolean> loaded = new CompletableFuture<>();
  private @Nullable WebSocket socket;

  private Tab() {}

  static Tab open(HttpClient client, String answer) throws IOException {
    String url =
        JsonParser.parseString(answer).getAsJsonObject().get("webSocketDebuggerUrl").getAsString();
    var tab = new Tab();
    tab.socket = client.newWebSocketBuilder().buildAsync(URI.create(url), tab).join();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      tab.call(domain + ".enable", Map.of());
    }
    return tab;
  }

  /** Opens a page, and waits until it has loaded. */
  public void open(URI page) {
    loaded = new CompletableFuture<>();
    call("Page.navigate", Map.of("url", page.toString()));
    loaded.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
  }

  /** All that the browser asked for since it began: the URLs. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** What the console shows as an error or a warning, and what no script has caught. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The value of an expression of the page, as JSON. */
  public JsonElement json(String expression) {
    JsonObject result =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
    }
    return result.getAsJsonObject("result").get("value");
  }

  /** The value of an expression of the page, as a text. */
  public String text(String expression) {
    return json("String(" + expression + ")").getAsString();
  }

  /** The value of an expression of the page, as a number. */
  public int number(String expression) {
    return json("Number(" + expression + ")").getAsInt();
  }

  /** Presses a key where the focus is. */
  public void press(String key) {
    int code = KEY_CODES.getOrDefault(key, 0);
    String text = key.equals("Enter") ? "\r" : "";
    for (String type : List.of(text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of(
              "type", type, "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
    }
  }

  /** Types a text where the focus is. */
  public void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** Makes the window a size, in CSS pixels. */
  public void resize(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Lets the browser say what the user prefers, for example {@code prefers-color-scheme: dark}. */
  public void prefer(String feature, String value) {
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  /** Shows the page as it is printed. */
  public void print() {
    call("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  /** A picture of what is seen, or of the whole page. */
  public void screenshot(Path file, boolean whole) throws IOException {
    JsonObject picture =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    Files.write(file, Base64.getDecoder().decode(picture.get("data").getAsString()));
  }

  private JsonObject call(String method, Map<String, ?> parameters) {
    int id = number.incrementAndGet();
    var answer = new CompletableFuture<JsonObject>();
    answers.put(id, answer);
    String request = GSON.toJson(Map.of("id", id, "method", method, "params", parameters));
    WebSocket open = socket;
    if (open == null) {
      throw new IllegalStateException("the tab is not open");
    }
    open.sendText(request, true).join();
    return answer.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      JsonObject read = JsonParser.parseString(message.toString()).getAsJsonObject();
      message.setLength(0);
      take(read);
    }
    from.request(1);
    return null;
  }

  private void take(JsonObject read) {
    if (read.has("id")) {
      CompletableFuture<JsonObject> answer = answers.remove(read.get("id").getAsInt());
      if (answer != null && read.has("result")) {
        answer.complete(read.getAsJsonObject("result"));
      } else if (answer != null) {
        answer.completeExceptionally(new AssertionError(read.toString()));
      }
      return;
    }
    JsonObject event = read.getAsJsonObject("params");
    switch (read.get("method").getAsString()) {
      case "Page.loadEventFired" -> loaded.complete(true);
      case "Network.requestWillBeSent" ->
          requests.add(event.getAsJsonObject("request").get("url").getAsString());
      case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(event.toString());
      case "Runtime.consoleAPICalled" -> complaints.add(event.toString());
      default -> {
        // of no interest
      }
    }
  }

  @Override
  public void close() {
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }
}
