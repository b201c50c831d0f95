package io.github.lambdalayer.endpoint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions of every account and region, and what their code must be signed with. */
final class FunctionStore {

  /** What a code signing configuration asks. */
  record Signing(boolean isEnforced, List<String> profiles) {}

  private record Place(String account, String region) {}

  private final Map<Place, NavigableMap<String, StoredFunction>> places = new HashMap<>();
  private final Map<String, Signing> configs = new HashMap<>();
  private final Map<String, Set<String>> signatures = new HashMap<>();

  synchronized void put(String account, String region, StoredFunction function) {
    functions(account, region).put(function.spec.name(), function);
  }

  synchronized void remove(String account, String region, String name) {
    functions(account, region).remove(name);
  }

  /** Works on a function while nobody else does. */
  synchronized <T> T with(
      String account, String region, String name, Function<StoredFunction, T> work) {
    StoredFunction function = functions(account, region).get(name);
    if (function == null) {
      throw ServiceError.notFound("Function not found: " + arn(account, region, name));
    }
    return work.apply(function);
  }

  /** Works on all functions, in the order of their names, while nobody else does. */
  synchronized <T> T withAll(
      String account, String region, Function<List<StoredFunction>, T> work) {
    return work.apply(List.copyOf(functions(account, region).values()));
  }

  synchronized void config(String arn, Signing signing) {
    configs.put(arn, signing);
  }

  synchronized void removeConfig(String arn) {
    configs.remove(arn);
  }

  synchronized @Nullable Signing config(String arn) {
    return configs.get(arn);
  }

  synchronized void sign(String layerVersionArn, String profile) {
    signatures.computeIfAbsent(layerVersionArn, key -> new HashSet<>()).add(profile);
  }

  synchronized boolean isSigned(String layerVersionArn, List<String> profiles) {
    return signatures.getOrDefault(layerVersionArn, Set.of()).stream().anyMatch(profiles::contains);
  }

  static String arn(String account, String region, String name) {
    String partition = new Caller(account, region).partition();
    return "arn:%s:lambda:%s:%s:function:%s".formatted(partition, region, account, name);
  }

  private NavigableMap<String, StoredFunction> functions(String account, String region) {
    return places.computeIfAbsent(new Place(account, region), place -> new TreeMap<>());
  }
}
