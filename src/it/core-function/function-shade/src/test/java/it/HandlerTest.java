package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class HandlerTest {

  @Test
  void findsTheLayerOnTheTestClassPath() {
    assertTrue(new Handler().handleRequest(Map.of("a", 1), null).endsWith("{\"a\":1}"));
  }
}
