package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.aws.FunctionVersion.UsedLayer;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in the way of a function's new layers, as far as it can be known before. */
final class FunctionChecks {

  private final List<WantedLayer> wanted;

  FunctionChecks(List<WantedLayer> wanted) {
    this.wanted = List.copyOf(wanted);
  }

  /** The problems of one function, each with its fix; what it has already is no problem. */
  List<String> problems(Move move) {
    FunctionVersion function = move.function();
    List<String> after = move.after();
    if (function.isImage()) {
      return List.of(
          Messages.format(
              "It is a container image, which takes no layers: copy what the layer has into the image,"
                  + " and leave the function out with !%s in <functions>.",
              function.name()));
    }
    if (move.isNothing()) {
      return List.of();
    }
    var problems = new ArrayList<String>();
    if (function.status().isBroken()) {
      problems.add(
          Messages.format(
              "Its state is Failed: Lambda could not make it%s. Delete it and make it again, or"
                  + " leave it out with !%s in <functions>.",
              reason(function.status().stateReason()), function.name()));
    }
    wanted.forEach(layer -> compatible(problems, function, layer, after));
    if (after.size() > Limits.LAYERS_OF_A_FUNCTION) {
      problems.add(
          Messages.format(
              "It would have %d layers, and a function can have %d: take another one away first.",
              after.size(), Limits.LAYERS_OF_A_FUNCTION));
    }
    if (!move.isThere()) {
      size(problems, function, after);
    }
    return problems;
  }

  private static void compatible(
      List<String> problems, FunctionVersion function, WantedLayer layer, List<String> after) {
    LiveVersion version = layer.version();
    if (version == null
        || !after.contains(version.arn().toString())
        || function.layerArns().contains(version.arn().toString())) {
      return;
    }
    if (!version.runtimes().isEmpty() && !version.runtimes().contains(function.runtime())) {
      problems.add(
          Messages.format(
              "It runs on %s, and %s:%d is for %s. Build the layer for that runtime too"
                  + " (<compatibleRuntimes>), or leave the function out with !%s in <functions>.",
              function.runtime(),
              layer.name(),
              version.arn().version(),
              joined(version.runtimes()),
              function.name()));
    }
    if (!version.architectures().isEmpty()
        && !version.architectures().containsAll(function.architectures())) {
      problems.add(
          Messages.format(
              "It runs on %s, and %s:%d is for %s. Build the layer for that architecture too"
                  + " (<compatibleArchitectures>), or leave the function out with !%s in <functions>.",
              joined(function.architectures()),
              layer.name(),
              version.arn().version(),
              joined(version.architectures()),
              function.name()));
    }
  }

  private static String reason(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private static String joined(Set<String> ids) {
    return ids.stream().sorted().collect(Collectors.joining(", "));
  }

  /**
   * AWS tells the zipped size alone of functions and of other layers, and that is less: what is too large
   * by this sum is too large for sure, and what is not may be refused by Lambda all the same.
   */
  private void size(List<String> problems, FunctionVersion function, List<String> after) {
    long total = function.codeSize();
    for (String arn : after) {
      total += size(function, arn);
    }
    if (total > Limits.UNZIPPED_BYTES) {
      problems.add(
          Messages.format(
              "Its code and its layers would have %d bytes at the very least, and Lambda takes %d when"
                  + " they are unzipped. Make the layer smaller, or take another one away first.",
              total, Limits.UNZIPPED_BYTES));
    }
  }

  private long size(FunctionVersion function, String arn) {
    for (WantedLayer layer : wanted) {
      LiveVersion version = layer.version();
      if (version != null && version.arn().toString().equals(arn)) {
        return layer.unzipped();
      }
    }
    return function.layers().stream()
        .filter(used -> used.arn().equals(arn))
        .mapToLong(UsedLayer::codeSize)
        .sum();
  }
}
