package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublishAtEndTest {

  private static final Properties AT_END = properties("lambdaLayer.publishAtEnd", "true");

  private static MavenProject module(String artifactId) {
    return SampleProjects.project("com.example", artifactId, "1.0");
  }

  private static Plugin plugin() {
    var plugin = new Plugin();
    plugin.setGroupId("io.github.lambdalayer");
    plugin.setArtifactId("lambda-layer-maven-plugin");
    plugin.setVersion("1");
    return plugin;
  }

  /** A module that binds the goal to a phase, or to its own where that is null. */
  private static MavenProject binding(String artifactId, @Nullable String phase) {
    MavenProject project = module(artifactId);
    var bound = new PluginExecution();
    bound.setId("layer");
    bound.setGoals(List.of("package", "publish"));
    bound.setPhase(phase);
    Plugin plugin = plugin();
    plugin.addExecution(bound);
    project.getBuild().addPlugin(plugin);
    return project;
  }

  private static MavenProject binding(String artifactId) {
    return binding(artifactId, null);
  }

  private static MavenSession session(String goals, MavenProject... modules) {
    MavenSession session = SampleProjects.session(AT_END, modules);
    session.getRequest().setGoals(List.of(goals.split(" ", -1)));
    return session;
  }

  private static PublishAtEnd in(MavenSession session, MavenProject module, String executionId) {
    return PublishAtEnd.of(session, new MojoExecution(plugin(), "publish", executionId), module);
  }

  private static Optional<List<String>> arrive(MavenSession session, MavenProject module) {
    return in(session, module, "layer").arrive(List.of(module.getArtifactId()));
  }

  private static void configure(MavenProject module, String value) throws Exception {
    module
        .getBuildPlugins()
        .get(0)
        .getExecutions()
        .get(0)
        .setConfiguration(
            Xpp3DomBuilder.build(
                new StringReader(
                    "<configuration><publishAtEnd>" + value + "</publishAtEnd></configuration>")));
  }

  @Test
  void theLastModuleGetsAllWorkInTheOrderOfTheReactor() {
    MavenProject one = binding("one");
    MavenProject two = binding("two");
    MavenProject three = binding("three");
    MavenSession session = session("deploy", one, two, three);

    assertThat(arrive(session, three)).isEmpty();
    assertThat(in(session, three, "layer").missing()).containsExactly("one", "two");
    assertThat(in(session, one, "layer").arrive(List.of())).isEmpty();
    assertThat(arrive(session, two)).contains(List.of("two", "three"));
    assertThat(arrive(session, two)).as("whoever comes again").contains(List.of("two"));
  }

  @Test
  void exactlyOneOfManyThreadsGetsAllWork() throws Exception {
    MavenProject[] modules =
        IntStream.range(0, 60).mapToObj(i -> binding("m" + i)).toArray(MavenProject[]::new);
    MavenSession session = session("deploy", modules);
    var arrivals = new ArrayList<Callable<Optional<List<String>>>>();
    for (MavenProject module : modules) {
      // Maven clones the session for each module of -T.
      arrivals.add(() -> arrive(session.clone(), module));
    }
    Collections.shuffle(arrivals);
    var threads = Executors.newFixedThreadPool(16);
    try {
      var released = new ArrayList<List<String>>();
      for (var answer : threads.invokeAll(arrivals)) {
        answer.get().ifPresent(released::add);
      }
      assertThat(released).containsExactly(IntStream.range(0, 60).mapToObj(i -> "m" + i).toList());
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "deploy, , true",
    "clean install, , false",
    "clean install, install, true",
    "clean install, deploy, false",
    "clean install, package, true",
    "clean, verify, false",
    "deploy, none, false",
    "clean, post-clean, false",
    "site-deploy, site, true",
    "site, deploy, false",
    "after:deploy, , true",
    "install lambda-layer:publish, none, true",
    "lambda-layer:publish@own, none, true",
    "io.github.lambdalayer:lambda-layer-maven-plugin:1:publish, none, true",
    "io.github.lambdalayer:lambda-layer-maven-plugin:publish, none, true",
    "lambda-layer:package, none, false"
  })
  void waitsForModulesThatWillRunTheGoal(
      String goals, @Nullable String phase, boolean isWaitedFor) {
    MavenProject other = binding("other", phase);
    MavenProject own = binding("own", "validate");
    MavenSession session = session(goals + " validate", own, other);

    assertThat(arrive(session, own).isEmpty()).isEqualTo(isWaitedFor);
  }

  @Test
  void aModuleThatPublishesAtOnceIsNotWaitedFor() throws Exception {
    MavenProject own = binding("own");
    MavenProject atOnce = binding("at-once");
    configure(atOnce, "false");
    MavenProject byProperty = binding("by-property");
    byProperty.getProperties().setProperty("wait", "false");
    configure(byProperty, "${wait}");
    MavenSession session = session("deploy", own, atOnce, byProperty);

    assertThat(arrive(session, atOnce)).contains(List.of("at-once"));
    assertThat(arrive(session, own)).contains(List.of("own"));
  }

  @Test
  void nothingIsPublishedWhereAModuleHasFailed() {
    MavenProject failed = module("failed");
    MavenProject own = binding("own");
    MavenSession session = session("deploy", failed, own);
    var failure = new IllegalStateException("broken");
    session.getResult().addException(failure);
    session.getResult().addBuildSummary(new BuildFailure(failed, 1, failure));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> arrive(session, own))
        .withMessageContaining("these modules have failed: failed")
        .withMessageContaining("nothing has been published");
  }

  @Test
  void modulesOfAnotherClassRealmAreNamedAndNotWaitedFor() {
    MavenProject own = binding("own");
    MavenProject version = binding("version");
    version.getBuildPlugins().get(0).setVersion("2");
    MavenProject dependency = binding("dependency");
    dependency.getBuildPlugins().get(0).addDependency(new Dependency());
    MavenProject extension = binding("extension");
    extension.getBuildPlugins().get(0).setExtensions(true);
    MavenSession session = session("deploy", own, version, dependency, extension);

    assertThat(in(session, own, "layer").warnings())
        .singleElement()
        .asString()
        .contains(
            "does not wait for version, dependency, extension: this plugin has another version");
    assertThat(arrive(session, version)).contains(List.of("version"));
    assertThat(arrive(session, own)).contains(List.of("own"));
  }

  @Test
  void namesModulesWhoseFailureWouldComeTooLate() {
    MavenProject first = module("first");
    MavenProject own = binding("own");
    MavenProject last = module("last");
    MavenSession session = session("deploy", first, own, last);

    assertThat(in(session, own, "layer").warnings())
        .singleElement()
        .asString()
        .contains("does not wait for last,");
    assertThat(in(session, own, "layer").warnings()).as("once is enough").isEmpty();

    MavenSession parallel = session("deploy", module("first"), binding("own"), module("last"));
    parallel.getRequest().setDegreeOfConcurrency(2);
    assertThat(in(parallel, own, "layer").warnings())
        .singleElement()
        .asString()
        .contains("first, last,");
  }

  @Test
  void namesModulesThatAreLeftOutOfTheBuild() {
    MavenProject own = binding("own");
    MavenSession session = session("deploy", own);
    session.setAllProjects(List.of(own, binding("left-out"), module("plain")));

    assertThat(in(session, own, "layer").warnings())
        .containsExactly(
            "These modules are not in this build, and their layers are not published by it:"
                + " left-out.");
  }

  @Test
  void hasNothingToSayOfAnOrdinaryBuild() {
    MavenProject own = binding("own");

    assertThat(in(session("deploy", own, binding("other")), own, "layer").warnings()).isEmpty();
  }

  @Test
  void workOfAnotherCopyOfThisPluginIsAnErrorAndNotForgotten() {
    MavenProject own = binding("own");
    MavenProject other = binding("other");
    MavenSession session = session("deploy", own, other);
    arrive(session, other);
    strangeDeposits(own).values().forEach(group -> group.replaceAll((k, v) -> new Object[2]));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> arrive(session, own))
        .withMessageContaining("loaded this plugin once more for other");
  }

  @SuppressWarnings("unchecked")
  private static java.util.Map<String, java.util.Map<String, Object>> strangeDeposits(
      MavenProject first) {
    return (java.util.Map<String, java.util.Map<String, Object>>)
        first.getContextValue("io.github.lambdalayer.publishAtEnd");
  }
}
