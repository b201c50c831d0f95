package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlaceTest {

  @Test
  void knowsTheDependencyOfTheProjectThatBroughtIt() {
    assertThat(Place.of(List.of("g:app:jar:1", "org.lib:a:jar:2", "org.lib:b:jar:3")).direct())
        .contains("org.lib:a");
  }

  @Test
  void theProjectsOwnJarIsOfTheProject() {
    assertThat(Place.of(List.of("g:app:jar:1")).direct()).contains("g:app");
  }

  @Test
  void knowsTheFileOfTheProjectThatItIs() {
    var place = new Place("bin/tool", "file src/main/layer/bin/tool");

    assertThat(place.file()).contains("src/main/layer/bin/tool");
    assertThat(place.direct()).isEmpty();
    assertThat(Place.WHOLE.direct()).isEmpty();
    assertThat(Place.WHOLE.file()).isEmpty();
  }
}
