package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with values in the place of <code>${expression}</code> and {@code @expression@}. What has no
 * value stays, for shells write their variables alike.
 */
public final class FilteredText {

  private static final Pattern EXPRESSION =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)}|@([A-Za-z_][A-Za-z0-9_.-]*)@");

  /**
   * What cannot be meant for a shell: an attribute of the project that does not exist; and the time
   * of the build, which would make each build another layer.
   */
  private static final Pattern OF_MAVEN = Pattern.compile("project\\..*|maven\\.build\\.timestamp");

  private final Path file;
  private final Filtering filtering;

  private FilteredText(Path file, Filtering filtering) {
    this.file = file;
    this.filtering = filtering;
  }

  /**
   * The bytes of a file after filtering.
   *
   * @throws InvalidInputException if it is no text of that encoding, or an expression has no value
   */
  public static byte[] of(Path file, Filtering filtering) throws IOException {
    return new FilteredText(file, filtering).bytes();
  }

  private byte[] bytes() throws IOException {
    byte[] original = Files.readAllBytes(file);
    for (byte b : original) {
      if (b == 0) {
        throw refused(
            "is no text (it has a zero byte): filtering would damage it. Name text files only.");
      }
    }
    return encoded(replaced(decoded(original)));
  }

  private String replaced(String text) {
    var result = new StringBuilder();
    Matcher matcher = EXPRESSION.matcher(text);
    int done = 0;
    int from = 0;
    while (matcher.find(from)) {
      String value = value(matcher);
      if (value == null) {
        // The @ behind what is none can be the one before an expression.
        from = matcher.end() - 1;
      } else {
        result.append(text, done, matcher.start()).append(value);
        done = matcher.end();
        from = done;
      }
    }
    return result.append(text, done, text.length()).toString();
  }

  private @Nullable String value(MatchResult match) {
    String expression = match.group(1) == null ? match.group(2) : match.group(1);
    String value = filtering.values().of(expression);
    if (value == null && OF_MAVEN.matcher(expression).matches()) {
      throw new InvalidInputException(
          Messages.format(
              "%s has %s, which has no value%s. Write an expression that has one, or leave the file"
                  + " out of <filteredFiles>.",
              file,
              match.group(),
              expression.endsWith("timestamp") ? " here: each build would be another layer" : ""));
    }
    return value;
  }

  private String decoded(byte[] bytes) {
    try {
      return filtering.charset().newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused(
          Messages.format(
              "is not in %s. Save it so, or set <project.build.sourceEncoding> to its encoding.",
              filtering.charset()));
    }
  }

  private byte[] encoded(String text) {
    try {
      ByteBuffer bytes = filtering.charset().newEncoder().encode(CharBuffer.wrap(text));
      byte[] encoded = new byte[bytes.remaining()];
      bytes.get(encoded);
      return encoded;
    } catch (CharacterCodingException e) {
      throw refused(
          Messages.format(
              "gets a value that %s cannot write. Set <project.build.sourceEncoding> to UTF-8, and"
                  + " save the file so.",
              filtering.charset()));
    }
  }

  private InvalidInputException refused(String reason) {
    return new InvalidInputException(
        Messages.format("<filteredFiles> matches %s, which %s", file, reason));
  }
}
