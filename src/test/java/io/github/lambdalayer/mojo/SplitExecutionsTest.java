package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which executions of a split must differ, and when it is known what is in none of them. */
final class SplitExecutionsTest extends SplitProject {

  @Test
  void layersForDifferentArchitecturesMayHoldTheSame() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1", "g:two:1");
    first.architectures = List.of(Architecture.X86_64);
    first.build();
    var last = new Layer("b", "g:one:1", "g:two:1");
    last.architectures = List.of(Architecture.ARM64);

    assertFine(last);
  }

  @Test
  void layersForDifferentRuntimesMayHoldTheSame() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1", "g:two:1");
    first.runtimes = List.of(new LambdaRuntime("java17"));
    first.build();
    var last = new Layer("b", "g:one:1", "g:two:1");
    last.runtimes = List.of(new LambdaRuntime("java21"), new LambdaRuntime("java25"));

    assertFine(last);
  }

  @Test
  void layersThatShareOneArchitectureOrSayNoneCanMeet() {
    bind("a", "b", "c");
    var both = new Layer("a", "g:one:1");
    both.architectures = List.of(Architecture.X86_64, Architecture.ARM64);
    both.build();
    var arm = new Layer("b", "g:one:1", "g:two:1");
    arm.architectures = List.of(Architecture.ARM64);
    arm.build();
    var open = new Layer("c", "g:two:1");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(open::build)
        .withMessageContaining("g:one:jar:1 in layer-a (execution a) and layer-b")
        .withMessageContaining("g:two:jar:1 in layer-b (execution b) and layer-c");
  }

  @Test
  void whatIsDerivedFromTheContentKeepsNoLayersApart() {
    bind("a", "b");
    var first = new Layer("a", "g:one:1", "g:two:1");
    first.architectures = List.of(Architecture.X86_64);
    first.runtimes = List.of(new LambdaRuntime("java17"));
    first.build();
    var last = new Layer("b", "g:one:1");
    last.architectures = List.of(Architecture.ARM64);
    last.architecturesConfigured = false;
    last.runtimes = List.of(new LambdaRuntime("java21"));
    last.runtimesConfigured = false;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(last::build)
        .withMessageContaining("g:one:jar:1");
  }

  @Test
  void saysNothingOfNoneWhereOneWasSkippedButStillOfSeveral() {
    bind("a", "b", "c");
    new Layer("a", "g:one:1").build();
    new Layer("b", "g:one:1").build();
    var skipped = new Layer("c");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(skipped::skip)
        .withMessageContaining("g:one:jar:1")
        .withMessageNotContaining("g:two:jar:1");
  }

  @Test
  void saysNothingOfNoneWhereTheCommandLineNamesSomeExecutions() {
    bind("a", "b", "c");
    goals = List.of("lambda-layer:package@a", "lambda-layer:package@b");
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("b"));
  }

  @Test
  void aGoalFromTheCommandLineSaysNothing() {
    bind("a");
    goals = List.of("package", "lambda-layer:package");
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("default-cli", "g:one:1"));
  }

  @Test
  void anExecutionThatRunsAgainIsNotItsOwnDouble() {
    bind("a", "b");
    new Layer("a", "g:one:1").build();
    new Layer("b", "g:two:1").build();
    new Layer("a", "g:one:1").build();

    assertFine(new Layer("b", "g:two:1"));
  }
}
