package software.amazon.awscdk;

public final class Fn {

  private Fn() {}

  public static String sub(String body) {
    return "sub(" + body + ")";
  }
}
