package example;

/** What functions share beside their libraries. */
public record Greeting(String name) {

  public String text() {
    return "Hello, " + name;
  }
}
