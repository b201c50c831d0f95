package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Severity;
import io.github.lambdalayer.output.FindingsFiles;
import io.github.lambdalayer.output.FindingsFiles.Subject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what was found in a project, in the log and in the documents for machines. */
final class ProjectFindings {

  private static final String KEY = "io.github.lambdalayer.findings.";

  private final AbstractLayerMojo mojo;
  private final String goal;
  private final String name;

  /**
   * What one goal finds in one thing.
   *
   * @param name the layer's name, or the function's artifactId
   */
  ProjectFindings(AbstractLayerMojo mojo, String goal, String name) {
    this.mojo = mojo;
    this.goal = goal;
    this.name = name;
  }

  /** Writes the documents, and says in the log what the user should know. */
  void tell(List<Finding> findings) throws IOException {
    write(findings);
    for (Finding finding : findings) {
      switch (finding.severity()) {
        case ERROR -> mojo.getLog().error(finding.text());
        case WARNING -> mojo.getLog().warn(finding.text());
        case NOTE -> mojo.getLog().debug(finding.text());
      }
    }
    countNotes(findings);
  }

  /** Says how many notes there are, which are in the documents alone. */
  void countNotes(List<Finding> findings) {
    long notes = findings.stream().filter(one -> one.severity() == Severity.NOTE).count();
    if (notes > 0) {
      mojo.getLog()
          .info(
              Messages.format(
                  "Noted besides: %d, see %s",
                  notes, mojo.layerDirectory().resolve(FindingsFiles.JSON)));
    }
  }

  /** Writes the documents, where a failure tells the rest: no other may take its place. */
  void writeBeside(List<Finding> findings) {
    try {
      write(findings);
    } catch (IOException e) {
      mojo.getLog().warn(String.valueOf(e.getMessage()));
    }
  }

  private void write(List<Finding> findings) throws IOException {
    var sources = new FindingSources(mojo.project, mojo.session);
    Set<String> current = current();
    current.add(name);
    new FindingsFiles(mojo.layerDirectory())
        .merge(
            Subject.of(
                goal, name, findings, sources::of, MachineFolders.of(mojo.project, mojo.session)),
            other -> other.goal().equals(goal) && !current.contains(other.name()),
            sources.module(),
            mojo.execution.getVersion());
  }

  /** Takes out what an earlier build found: this one could not look at all. */
  void forget() {
    try {
      new FindingsFiles(mojo.layerDirectory())
          .remove(
              other -> other.goal().equals(goal) && other.name().equals(name),
              new FindingSources(mojo.project, mojo.session).module(),
              mojo.execution.getVersion());
    } catch (IOException e) {
      mojo.getLog().warn(String.valueOf(e.getMessage()));
    }
  }

  /** What this build has examined so far: an earlier one's layers may exist no more. */
  @SuppressWarnings("unchecked")
  private Set<String> current() {
    Set<String> current =
        mojo.project.getContextValue(KEY + goal) instanceof Set<?> begun
            ? (Set<String>) begun
            : new HashSet<>();
    mojo.project.setContextValue(KEY + goal, current);
    return current;
  }
}
