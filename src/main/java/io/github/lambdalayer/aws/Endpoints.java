package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Endpoints that take the place of a region's own. */
public final class Endpoints {

  private static final List<String> VARIABLES =
      List.of(
          "AWS_ENDPOINT_URL_LAMBDA",
          "AWS_ENDPOINT_URL_STS",
          "AWS_ENDPOINT_URL_S3",
          "AWS_ENDPOINT_URL_ACCOUNT",
          "AWS_ENDPOINT_URL_SSM",
          "AWS_ENDPOINT_URL_SIGNER",
          "AWS_ENDPOINT_URL");

  private Endpoints() {}

  /**
   * Reads an absolute http or https URL.
   *
   * @param source where the text stands, for the message
   */
  public static URI parse(String source, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getUserInfo() != null) {
        throw new InvalidInputException(
            source
                + " holds a user or password, which Lambda does not take: leave out what stands"
                + " before '@'.");
      }
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
        return uri;
      }
      throw new InvalidInputException(message(source, text));
    } catch (URISyntaxException e) {
      throw new InvalidInputException(message(source, text), e);
    }
  }

  /** Refuses what the SDK would stumble over when the first call is made. */
  static void checkEnvironment() {
    for (String variable : VARIABLES) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank()) {
        parse(variable, value);
      }
    }
  }

  /** The endpoint that the environment gives a service, if any. */
  static @Nullable URI ofEnvironment(String variable) {
    for (String name : List.of(variable, "AWS_ENDPOINT_URL")) {
      String value = System.getenv(name);
      if (value != null && !value.isBlank()) {
        return parse(name, value);
      }
    }
    return null;
  }

  private static String message(String source, String text) {
    return Messages.format(
        "%s is '%s': write a URL such as http://127.0.0.1:4566 or"
            + " https://lambda.eu-west-1.amazonaws.com.",
        source, text);
  }
}
