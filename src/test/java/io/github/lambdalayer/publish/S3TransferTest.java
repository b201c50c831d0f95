package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.aws.S3Object;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class S3TransferTest {

  private static final Sha256 DIGEST = Sha256.of("a layer");
  private static final LayerZip ZIP =
      new LayerZip(Path.of("layer.zip"), DIGEST.base64(), 70_000_000, 90_000_000, 3);
  private static final String KEY = "java/core/" + DIGEST.hex() + ".zip";

  private final FakeStores stores = new FakeStores();
  private final List<String> progress = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private S3Transfer transfer(boolean keep) {
    return new S3Transfer(ZIP, new LayerName("core"), "java/", stores, keep, progress::add);
  }

  private CompletableFuture<S3Object> soon(S3Transfer transfer, String region) {
    return CompletableFuture.supplyAsync(() -> transfer.in(region), threads);
  }

  @Test
  void theFirstRegionIsSentTheZipAndTheOthersCopyIt() {
    S3Transfer transfer = transfer(false);

    S3Object first = transfer.in("a");
    S3Object second = transfer.in("b");

    assertThat(first.key()).isEqualTo(KEY).isEqualTo(transfer.key());
    assertThat(second.bucket()).isEqualTo("b");
    assertThat(second.key()).isEqualTo(KEY);
    assertThat(stores.calls).containsExactly("find a", "put a", "find b", "copy b");
    assertThat(progress)
        .containsExactly(
            "Uploading core to s3://a/" + KEY + " (70.0 MB)",
            "Copying core from s3://a/" + KEY + " to s3://b/" + KEY);
  }

  @Test
  void whatIsThereIsNeitherSentNorCopied() {
    transfer(true).in("a");
    stores.calls.clear();

    S3Transfer later = transfer(true);
    later.in("a");
    later.in("a");
    later.in("b");

    assertThat(stores.calls).containsExactly("find a", "find b", "copy b");
  }

  @Test
  void regionsWithTheSameBucketShareTheObject() {
    stores.share("b", "a");
    S3Transfer transfer = transfer(false);

    assertThat(transfer.in("b")).isEqualTo(transfer.in("a"));
    assertThat(transfer.removeAll()).isEmpty();

    assertThat(stores.calls).containsExactly("find a", "put a", "remove a");
  }

  @Test
  void manyRegionsAtOnceSendTheZipOnce() {
    S3Transfer transfer = transfer(false);
    List<CompletableFuture<S3Object>> all =
        IntStream.range(0, 60).mapToObj(i -> soon(transfer, "region-" + i % 20)).toList();

    assertThat(all).allSatisfy(one -> assertThat(one.join().key()).isEqualTo(KEY));

    assertThat(stores.calls("put")).hasSize(1);
    assertThat(stores.calls("copy")).hasSize(19);
    assertThat(stores.calls("find")).hasSize(20);
  }

  @Test
  void aRegionThatHasTheObjectDoesNotWaitForAnUpload() throws InterruptedException {
    transfer(true).in("b");
    var uploading = new CountDownLatch(1);
    var released = new CountDownLatch(1);
    stores.before(
        call -> {
          if (call.equals("put a")) {
            uploading.countDown();
            await(released);
          }
        });
    S3Transfer transfer = transfer(false);
    CompletableFuture<S3Object> slow = soon(transfer, "a");
    assertThat(uploading.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(soon(transfer, "b").orTimeout(10, TimeUnit.SECONDS).join().bucket()).isEqualTo("b");
    assertThat(slow).isNotDone();

    released.countDown();
    assertThat(slow.join().bucket()).isEqualTo("a");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody released it");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCopyThatIsRefusedBecomesAnUpload() {
    stores.fail("copy b", Kind.REFUSED);
    S3Transfer transfer = transfer(false);
    transfer.in("a");

    assertThat(transfer.in("b").bucket()).isEqualTo("b");

    assertThat(stores.calls).containsExactly("find a", "put a", "find b", "copy b", "put b");
    assertThat(progress)
        .contains("core cannot be copied, so it is uploaded once more: copy b fails");
  }

  @Test
  void aSourceThatIsGoneIsNotCopiedFromAgain() {
    S3Transfer transfer = transfer(false);
    transfer.in("a");
    stores.objects.clear();

    transfer.in("b");
    transfer.in("c");

    assertThat(stores.calls)
        .containsExactly("find a", "put a", "find b", "copy b", "put b", "find c", "copy c");
  }

  @Test
  void aRegionThatCannotBeReachedIsNotTriedOtherwise() {
    stores.fail("copy b", Kind.NOT_SENT);
    S3Transfer transfer = transfer(false);
    transfer.in("a");

    assertThatExceptionOfType(LambdaCallException.class).isThrownBy(() -> transfer.in("b"));
    assertThat(stores.calls("put")).containsExactly("put a");
  }

  @Test
  void anUploadThatFailsIsTriedAgainByTheNextCaller() {
    stores.fail("put a", Kind.UNCERTAIN);
    S3Transfer transfer = transfer(false);
    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> transfer.in("a"))
        .withMessage("put a fails");

    S3Object second = transfer.in("b");
    stores.mend("put a");
    S3Object first = transfer.in("a");

    assertThat(second.bucket()).isEqualTo("b");
    assertThat(first.bucket()).isEqualTo("a");
    assertThat(stores.calls)
        .containsExactly("find a", "put a", "find b", "put b", "find a", "copy a");
  }

  @Test
  void anUploadThatFailsWhileOthersWaitLeavesItToOneOfThem() throws InterruptedException {
    var waiting = new CountDownLatch(2);
    stores.fail("put a", Kind.REFUSED);
    stores.before(
        call -> {
          if (call.equals("put a")) {
            await(waiting);
          } else if (call.startsWith("find") && !call.equals("find a")) {
            waiting.countDown();
          }
        });
    S3Transfer transfer = transfer(false);
    CompletableFuture<S3Object> a = soon(transfer, "a");
    while (stores.calls("find a").isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    CompletableFuture<S3Object> b = soon(transfer, "b");
    CompletableFuture<S3Object> c = soon(transfer, "c");

    assertThat(b.join().key()).isEqualTo(KEY);
    assertThat(c.join().key()).isEqualTo(KEY);
    assertThat(a).failsWithin(10, TimeUnit.SECONDS);
    assertThat(stores.calls("put").stream().filter(call -> !call.equals("put a"))).hasSize(1);
  }

  @Test
  void whatLambdaDidNotFindIsBroughtAgain() {
    S3Transfer transfer = transfer(false);
    transfer.in("a");
    stores.objects.clear();

    transfer.again("a");

    S3Object object = transfer.in("a");
    assertThat(stores.calls).containsExactly("find a", "put a", "find a", "put a");
    assertThat(transfer.in("b").bucket()).isEqualTo("b");
    assertThat(stores.calls("copy")).containsExactly("copy b");
    assertThat(stores.objects).containsEntry("a", object);
  }

  @Test
  void againMayBeSaidOfARegionThatNothingIsKnownOf() {
    S3Transfer transfer = transfer(false);

    transfer.again("a");

    assertThat(transfer.in("a").bucket()).isEqualTo("a");
  }

  @Test
  void allIsRemovedAtTheEndAlsoWhatWasFound() {
    transfer(true).in("a");
    S3Transfer transfer = transfer(false);
    transfer.in("a");
    transfer.in("b");

    assertThat(transfer.removeAll()).isEmpty();
    assertThat(transfer.removeAll()).isEmpty();

    assertThat(stores.objects).isEmpty();
    assertThat(stores.calls("remove")).containsExactly("remove a", "remove b");
  }

  @Test
  void whatIsToBeKeptStays() {
    S3Transfer transfer = transfer(true);
    transfer.in("a");

    assertThat(transfer.removeAll()).isEmpty();

    assertThat(stores.objects).containsOnlyKeys("a");
  }

  @Test
  void whatCannotBeRemovedIsSaidAndTheRestIsRemoved() {
    stores.fail("remove a", Kind.REFUSED);
    S3Transfer transfer = transfer(false);
    transfer.in("a");
    transfer.in("b");

    assertThat(transfer.removeAll())
        .containsExactly("s3://a/" + KEY + " is left in its bucket: remove a fails");

    assertThat(stores.objects).containsOnlyKeys("a");
  }
}
