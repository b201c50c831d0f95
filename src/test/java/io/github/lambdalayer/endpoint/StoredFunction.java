package io.github.lambdalayer.endpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A function and what is to happen to it; guarded by the store it is in. */
final class StoredFunction {
  final FunctionSpec spec;
  final String arn;

  /** Deleted layer versions have no size any more, and stay on functions. */
  private final Map<String, Long> sizes = new HashMap<>();

  private final Queue<String> failures = new ArrayDeque<>();
  private List<String> layers;
  private List<String> before = List.of();
  private String description = "";
  private String revision = newRevision();
  private String state = "Active";
  private String update = "Successful";
  private String updateReason = "";
  private int updateReads = 1;
  private int readsLeft;
  private boolean throttled;
  private boolean hasRival;
  private boolean isStrange;
  private int breakdowns;
  private boolean worksFirst;
  private int lateness;
  private @Nullable List<String> late;
  private String lateRevision = "";
  private int looksUntilLate;
  private @Nullable String error;
  private String payload = "null";
  private @Nullable String signingConfig;

  StoredFunction(FunctionSpec spec, String arn) {
    this.spec = spec;
    this.arn = arn;
    this.layers = spec.layers();
  }

  private static String newRevision() {
    return UUID.randomUUID().toString();
  }

  List<String> layers() {
    return layers;
  }

  String description() {
    return description;
  }

  String revision() {
    return revision;
  }

  String state() {
    return state;
  }

  String update() {
    return update;
  }

  String updateReason() {
    return updateReason;
  }

  @Nullable String error() {
    return error;
  }

  String payload() {
    return payload;
  }

  @Nullable String signingConfig() {
    return signingConfig;
  }

  boolean isThrottled() {
    return throttled;
  }

  long size(String layerArn) {
    return sizes.getOrDefault(layerArn, 0L);
  }

  void remember(String layerArn, long size) {
    sizes.put(layerArn, size);
  }

  /** Somebody else is quicker, if a test wants it. */
  void letRivalIn() {
    if (hasRival) {
      hasRival = false;
      revision = newRevision();
    }
  }

  /** From now on it is being updated, until it has been read often enough. */
  void update(List<String> changed) {
    before = layers;
    layers = List.copyOf(changed);
    revision = newRevision();
    update = "InProgress";
    updateReason = "";
    readsLeft = updateReads;
    if (readsLeft == 0) {
      settle();
    }
  }

  /** One more look at it. */
  void look() {
    List<String> arrived = late;
    if (arrived != null && looksUntilLate-- <= 0) {
      late = null;
      if (lateRevision.equals(revision)) {
        update(arrived);
      }
    }
    if (update.equals("InProgress") && readsLeft-- <= 0) {
      settle();
    }
  }

  /** Lambda gives up an update that fails, and the function is as it was before. */
  private void settle() {
    String failure = failures.poll();
    update = failure == null ? "Successful" : "Failed";
    updateReason = failure == null ? "" : failure;
    if (failure != null) {
      layers = before;
    }
    revision = newRevision();
  }

  void describe(String text) {
    description = text;
    revision = newRevision();
  }

  void change(List<String> changed) {
    layers = new ArrayList<>(changed);
    revision = newRevision();
  }

  void state(String other) {
    state = other;
  }

  void updateReads(int reads) {
    updateReads = reads;
  }

  void startUpdate(int reads) {
    update = "InProgress";
    readsLeft = reads;
  }

  void failNextUpdate(String reason) {
    failures.add(reason);
  }

  void breakDown(int times, boolean isDoneAllTheSame) {
    breakdowns = times;
    worksFirst = isDoneAllTheSame;
  }

  /** Whether this update is answered with 500; asked once for each. */
  boolean breaksDown() {
    return breakdowns > 0 && breakdowns-- > 0;
  }

  /** The updates that are answered with 500 are done after so many looks, if nothing has changed. */
  void beLate(int looks) {
    lateness = looks;
  }

  /** What is asked for is on its way, if a test wants it. */
  void postpone(List<String> wanted) {
    if (lateness > 0) {
      late = wanted;
      lateRevision = revision;
      looksUntilLate = lateness;
    }
  }

  /** Whether it is done before that answer. */
  boolean worksFirst() {
    return worksFirst;
  }

  void answerStrangely() {
    isStrange = true;
  }

  /** Whether this answer is a strange one; asked once for each. */
  boolean isStrange() {
    boolean strange = isStrange;
    isStrange = false;
    return strange;
  }

  void throttle(boolean on) {
    throttled = on;
  }

  void rival() {
    hasRival = true;
  }

  void answer(@Nullable String functionError, String document) {
    error = functionError;
    payload = document;
  }

  void sign(@Nullable String config) {
    signingConfig = config;
  }
}
