package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParallelTest {

  private static final List<Integer> NUMBERS = IntStream.range(0, 1000).boxed().toList();

  @Test
  void resultsAreInTheOrderOfTheItems() throws IOException {
    assertThat(Parallel.map(NUMBERS, number -> number * 2))
        .isEqualTo(NUMBERS.stream().map(number -> number * 2).toList());
  }

  @Test
  void ofNothingComesNothing() throws IOException {
    assertThat(Parallel.map(List.of(), item -> item)).isEmpty();
  }

  @Test
  void theFirstFailureInTheOrderOfTheItemsIsThrown() {
    for (int i = 0; i < 20; i++) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () ->
                  Parallel.map(
                      NUMBERS,
                      number -> {
                        if (number >= 500) {
                          throw new IOException("item " + number);
                        }
                        return number;
                      }))
          .withMessage("item 500");
    }
  }

  @Test
  void uncheckedFailuresAndErrorsAreThrownAsTheyAre() {
    assertThatThrownBy(
            () ->
                Parallel.map(
                    NUMBERS,
                    number -> {
                      throw new InvalidInputException("mend it");
                    }))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("mend it");
    assertThatThrownBy(
            () ->
                Parallel.map(
                    NUMBERS,
                    number -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void noFurtherItemIsBegunOnceOneHasFailed() {
    Set<Integer> begun = ConcurrentHashMap.newKeySet();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                Parallel.map(
                    NUMBERS,
                    number -> {
                      begun.add(number);
                      throw new IOException();
                    }));

    assertThat(begun).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void helpersSeeTheClassesOfWhoeverAskedThem() throws IOException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    var mavens = new ClassLoader(before) {};
    Thread.currentThread().setContextClassLoader(mavens);
    try {
      assertThat(Parallel.map(NUMBERS, number -> Thread.currentThread().getContextClassLoader()))
          .containsOnly(mavens);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
