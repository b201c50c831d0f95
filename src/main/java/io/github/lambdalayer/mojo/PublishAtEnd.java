package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.mojo.ReactorPlan.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Publishing that waits: in a reactor nothing is published before the last module that publishes has
 * been built. Each module hands in its work, and the last one gets all of it.
 *
 * <p>What has been handed in is kept with the first project of the build, which all sessions share
 * that Maven clones for {@code -T}; in the JDK's own types, for where Maven loads this plugin twice,
 * each copy must see that there is another.
 */
final class PublishAtEnd {

  static final String PARAMETER = "publishAtEnd";
  static final String DEFAULT = "false";

  private static final String KEY = "io.github.lambdalayer.publishAtEnd";
  private static final String RELEASED = "released";
  private static final String WARNED = "warned";

  private final MavenSession session;
  private final MavenProject project;
  private final ReactorPlan plan;
  private final Run own;

  private PublishAtEnd(MavenSession session, MojoExecution execution, MavenProject project) {
    this.session = session;
    this.project = project;
    this.plan = new ReactorPlan(session, execution, "publish", "deploy");
    this.own = new Run(project, execution.getExecutionId());
  }

  /** That of the build, as one module sees it. */
  static PublishAtEnd of(MavenSession session, MojoExecution execution, MavenProject project) {
    return new PublishAtEnd(session, execution, project);
  }

  /**
   * Hands in this module's work; a module without any hands in none, and must do so too.
   *
   * @return the work of all modules in the order of the reactor, where this was the last of them;
   *     else nothing, for another module will publish it
   * @throws InvalidInputException if this was the last one, and a module of the build has failed
   */
  <T> Optional<List<T>> arrive(List<T> work) {
    List<Run> expected = expected();
    if (expected.stream().noneMatch(run -> run.key().equals(own.key()))) {
      // Nobody would wait for it, so it does not wait for anybody.
      return Optional.of(work);
    }
    synchronized (shared()) {
      Map<String, Object> arrived = state();
      if (arrived.containsKey(RELEASED)) {
        return Optional.of(work);
      }
      arrived.put(own.key(), new Object[] {PublishAtEnd.class, List.copyOf(work)});
      if (!missing(expected, arrived).isEmpty()) {
        return Optional.empty();
      }
      arrived.put(RELEASED, true);
      refuseFailed();
      return Optional.of(all(expected, arrived));
    }
  }

  /** The modules that have not handed in their work yet. */
  List<String> missing() {
    synchronized (shared()) {
      return missing(expected(), state());
    }
  }

  private static List<String> missing(List<Run> expected, Map<String, Object> arrived) {
    return expected.stream()
        .filter(run -> !arrived.containsKey(run.key()))
        .map(run -> run.project().getArtifactId())
        .distinct()
        .toList();
  }

  private static <T> List<T> all(List<Run> expected, Map<String, Object> arrived) {
    var all = new ArrayList<T>();
    var strangers = new LinkedHashSet<String>();
    for (Run run : expected) {
      if (arrived.get(run.key()) instanceof Object[] deposit && deposit[0] == PublishAtEnd.class) {
        @SuppressWarnings("unchecked") // the same class has put it there
        List<T> work = (List<T>) deposit[1];
        all.addAll(work);
      } else {
        strangers.add(run.project().getArtifactId());
      }
    }
    if (!strangers.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<publishAtEnd> is 'true', and nothing has been published: Maven has loaded this"
                  + " plugin once more for %s. Give all modules the same plugin version,"
                  + " <extensions>, plugin dependencies and plugin repositories, or these modules <publishAtEnd>false"
                  + "</publishAtEnd>",
              String.join(", ", strangers)));
    }
    return all;
  }

  /** With --fail-at-end or --fail-never Maven goes on; this plugin does not. */
  private void refuseFailed() {
    if (!session.getResult().hasExceptions()) {
      return;
    }
    String failed =
        session.getProjects().stream()
            .filter(module -> session.getResult().getBuildSummary(module) instanceof BuildFailure)
            .map(MavenProject::getArtifactId)
            .collect(Collectors.joining(", "));
    throw new InvalidInputException(
        Messages.format(
            "<publishAtEnd> is 'true', and %s: nothing has been published. Mend it and build again,"
                + " or set -DlambdaLayer.publishAtEnd=false.",
            failed.isEmpty()
                ? "a module of this build has failed"
                : "these modules have failed: " + failed));
  }

  /** The runs that are waited for, in the order of the reactor. */
  private List<Run> expected() {
    return session.getProjects().stream()
        .filter(module -> !plan.isElsewhere(module, project))
        .flatMap(module -> plan.runs(module).stream())
        .filter(this::waits)
        .toList();
  }

  private boolean waits(Run run) {
    String value = plan.parameter(run, PARAMETER);
    return Boolean.parseBoolean(value == null ? DEFAULT : value);
  }

  /** What is to be said about this build; once, and nothing to whoever asks later. */
  List<String> warnings() {
    synchronized (shared()) {
      return state().put(WARNED, true) == null
          ? Stream.of(elsewhere(), unseen(), leftOut()).flatMap(Optional::stream).toList()
          : List.of();
    }
  }

  private Optional<String> elsewhere() {
    return warning(
        session.getProjects().stream()
            .filter(module -> plan.isElsewhere(module, project))
            .filter(module -> plan.runs(module).stream().anyMatch(this::waits)),
        "publishAtEnd does not wait for %s: this plugin has another version, other dependencies or"
            + " other <extensions> there. They publish among themselves.");
  }

  /** Without -T a module that comes before the last one has been built when that publishes. */
  private Optional<String> unseen() {
    Set<MavenProject> waiting = new LinkedHashSet<>();
    expected().forEach(run -> waiting.add(run.project()));
    List<MavenProject> modules = session.getProjects();
    int last = waiting.stream().mapToInt(modules::indexOf).max().orElse(-1);
    boolean isParallel = session.getRequest().getDegreeOfConcurrency() > 1;
    return warning(
        modules.stream()
            .filter(module -> isParallel || modules.indexOf(module) > last)
            .filter(module -> !waiting.contains(module))
            .filter(module -> !plan.isElsewhere(module, project)),
        "publishAtEnd does not wait for %s, where the goal publish does not run at the end: should"
            + " such a module fail, the layers of the others may be published already. Bind the goal"
            + " in the parent, for all modules.");
  }

  private Optional<String> leftOut() {
    var built = Set.copyOf(session.getProjects());
    Stream<MavenProject> others =
        session.getAllProjects() == null
            ? Stream.of()
            : session.getAllProjects().stream().filter(module -> !built.contains(module));
    return warning(
        others.filter(plan::binds),
        "These modules are not in this build, and their layers are not published by it: %s.");
  }

  private static Optional<String> warning(Stream<MavenProject> modules, String text) {
    String names = modules.map(MavenProject::getArtifactId).collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(Messages.format(text, names));
  }

  /** One object for all modules, whatever class loader and session they have. */
  private Object shared() {
    return session.getProjects().get(0);
  }

  @SuppressWarnings("unchecked") // nobody else has this key
  private Map<String, Object> state() {
    MavenProject first = session.getProjects().get(0);
    Object groups = first.getContextValue(KEY);
    if (groups == null) {
      groups = new HashMap<String, Map<String, Object>>();
      first.setContextValue(KEY, groups);
    }
    return ((Map<String, Map<String, Object>>) groups)
        .computeIfAbsent(plan.realm(project), realm -> new LinkedHashMap<>());
  }
}
