package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {

  private static final List<String> KNOWN =
      List.of("runtime-jar", "jar-name", "empty-jar", "regions", "layerName", "failOn");

  @ParameterizedTest
  @CsvSource({
    "runtime-jars, runtime-jar",
    "runtme-jar, runtime-jar",
    "untime-jar, runtime-jar",
    "RuntimeJar, runtime-jar",
    "region, regions",
    "layername, layerName",
    "empty, empty-jar"
  })
  void findsWhatWasMeant(String name, String meant) {
    assertThat(Names.likest(name, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "colour", "jar"})
  void findsNothingWhereNoneIsNear(String name) {
    assertThat(Names.likest(name, List.of("runtime-jar", "regions", "failOn"))).isEmpty();
  }

  @Test
  void takesTheFirstOfThoseThatAreAsNear() {
    assertThat(Names.likest("regiond", List.of("regiona", "regionb"))).contains("regiona");
  }
}
