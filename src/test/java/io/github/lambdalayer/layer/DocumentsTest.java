package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DocumentsTest {

  private record Example(String text, @Nullable String absent, List<String> items) {}

  @Test
  void isReadableAndLeavesOutWhatIsAbsent() {
    assertThat(Documents.toJson(new Example("<a> & 'b' = ü", null, List.of("x"))))
        .isEqualTo(
            """
            {
              "text": "<a> & 'b' = ü",
              "items": [
                "x"
              ]
            }
            """);
  }

  @Test
  void isReadAsItWasWritten() {
    var example = new Example("\"quoted\"\n", "there", List.of());

    assertThat(Documents.fromJson(Documents.toJson(example), Example.class)).isEqualTo(example);
  }

  @Test
  void anEmptyTextIsNoDocument() {
    assertThat(Documents.fromJson("", Example.class)).isNull();
  }

  @Test
  void refusesWhatIsNotOfTheForm() {
    assertThatExceptionOfType(JsonParseException.class)
        .isThrownBy(() -> Documents.fromJson("[]", Example.class));
  }
}
