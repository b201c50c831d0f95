package io.github.lambdalayer.endpoint;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions as somebody with a console makes, sees and changes them, and what befalls them. */
public final class Functions {
  private final FunctionStore store;
  private final LayerStore layers;

  Functions(FunctionStore store, LayerStore layers) {
    this.store = store;
    this.layers = layers;
  }

  /** Makes a function, or puts it in another one's place. */
  public void put(String account, String region, FunctionSpec spec) {
    StoredFunction function =
        new StoredFunction(spec, FunctionStore.arn(account, region, spec.name()));
    for (String arn : spec.layers()) {
      function.remember(
          arn, LayerList.find(layers, arn).map(StoredVersion::codeSize).orElse(1000L));
    }
    store.put(account, region, function);
  }

  /** Deletes a function. */
  public void remove(String account, String region, String name) {
    store.remove(account, region, name);
  }

  /** The ARNs of a function's layers, in their order. */
  public List<String> layers(String account, String region, String name) {
    return look(account, region, name, StoredFunction::layers);
  }

  /** The id that changes with every change. */
  public String revision(String account, String region, String name) {
    return look(account, region, name, StoredFunction::revision);
  }

  /** {@code InProgress}, {@code Successful} or {@code Failed}. */
  public String lastUpdateStatus(String account, String region, String name) {
    return look(account, region, name, StoredFunction::update);
  }

  /** Gives a function other layers, as somebody with a console would. */
  public void change(String account, String region, String name, String... arns) {
    on(account, region, name, function -> function.change(List.of(arns)));
  }

  /** {@code Pending}, {@code Active}, {@code Inactive} or {@code Failed}. */
  public void state(String account, String region, String name, String state) {
    on(account, region, name, function -> function.state(state));
  }

  /** An update by somebody else is under way, until the function has been read so often. */
  public void startUpdate(String account, String region, String name, int reads) {
    on(account, region, name, function -> function.startUpdate(reads));
  }

  /** Updates of the function are done when it has been read so often; without a word, once. */
  public void updateReads(String account, String region, String name, int reads) {
    on(account, region, name, function -> function.updateReads(reads));
  }

  /** The next update of the function is given up by Lambda; several wait in line. */
  public void failNextUpdate(String account, String region, String name, String reason) {
    on(account, region, name, function -> function.failNextUpdate(reason));
  }

  /** Whether every update of the function is answered with 429. */
  public void throttle(String account, String region, String name, boolean on) {
    on(account, region, name, function -> function.throttle(on));
  }

  /** The next update of the function is done, and its answer has nothing where something must be. */
  public void answerStrangely(String account, String region, String name) {
    on(account, region, name, StoredFunction::answerStrangely);
  }

  /**
   * The next updates of the function are answered with 500.
   *
   * @param isDoneAllTheSame whether they are done before that
   */
  public void breakDown(
      String account, String region, String name, int times, boolean isDoneAllTheSame) {
    on(account, region, name, function -> function.breakDown(times, isDoneAllTheSame));
  }

  /**
   * The next updates of the function are answered with 500, and the last of them is done all the same:
   * when it has been read so often, and nobody has changed it until then.
   */
  public void breakDownAndBeLate(String account, String region, String name, int times, int reads) {
    on(
        account,
        region,
        name,
        function -> {
          function.breakDown(times, false);
          function.beLate(reads);
        });
  }

  /** Reads a function, as somebody with a console would. */
  public void read(String account, String region, String name) {
    on(account, region, name, StoredFunction::look);
  }

  /** Somebody else changes the function just before the next update of it. */
  public void rivalBeforeNextUpdate(String account, String region, String name) {
    on(account, region, name, StoredFunction::rival);
  }

  /**
   * What invoking the function answers; without a word {@code null}.
   *
   * @param error {@code Unhandled} or {@code Handled}, null where the function succeeds
   */
  public void answer(
      String account, String region, String name, @Nullable String error, String payload) {
    on(account, region, name, function -> function.answer(error, payload));
  }

  /**
   * From now on the function takes code and layers only that are signed with one of the profiles.
   *
   * @return the ARN of its code signing configuration
   */
  public String requireSignature(
      String account, String region, String name, boolean isEnforced, String... profiles) {
    String arn =
        "arn:%s:lambda:%s:%s:code-signing-config:csc-%017x"
            .formatted(
                new Caller(account, region).partition(),
                region,
                account,
                name.hashCode() & 0xffffL);
    store.config(arn, new FunctionStore.Signing(isEnforced, List.of(profiles)));
    on(account, region, name, function -> function.sign(arn));
    return arn;
  }

  /** Deletes a code signing configuration, which Lambda allows only where no function names it. */
  public void removeSigningConfig(String arn) {
    store.removeConfig(arn);
  }

  /** The layer version is signed with a version of a signing profile. */
  public void sign(String layerVersionArn, String profileVersionArn) {
    store.sign(layerVersionArn, profileVersionArn);
  }

  private void on(String account, String region, String name, Consumer<StoredFunction> change) {
    look(
        account,
        region,
        name,
        function -> {
          change.accept(function);
          return function;
        });
  }

  private <T> T look(String account, String region, String name, Function<StoredFunction, T> work) {
    try {
      return store.with(account, region, name, work);
    } catch (ServiceError e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
