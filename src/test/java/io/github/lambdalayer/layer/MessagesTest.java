package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MessagesTest {

  @Test
  void oneIsNotSeveral() {
    assertThat(Messages.counted(0, "version")).isEqualTo("0 versions");
    assertThat(Messages.counted(1, "version")).isEqualTo("1 version");
    assertThat(Messages.counted(2, "version")).isEqualTo("2 versions");
  }

  @Test
  void namesAreListedAsPeopleDo() {
    assertThat(Messages.and(List.of())).isEmpty();
    assertThat(Messages.and(List.of("publish"))).isEqualTo("publish");
    assertThat(Messages.and(List.of("publish", "prune"))).isEqualTo("publish and prune");
    assertThat(Messages.and(List.of("publish", "prune", "attach")))
        .isEqualTo("publish, prune and attach");
  }
}
