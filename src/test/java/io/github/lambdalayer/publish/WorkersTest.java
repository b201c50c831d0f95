package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void resultsStandInTheOrderOfTheirItems() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    try (var workers = new Workers(8)) {
      assertThat(workers.all(items, item -> item * 2))
          .isEqualTo(items.stream().map(item -> item * 2).toList());
    }
  }

  @Test
  void itemsAreWorkedOnAtTheSameTime() {
    var both = new CountDownLatch(2);
    try (var workers = new Workers(2)) {
      workers.all(
          List.of(1, 2),
          item -> {
            both.countDown();
            try {
              both.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return item;
          });
    }
    assertThat(both.getCount()).isZero();
  }

  @Test
  void aFailureIsThrownWhenAllOthersAreDone() {
    var done = new AtomicInteger();
    try (var workers = new Workers(2)) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  workers.all(
                      List.of(1, 2, 3, 4),
                      item -> {
                        if (item == 1) {
                          throw new IllegalStateException("one");
                        }
                        return done.incrementAndGet();
                      }))
          .withMessage("one");
    }
    assertThat(done).hasValue(3);
  }

  @Test
  void anErrorIsThrownAsItIs() {
    try (var workers = new Workers(1)) {
      assertThatThrownBy(
              () ->
                  workers.all(
                      List.of(1),
                      item -> {
                        throw new AssertionError("bad");
                      }))
          .isInstanceOf(AssertionError.class)
          .hasMessage("bad");
    }
  }

  @Test
  void threadsSeeWhatTheirMakerSeesAndDoNotKeepABuildAlive() throws Exception {
    Thread here = Thread.currentThread();
    ClassLoader before = here.getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[0], before)) {
      here.setContextClassLoader(loader);
      try (var workers = new Workers(1)) {
        assertThat(workers.all(List.of(1), item -> Thread.currentThread().getContextClassLoader()))
            .containsExactly(loader);
        assertThat(workers.all(List.of(1), item -> Thread.currentThread().isDaemon()))
            .containsExactly(true);
      }
    } finally {
      here.setContextClassLoader(before);
    }
  }
}
